package io.rustls4j;

/** How a handshake went: a {@code rustls_handshake_kind}. */
public enum HandshakeKind {
    /** A full handshake: certificates were exchanged and checked. */
    FULL,
    /**
     * A full handshake that took one more round trip, since the server asked for another key share
     * (RFC 8446 4.1.4).
     */
    FULL_WITH_HELLO_RETRY_REQUEST,
    /**
     * A handshake that resumed an earlier session: no certificate was exchanged or checked this
     * time.
     */
    RESUMED
}
