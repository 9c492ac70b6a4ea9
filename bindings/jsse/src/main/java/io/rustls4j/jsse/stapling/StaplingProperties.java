package io.rustls4j.jsse.stapling;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;

/**
 * The JDK's system properties for servers that staple.
 *
 * @param enabled whether they do
 * @param timeout how long a handshake waits for a responder
 * @param cacheSize how many responses are kept; 0 for any number
 * @param cacheLifetime for how long; zero for as long as they are valid
 * @param responder who is asked about certificates that name no responder
 * @param responderOverride whether it is asked about all others, too
 */
record StaplingProperties(
        boolean enabled,
        Duration timeout,
        int cacheSize,
        Duration cacheLifetime,
        Optional<URI> responder,
        boolean responderOverride) {
    private static final Logger LOG = System.getLogger("io.rustls4j.jsse");
    private static final String RESPONDER = "jdk.tls.stapling.responderURI";

    private static final long TIMEOUT_MILLIS = 5000;
    private static final int CACHE_SIZE = 256;
    private static final int CACHE_SECONDS = 3600;

    /** As they are now. What makes no sense counts as the JDK has it. */
    static StaplingProperties read() {
        long millis = Long.getLong("jdk.tls.stapling.responseTimeout", TIMEOUT_MILLIS);
        int size = Integer.getInteger("jdk.tls.stapling.cacheSize", CACHE_SIZE);
        int seconds = Integer.getInteger("jdk.tls.stapling.cacheLifetime", CACHE_SECONDS);
        return new StaplingProperties(
                Boolean.getBoolean("jdk.tls.server.enableStatusRequestExtension"),
                Duration.ofMillis(millis >= 0 ? millis : TIMEOUT_MILLIS),
                Math.max(size, 0),
                Duration.ofSeconds(Math.max(seconds, 0)),
                responder(System.getProperty(RESPONDER, "")),
                Boolean.getBoolean("jdk.tls.stapling.responderOverride"));
    }

    private static Optional<URI> responder(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            LOG.log(Level.WARNING, "the system property " + RESPONDER + " is no URI: " + text, e);
            return Optional.empty();
        }
    }
}
