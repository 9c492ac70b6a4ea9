package io.rustls4j.jsse.session;

/** How many tickets a server sends with TLS 1.3, unless a client asks for a number. */
public final class TicketCount {
    static final String PROPERTY = "jdk.tls.server.newSessionTicketCount";

    /** The JDK's own limit. */
    static final int MOST = 10;

    private static final int USUAL = 1;

    private TicketCount() {}

    /** From the JDK's system property, as it is now; with 0, TLS 1.3 sessions are not resumed. */
    public static int read() {
        return SessionDefaults.property(PROPERTY, USUAL, MOST);
    }
}
