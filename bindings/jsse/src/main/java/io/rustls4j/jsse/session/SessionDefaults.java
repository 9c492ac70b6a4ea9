package io.rustls4j.jsse.session;

import java.lang.System.Logger.Level;

/**
 * How a context keeps sessions until it is told otherwise.
 *
 * @param cacheSize how many sessions; 0 for any number
 * @param timeout for how many seconds; 0 for ever
 */
record SessionDefaults(int cacheSize, int timeout) {
    static final String CACHE_SIZE_PROPERTY = "javax.net.ssl.sessionCacheSize";
    static final String TIMEOUT_PROPERTY = "jdk.tls.server.sessionTicketTimeout";

    private static final int CACHE_SIZE = 20480;
    private static final int TIMEOUT = 86400;

    /** RFC 8446 section 4.6.1: seven days. */
    private static final int MAX_TIMEOUT = 604800;

    private static final System.Logger LOGGER = System.getLogger("io.rustls4j.jsse");

    /** From the JDK's system properties, as they are now. */
    static SessionDefaults read() {
        return new SessionDefaults(
                property(CACHE_SIZE_PROPERTY, CACHE_SIZE, Integer.MAX_VALUE),
                property(TIMEOUT_PROPERTY, TIMEOUT, MAX_TIMEOUT));
    }

    static int property(String name, int fallback, int most) {
        String text = System.getProperty(name);
        if (text == null) {
            return fallback;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            LOGGER.log(Level.DEBUG, "the system property " + name + " is no number", e);
        }
        LOGGER.log(
                Level.WARNING,
                "the system property {0} is \"{1}\"; 0 to {2} is possible; {3} is used",
                name,
                text,
                Integer.toString(most),
                Integer.toString(fallback));
        return fallback;
    }
}
