package io.rustls4j.benchmarks.scenario;

/** An AEAD; which suite that is depends on the version and the certificate. */
public enum Suite implements Label {
    AES128("aes128", "AES_128_GCM_SHA256"),
    AES256("aes256", "AES_256_GCM_SHA384"),
    CHACHA20("chacha20", "CHACHA20_POLY1305_SHA256");

    private final String label;
    private final String algorithms;

    Suite(String label, String algorithms) {
        this.label = label;
        this.algorithms = algorithms;
    }

    @Override
    public String label() {
        return label;
    }

    String name(TlsVersion version, Key key) {
        return switch (version) {
            case TLS13 -> "TLS_" + algorithms;
            case TLS12 -> "TLS_ECDHE_" + key.authentication() + "_WITH_" + algorithms;
        };
    }
}
