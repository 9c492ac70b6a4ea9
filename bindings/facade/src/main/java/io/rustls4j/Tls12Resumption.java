package io.rustls4j;

/** How a client resumes sessions of TLS 1.2 (rustls's {@code Tls12Resumption}). */
public enum Tls12Resumption {
    /** Not at all; those of TLS 1.3 are resumed. */
    DISABLED,

    /** By their ids, which the server has to know (RFC 5246 section 7.4.1.2). */
    SESSION_ID_ONLY,

    /** By their ids, or by tickets, where the server gives them (RFC 5077). */
    SESSION_ID_OR_TICKETS
}
