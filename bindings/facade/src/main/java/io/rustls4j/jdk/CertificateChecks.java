package io.rustls4j.jdk;

import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** What webpki checks on a certificate alone, before it looks for an issuer. */
final class CertificateChecks {
    private static final int V3 = 3;
    private static final int NO_AUTHORITY = -1;

    private CertificateChecks() {}

    /**
     * Checks time, role and purpose.
     *
     * @param endEntity whether it is the peer's own certificate and not an authority's
     * @param purpose the extended key usage that it must allow, if it has any; authorities' count
     *     as well
     */
    static void check(X509Certificate certificate, boolean endEntity, String purpose, Instant now)
            throws CertificateErrorException {
        if (certificate.getVersion() != V3) {
            throw new CertificateErrorException(
                    CertificateError.OTHER,
                    "an X.509 certificate of version " + certificate.getVersion());
        }
        if (certificate.hasUnsupportedCriticalExtension()) {
            throw new CertificateErrorException(
                    CertificateError.UNHANDLED_CRITICAL_EXTENSION,
                    "the certificate has a critical extension that is not known: "
                            + certificate.getCriticalExtensionOIDs());
        }
        checkTime(certificate, now);
        boolean authority = certificate.getBasicConstraints() != NO_AUTHORITY;
        if (authority == endEntity) {
            throw new CertificateErrorException(
                    CertificateError.OTHER,
                    endEntity
                            ? "an authority's certificate where a peer's own is wanted"
                            : "an issuer that is no authority");
        }
        checkPurpose(certificate, purpose);
    }

    private static void checkTime(X509Certificate certificate, Instant now)
            throws CertificateErrorException {
        Instant notBefore = certificate.getNotBefore().toInstant();
        Instant notAfter = certificate.getNotAfter().toInstant();
        if (now.isBefore(notBefore)) {
            throw new CertificateErrorException(
                    CertificateError.NOT_YET_VALID,
                    "the certificate is valid from " + notBefore + " on; now is " + now);
        }
        if (now.isAfter(notAfter)) {
            throw new CertificateErrorException(
                    CertificateError.EXPIRED,
                    "the certificate was valid until " + notAfter + "; now is " + now);
        }
    }

    private static void checkPurpose(X509Certificate certificate, String purpose)
            throws CertificateErrorException {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            if (purposes != null && !purposes.contains(purpose)) {
                throw new CertificateErrorException(
                        CertificateError.INVALID_PURPOSE,
                        "the certificate is for the purposes "
                                + purposes
                                + ", and not for "
                                + purpose);
            }
        } catch (CertificateParsingException e) {
            throw new CertificateErrorException(
                    CertificateError.BAD_ENCODING,
                    "the extended key usage cannot be read: " + e.getMessage(),
                    e);
        }
    }
}
