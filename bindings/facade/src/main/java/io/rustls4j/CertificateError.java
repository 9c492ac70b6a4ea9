package io.rustls4j;

/**
 * What is wrong with a peer's certificate: rustls's {@code CertificateError}, with the alert that
 * it leads to.
 */
public enum CertificateError {
    /** The certificate cannot be parsed. */
    BAD_ENCODING(AlertDescription.BAD_CERTIFICATE),
    /** The current time is after the certificate's notAfter. */
    EXPIRED(AlertDescription.CERTIFICATE_EXPIRED),
    /** The current time is before the certificate's notBefore. */
    NOT_YET_VALID(AlertDescription.CERTIFICATE_EXPIRED),
    /** A revocation list names the certificate. */
    REVOKED(AlertDescription.CERTIFICATE_REVOKED),
    /** The certificate has a critical extension that the verifier does not know. */
    UNHANDLED_CRITICAL_EXTENSION(AlertDescription.BAD_CERTIFICATE),
    /** No chain leads from the certificate to a trust anchor. */
    UNKNOWN_ISSUER(AlertDescription.UNKNOWN_CA),
    /** No revocation list covers the certificate, and the verifier asks for one. */
    UNKNOWN_REVOCATION_STATUS(AlertDescription.UNKNOWN_CA),
    /** The revocation list that covers the certificate is out of date. */
    EXPIRED_REVOCATION_LIST(AlertDescription.UNKNOWN_CA),
    /**
     * A revocation list is not usable: wrongly signed, wrongly encoded, or of a kind that is not
     * supported.
     */
    INVALID_REVOCATION_LIST(AlertDescription.HANDSHAKE_FAILURE),
    /** A certificate is signed wrongly. */
    BAD_SIGNATURE(AlertDescription.DECRYPT_ERROR),
    /** A certificate is signed with an algorithm that the crypto provider does not verify. */
    UNSUPPORTED_SIGNATURE_ALGORITHM(AlertDescription.DECRYPT_ERROR),
    /** The certificate is for other names than the one that was asked for. */
    NOT_VALID_FOR_NAME(AlertDescription.BAD_CERTIFICATE),
    /** The certificate's extended key usage does not allow what it is used for. */
    INVALID_PURPOSE(AlertDescription.UNSUPPORTED_CERTIFICATE),
    /** The application's verifier refused the certificate. */
    APPLICATION_VERIFICATION_FAILURE(AlertDescription.ACCESS_DENIED),
    /** Anything else. */
    OTHER(AlertDescription.CERTIFICATE_UNKNOWN);

    private final AlertDescription alert;

    CertificateError(AlertDescription alert) {
        this.alert = alert;
    }

    /**
     * The alert with which rustls refuses such a certificate.
     *
     * @return the alert
     */
    public AlertDescription alert() {
        return alert;
    }
}
