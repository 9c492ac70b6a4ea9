package io.rustls4j;

/**
 * The transport ended without a close_notify: what was received may be cut short (RFC 8446 section
 * 6.1). Data that came before has been delivered.
 */
public final class TruncatedException extends TlsException {
    private static final long serialVersionUID = 1L;

    /**
     * Says where the connection was cut.
     *
     * @param message at which point the transport ended
     */
    public TruncatedException(String message) {
        super(message, null, null);
    }
}
