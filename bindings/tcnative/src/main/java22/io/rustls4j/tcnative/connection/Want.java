package io.rustls4j.tcnative.connection;

import io.netty.internal.tcnative.SSL;

/** Why an operation did not do all it was to do (OpenSSL's {@code SSL_get_error}). */
enum Want {
    NOTHING(SSL.SSL_ERROR_NONE),
    FAILED(SSL.SSL_ERROR_SSL),
    READ(SSL.SSL_ERROR_WANT_READ),
    WRITE(SSL.SSL_ERROR_WANT_WRITE),
    CERTIFICATE_LOOKUP(SSL.SSL_ERROR_WANT_X509_LOOKUP),
    CERTIFICATE_VERIFY(SSL.SSL_ERROR_WANT_CERTIFICATE_VERIFY),
    PEER_CLOSED(SSL.SSL_ERROR_ZERO_RETURN);

    private final int code;

    Want(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
