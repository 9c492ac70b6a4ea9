package io.rustls4j.jsse.parameters;

/** Which algorithm an SSLContext was asked for; "Default" is a TLS context. */
public enum ContextKind {
    TLS,
    TLSV1_2,
    TLSV1_3
}
