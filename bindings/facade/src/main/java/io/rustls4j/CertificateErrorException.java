package io.rustls4j;

import org.jspecify.annotations.Nullable;

/** The peer's certificate was refused. A verifier of the application throws this to say why. */
public final class CertificateErrorException extends TlsException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    private final CertificateError error;

    /**
     * Says what is wrong with the certificate.
     *
     * @param error the kind of failure, which decides the alert
     * @param message what was wrong, which value, and what would be right
     */
    public CertificateErrorException(CertificateError error, String message) {
        this(error, message, null);
    }

    /**
     * Says what is wrong with the certificate, and why.
     *
     * @param error the kind of failure, which decides the alert
     * @param message what was wrong, which value, and what would be right
     * @param cause what led to it, if anything
     */
    public CertificateErrorException(
            CertificateError error, String message, @Nullable Throwable cause) {
        this(error, message, error.alert(), cause);
    }

    /**
     * Says what is wrong with the certificate where the engine sends another alert than the one for
     * it.
     *
     * @param error the kind of failure
     * @param message what was wrong, which value, and what would be right
     * @param alertSent the alert that the peer is told, if it is known
     * @param cause what led to it, if anything
     */
    public CertificateErrorException(
            CertificateError error,
            String message,
            @Nullable AlertDescription alertSent,
            @Nullable Throwable cause) {
        super(message, alertSent, cause);
        this.error = error;
    }

    /**
     * What is wrong with the certificate.
     *
     * @return the kind of failure
     */
    public CertificateError error() {
        return error;
    }
}
