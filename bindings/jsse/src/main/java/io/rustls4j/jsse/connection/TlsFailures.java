package io.rustls4j.jsse.connection;

import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.EnginePanicException;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.TlsException;
import io.rustls4j.TruncatedException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLProtocolException;

/** The one place where a failure of the facade becomes an exception of JSSE. */
final class TlsFailures {
    private TlsFailures() {}

    static SSLException of(TlsException failure) {
        return switch (failure) {
            case AlertReceivedException received -> received(received);
            case CertificateErrorException refused -> refused(refused);
            case TruncatedException truncated ->
                    new SSLException(
                            "closing inbound before receiving peer's close_notify", truncated);
            case EnginePanicException panic -> new SSLException(panic.getMessage(), panic);
            case ProtocolErrorException protocol -> protocol(protocol);
            default -> new SSLException(failure.getMessage(), failure);
        };
    }

    /** What went wrong in the application's own code, or in a step of this provider. */
    static SSLException of(Exception failure) {
        return switch (failure) {
            case SSLException already -> already;
            case TlsException tls -> of(tls);
            default -> withCause(new SSLHandshakeException(failure.toString()), failure);
        };
    }

    private static SSLException received(AlertReceivedException failure) {
        return withCause(received(failure.alert()), failure);
    }

    /** The peer has ended the connection. */
    static SSLException received(AlertDescription alert) {
        String name =
                alert == AlertDescription.UNRECOGNISED_NAME
                        ? "unrecognized_name"
                        : alert.name().toLowerCase(Locale.ROOT);
        return kind(alert, "Received fatal alert: " + name);
    }

    /** The application's own exception is the cause, as it is with the JDK's provider. */
    private static SSLException refused(CertificateErrorException failure) {
        Throwable cause = failure.getCause() instanceof CertificateException own ? own : failure;
        return withCause(new SSLHandshakeException(String.valueOf(cause.getMessage())), cause);
    }

    private static SSLException protocol(ProtocolErrorException failure) {
        Throwable cause = failure.getCause() != null ? failure.getCause() : failure;
        String message = cause == failure ? String.valueOf(failure.getMessage()) : cause.toString();
        SSLException made =
                switch (failure.kind()) {
                    case DECRYPT_ERROR, OVERSIZED_RECORD, ENCRYPT_ERROR ->
                            new SSLException(message);
                    case INVALID_MESSAGE, INAPPROPRIATE_MESSAGE ->
                            new SSLProtocolException(message);
                    default ->
                            kind(
                                    failure.alertSent().orElse(AlertDescription.HANDSHAKE_FAILURE),
                                    message);
                };
        return withCause(made, cause);
    }

    /** Alerts that only a handshake can bring about make a handshake's exception, as in the JDK. */
    static SSLException kind(AlertDescription alert, String message) {
        return switch (alert) {
            case UNEXPECTED_MESSAGE -> new SSLProtocolException(message);
            case CLOSE_NOTIFY,
                    BAD_RECORD_MAC,
                    DECRYPTION_FAILED,
                    RECORD_OVERFLOW,
                    DECOMPRESSION_FAILURE,
                    INTERNAL_ERROR,
                    INAPPROPRIATE_FALLBACK,
                    USER_CANCELED,
                    UNKNOWN ->
                    new SSLException(message);
            default -> new SSLHandshakeException(message);
        };
    }

    private static SSLException withCause(SSLException made, Throwable cause) {
        made.initCause(cause);
        return made;
    }
}
