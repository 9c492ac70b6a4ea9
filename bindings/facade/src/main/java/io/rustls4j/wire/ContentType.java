package io.rustls4j.wire;

/** What a record holds, by the first byte of its header (RFC 8446 section 5.1, RFC 6520). */
public final class ContentType {
    /** One byte that says that what follows is encrypted; without a meaning in TLS 1.3. */
    public static final int CHANGE_CIPHER_SPEC = 20;

    /** A level and a description. */
    public static final int ALERT = 21;

    /** Messages of a handshake, or parts of them. */
    public static final int HANDSHAKE = 22;

    /** The application's; in TLS 1.3 whatever is encrypted. */
    public static final int APPLICATION_DATA = 23;

    /** Not spoken by any engine here. */
    public static final int HEARTBEAT = 24;

    private ContentType() {}
}
