package io.rustls4j.tcnative.error;

/**
 * An error as OpenSSL counts and spells it. Its text form is OpenSSL's.
 *
 * @param number the library, which is always TLS, and the reason
 * @param reason the reason in words, such as {@code CERTIFICATE_VERIFY_FAILED}
 */
public record OpenSslError(int number, String reason) {
    private static final int LIBRARY_SSL = 16;
    private static final int LIBRARY_SHIFT = 24;
    private static final int REASON_MASK = 0xfff;

    /** The peers have no version in common. */
    public static final OpenSslError UNSUPPORTED_PROTOCOL = of(SslReason.UNSUPPORTED_PROTOCOL);

    /** The peers have no suite in common. */
    public static final OpenSslError NO_SHARED_CIPHER = of(SslReason.NO_SHARED_CIPHER);

    /** A list of suites has none that there is. */
    public static final OpenSslError NO_CIPHER_MATCH = of(SslReason.NO_CIPHER_MATCH);

    /** The application refused an extension of a client's hello. */
    public static final OpenSslError CLIENTHELLO_TLSEXT = of(SslReason.CLIENTHELLO_TLSEXT);

    /** The peer's certificates are longer than the context allows. */
    public static final OpenSslError EXCESSIVE_MESSAGE_SIZE = of(SslReason.EXCESSIVE_MESSAGE_SIZE);

    /** Something of this side's own failed. */
    public static final OpenSslError INTERNAL_ERROR = of(SslReason.INTERNAL_ERROR);

    /** The algorithm for certificate compression did not take what the peer has sent. */
    public static final OpenSslError CERT_DECOMPRESSION_FAILED =
            of(SslReason.CERT_DECOMPRESSION_FAILED);

    /** The certificate callback failed. */
    public static final OpenSslError CERT_CB_ERROR = of(SslReason.CERT_CB_ERROR);

    /** A server has no certificate to show. */
    public static final OpenSslError NO_CERTIFICATE_SET = of(SslReason.NO_CERTIFICATE_SET);

    /** Something is to be written after close_notify. */
    public static final OpenSslError PROTOCOL_IS_SHUTDOWN = of(SslReason.PROTOCOL_IS_SHUTDOWN);

    /** A connection is to be shut down before its handshake is done. */
    public static final OpenSslError SHUTDOWN_WHILE_IN_INIT = of(SslReason.SHUTDOWN_WHILE_IN_INIT);

    /** The peer said goodbye in the middle of the handshake: BoringSSL's word where it reads. */
    public static final OpenSslError CONNECTION_CLOSED_IN_HANDSHAKE =
            of(SslReason.SSL_HANDSHAKE_FAILURE);

    /** There is no such key-exchange group. */
    public static final OpenSslError UNSUPPORTED_ELLIPTIC_CURVE =
            of(SslReason.UNSUPPORTED_ELLIPTIC_CURVE);

    /** The peer asks for a new handshake on an established connection. */
    public static final OpenSslError NO_RENEGOTIATION = of(SslReason.NO_RENEGOTIATION);

    /** A list of signed certificate timestamps cannot be read. */
    public static final OpenSslError INVALID_SCT_LIST = of(SslReason.INVALID_SCT_LIST);

    /** There is no such signature scheme. */
    public static final OpenSslError INVALID_SIGNATURE_ALGORITHM =
            of(SslReason.INVALID_SIGNATURE_ALGORITHM);

    /** A signature scheme stands in a list twice. */
    public static final OpenSslError DUPLICATE_SIGNATURE_ALGORITHM =
            of(SslReason.DUPLICATE_SIGNATURE_ALGORITHM);

    /**
     * What comes nearest to a failure.
     *
     * @param failure what was thrown
     * @return the error
     */
    public static OpenSslError of(Throwable failure) {
        return FailureReasons.of(failure);
    }

    /**
     * The text for a number ({@code ERR_error_string}).
     *
     * @param number what {@link ErrorQueue#pop()} returned, or another number
     * @return such as {@code error:1000007d:SSL
     *     routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED}
     */
    public static String text(long number) {
        int packed = (int) number;
        int library = packed >>> LIBRARY_SHIFT;
        int reason = packed & REASON_MASK;
        if (library == LIBRARY_SSL) {
            return text(packed, "SSL routines", SslReason.textOf(reason));
        }
        return text(packed, "lib(" + library + ")", "reason(" + reason + ")");
    }

    private static String text(int number, String library, String reason) {
        return String.format("error:%08x:%s:OPENSSL_internal:%s", number, library, reason);
    }

    static OpenSslError of(SslReason reason) {
        return ofCode(reason.code());
    }

    static OpenSslError ofCode(int code) {
        return new OpenSslError(LIBRARY_SSL << LIBRARY_SHIFT | code, SslReason.textOf(code));
    }

    @Override
    public String toString() {
        return text(number);
    }
}
