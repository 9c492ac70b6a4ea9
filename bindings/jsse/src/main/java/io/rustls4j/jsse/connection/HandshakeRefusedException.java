package io.rustls4j.jsse.connection;

import javax.net.ssl.SSLException;

/**
 * A hello that this side refuses before rustls has a connection: with the alert to send as it is.
 */
final class HandshakeRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient byte[] alert;
    private final SSLException reason;

    HandshakeRefusedException(byte[] alert, SSLException reason) {
        super(reason);
        this.alert = alert;
        this.reason = reason;
    }

    byte[] alert() {
        return alert;
    }

    SSLException reason() {
        return reason;
    }
}
