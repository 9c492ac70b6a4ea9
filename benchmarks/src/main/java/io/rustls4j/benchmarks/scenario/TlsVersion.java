package io.rustls4j.benchmarks.scenario;

import io.rustls4j.ProtocolVersion;

/** A protocol version. */
public enum TlsVersion implements Label {
    TLS13("tls13", "TLSv1.3", ProtocolVersion.TLSV1_3),
    TLS12("tls12", "TLSv1.2", ProtocolVersion.TLSV1_2);

    private final String label;
    private final String jsseName;
    private final ProtocolVersion rustls;

    TlsVersion(String label, String jsseName, ProtocolVersion rustls) {
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

    public ProtocolVersion rustls() {
        return rustls;
    }
}
