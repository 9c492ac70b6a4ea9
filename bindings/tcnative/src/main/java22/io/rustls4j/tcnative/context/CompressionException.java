package io.rustls4j.tcnative.context;

/** The application's algorithm for certificate compression has failed. */
final class CompressionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CompressionException(Throwable cause) {
        super("certificate compression has failed", cause);
    }
}
