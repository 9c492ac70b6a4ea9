package io.rustls4j;

import org.jspecify.annotations.Nullable;

/** The peer broke the protocol, or the two sides have nothing in common. */
public final class ProtocolErrorException extends TlsException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** A message that cannot be parsed. */
        INVALID_MESSAGE,
        /** A message at a point where another one belongs. */
        INAPPROPRIATE_MESSAGE,
        /** A record that does not decrypt: it was changed on its way. */
        DECRYPT_ERROR,
        /** A record that is larger than TLS allows. */
        OVERSIZED_RECORD,
        /** No version, suite, group or scheme that both sides support. */
        PEER_INCOMPATIBLE,
        /** The peer did what the protocol forbids. */
        PEER_MISBEHAVED,
        /** No application protocol (ALPN, RFC 7301) that both sides support. */
        NO_APPLICATION_PROTOCOL,
        /** The peer sent no certificate where one is required. */
        NO_CERTIFICATES_PRESENTED,
        /** The call needs a finished handshake. */
        HANDSHAKE_NOT_COMPLETE,
        /** The connection cannot encrypt any more. */
        ENCRYPT_ERROR,
        /** Something else; the message says what is known. */
        GENERAL
    }

    /** What went wrong. */
    private final Kind kind;

    /**
     * Says what went wrong.
     *
     * @param kind the kind of failure
     * @param message what is known of it
     * @param alertSent the alert that the peer is told, if any
     * @param cause what led to it, such as an exception out of a callback
     */
    public ProtocolErrorException(
            Kind kind,
            String message,
            @Nullable AlertDescription alertSent,
            @Nullable Throwable cause) {
        super(message, alertSent, cause);
        this.kind = kind;
    }

    /**
     * What went wrong.
     *
     * @return the kind of failure
     */
    public Kind kind() {
        return kind;
    }
}
