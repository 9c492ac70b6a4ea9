package io.rustls4j.jsse.connection;

import io.rustls4j.AlertDescription;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.wire.PlainAlert;
import javax.net.ssl.SSLException;

/**
 * A peer that this side refuses by itself: before rustls has a connection, or over its head. With
 * the alert to send as it is.
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

    /** A trust manager's no. */
    static HandshakeRefusedException of(CertificateErrorException refusal) {
        return new HandshakeRefusedException(
                PlainAlert.fatal(refusal.error().alert()), TlsFailures.of(refusal));
    }

    /** A trust manager that fails. */
    static HandshakeRefusedException of(RuntimeException failure) {
        return new HandshakeRefusedException(
                PlainAlert.fatal(AlertDescription.INTERNAL_ERROR),
                TlsFailures.of((Exception) failure));
    }

    byte[] alert() {
        return alert;
    }

    SSLException reason() {
        return reason;
    }
}
