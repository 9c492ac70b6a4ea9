package io.rustls4j.jdk;

import io.rustls4j.AlertDescription;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.TlsException;
import org.jspecify.annotations.Nullable;

/**
 * Why this side ended a handshake, from where it was decided: the JDK carries only an exception of
 * its own from there to the caller.
 */
sealed interface Refusal {
    /** The alert with which rustls refuses in such a case. */
    AlertDescription alert();

    /**
     * What the connection throws.
     *
     * @param sent the alert that the JDK really sends
     */
    TlsException toException(@Nullable AlertDescription sent);

    /** The peer's certificate is not accepted. */
    record Certificate(CertificateErrorException reason) implements Refusal {
        @Override
        public AlertDescription alert() {
            return reason.error().alert();
        }

        @Override
        public TlsException toException(@Nullable AlertDescription sent) {
            Throwable cause = reason.getCause() == null ? reason : reason.getCause();
            return new CertificateErrorException(
                    reason.error(), String.valueOf(reason.getMessage()), sent, cause);
        }
    }

    /** A protocol error, or an exception out of a callback. */
    record Protocol(
            ProtocolErrorException.Kind kind,
            AlertDescription alert,
            String message,
            @Nullable Throwable cause)
            implements Refusal {
        @Override
        public TlsException toException(@Nullable AlertDescription sent) {
            return new ProtocolErrorException(kind, message, sent, cause);
        }
    }

    /** Something of the application has thrown. */
    static Refusal callback(String what, Throwable cause) {
        return callback(what, AlertDescription.INTERNAL_ERROR, cause);
    }

    /** Something of the application has thrown, at a point where rustls sends a certain alert. */
    static Refusal callback(String what, AlertDescription alert, Throwable cause) {
        return new Protocol(ProtocolErrorException.Kind.GENERAL, alert, what + ": " + cause, cause);
    }
}
