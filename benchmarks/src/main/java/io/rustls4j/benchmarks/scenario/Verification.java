package io.rustls4j.benchmarks.scenario;

/** Who decides on the peer's certificate. Results are only compared within one of these. */
public enum Verification implements Label {
    /** The JDK's PKIX trust manager, asked by every contestant, name check included. */
    PKIX("pkix"),

    /** The library's own native code, name check included. */
    NATIVE("native"),

    /**
     * A trust manager that says yes: every contestant asks it, and nobody builds a path. What is
     * left is TLS itself, the signature under the handshake included.
     */
    ACCEPT("accept");

    private final String label;

    Verification(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
