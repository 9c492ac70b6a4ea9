package io.rustls4j.benchmarks.contestant;

/** How many TLS 1.3 tickets the JDK's servers send: a number for the whole process, read once. */
public final class JdkTickets {
    private static final String PROPERTY = "jdk.tls.server.newSessionTicketCount";

    private JdkTickets() {}

    /** Sets it, before the first use of the JDK's TLS. */
    public static synchronized void set(int tickets) {
        String before = System.setProperty(PROPERTY, Integer.toString(tickets));
        if (before != null && !before.equals(Integer.toString(tickets))) {
            throw new IllegalStateException(
                    "this process has the JDK send "
                            + before
                            + " tickets, which cannot be changed to "
                            + tickets
                            + "; use another process");
        }
    }
}
