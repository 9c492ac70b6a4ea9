package io.rustls4j.benchmarks.scenario;

/** Who shows a certificate. */
public enum ClientAuth implements Label {
    SERVER_ONLY("server"),
    MUTUAL("mutual");

    private final String label;

    ClientAuth(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
