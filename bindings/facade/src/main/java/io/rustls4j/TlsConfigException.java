package io.rustls4j;

import org.jspecify.annotations.Nullable;

/**
 * Something given to a builder is not usable. The message names the value and what would be right.
 */
public final class TlsConfigException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Which part of a configuration is at fault. */
    public enum Reason {
        /** A certificate does not parse, or there is none. */
        CERTIFICATE,
        /** A private key does not parse, is of an unknown kind, or cannot be used. */
        PRIVATE_KEY,
        /** Certificate and private key do not belong together. */
        KEYS_MISMATCH,
        /** A certificate revocation list does not parse or is of an unsupported kind. */
        REVOCATION_LIST,
        /** There is no trust anchor to verify against. */
        TRUST_ANCHORS,
        /** The server name is neither a DNS name nor an IP address. */
        SERVER_NAME,
        /** An application protocol name is not 1 to 255 bytes long. */
        ALPN,
        /** Protocol versions, cipher suites or groups are unknown, empty or do not fit together. */
        PARAMETERS,
        /** The list of Encrypted Client Hello configurations is not usable. */
        ECH,
        /** A file cannot be read. */
        FILE,
        /** The engine cannot do what is asked; the message names the feature. */
        UNSUPPORTED_BY_ENGINE
    }

    /** The part at fault. */
    private final Reason reason;

    /**
     * Says what is wrong.
     *
     * @param reason the part at fault
     * @param message what was wrong, which value, and what would be right
     */
    public TlsConfigException(Reason reason, String message) {
        this(reason, message, null);
    }

    /**
     * Says what is wrong, and why.
     *
     * @param reason the part at fault
     * @param message what was wrong, which value, and what would be right
     * @param cause what led to it, if anything
     */
    public TlsConfigException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * The part at fault.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
