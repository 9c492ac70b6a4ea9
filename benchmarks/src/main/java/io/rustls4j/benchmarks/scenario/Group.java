package io.rustls4j.benchmarks.scenario;

import io.rustls4j.NamedGroup;

/** A key exchange. */
public enum Group implements Label {
    X25519("x25519", "x25519", NamedGroup.X25519),
    SECP256R1("secp256r1", "secp256r1", NamedGroup.SECP256R1),
    X25519MLKEM768("x25519mlkem768", "X25519MLKEM768", NamedGroup.X25519MLKEM768);

    private final String label;
    private final String jsseName;
    private final NamedGroup rustls;

    Group(String label, String jsseName, NamedGroup rustls) {
        this.label = label;
        this.jsseName = jsseName;
        this.rustls = rustls;
    }

    @Override
    public String label() {
        return label;
    }

    public String jsseName() {
        return jsseName;
    }

    public NamedGroup rustls() {
        return rustls;
    }
}
