package io.rustls4j.benchmarks.scenario;

/** What the whole chain is signed with, root included. */
public enum Key implements Label {
    P256("p256", "ECDSA"),
    RSA2048("rsa2048", "RSA");

    private final String label;
    private final String authentication;

    Key(String label, String authentication) {
        this.label = label;
        this.authentication = authentication;
    }

    @Override
    public String label() {
        return label;
    }

    /** The word for it in the names of TLS 1.2's suites. */
    String authentication() {
        return authentication;
    }
}
