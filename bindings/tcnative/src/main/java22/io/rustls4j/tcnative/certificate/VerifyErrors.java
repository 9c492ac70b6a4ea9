package io.rustls4j.tcnative.certificate;

import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;

/** What the numbers mean with which Netty's verifier refuses a chain: OpenSSL's X509_V_ERR_*. */
public final class VerifyErrors {
    private VerifyErrors() {}

    /**
     * The refusal that leads to the alert that BoringSSL sends for a number, as far as rustls sends
     * it for some refusal; certificate_unknown otherwise.
     *
     * @param code what the verifier returned, not 0
     * @return the refusal
     */
    public static CertificateErrorException of(int code) {
        return new CertificateErrorException(
                error(code), "the certificate verifier refused the peer's chain with code " + code);
    }

    private static CertificateError error(int code) {
        return switch (code) {
            // Issuers that are missing, are no authorities, or are not trusted.
            case 2, 18, 19, 20, 21, 22, 24, 25 -> CertificateError.UNKNOWN_ISSUER;
            // Revocation lists that are missing.
            case 3, 33 -> CertificateError.UNKNOWN_REVOCATION_STATUS;
            // Keys, signatures and dates that cannot be read; not trusted for this; rejected.
            case 4, 5, 6, 13, 14, 15, 16, 27, 28 -> CertificateError.BAD_ENCODING;
            // Another host, mail address, IP address.
            case 62, 63, 64 -> CertificateError.NOT_VALID_FOR_NAME;
            // Signatures that are wrong, a certificate's or a revocation list's.
            case 7, 8 -> CertificateError.BAD_SIGNATURE;
            case 9 -> CertificateError.NOT_YET_VALID;
            // Too late, for a certificate, or too early or too late for a revocation list.
            case 10, 11, 12 -> CertificateError.EXPIRED;
            case 23 -> CertificateError.REVOKED;
            case 26 -> CertificateError.INVALID_PURPOSE;
            // handshake_failure: what rustls calls so, it refuses with access_denied.
            case 50 -> CertificateError.INVALID_REVOCATION_LIST;
            default -> CertificateError.OTHER;
        };
    }
}
