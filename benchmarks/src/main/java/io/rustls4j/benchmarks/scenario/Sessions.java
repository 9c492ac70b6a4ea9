package io.rustls4j.benchmarks.scenario;

/** Whether sessions are resumed. */
public enum Sessions implements Label {
    /** Every handshake is a full one, and servers send no tickets. */
    FULL("full"),

    /** Every handshake but the first is resumed; servers send two new tickets each time. */
    RESUMED("resumed");

    /** How many tickets a TLS 1.3 server sends: BoringSSL's number, which cannot be changed. */
    public static final int TICKETS = 2;

    private final String label;

    Sessions(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** How many tickets a TLS 1.3 server sends here. */
    public int tickets() {
        return this == RESUMED ? TICKETS : 0;
    }
}
