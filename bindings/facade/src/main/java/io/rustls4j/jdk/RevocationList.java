package io.rustls4j.jdk;

import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.TlsConfigException;
import io.rustls4j.wire.MalformedMessageException;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One revocation list (RFC 5280 section 5), of the kinds that webpki takes: no deltas, no indirect
 * ones.
 */
final class RevocationList {
    private static final String DELTA = "2.5.29.27";

    private final X509CRL crl;
    private final Optional<DistributionScope> scope;

    private RevocationList(X509CRL crl, Optional<DistributionScope> scope) {
        this.crl = crl;
        this.scope = scope;
    }

    static RevocationList parse(byte[] der) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            if (!(factory.generateCRL(new ByteArrayInputStream(der)) instanceof X509CRL crl)) {
                throw unusable("it is not an X.509 revocation list", null);
            }
            if (crl.getExtensionValue(DELTA) != null || crl.hasUnsupportedCriticalExtension()) {
                throw unusable(
                        "it is a delta, or has a critical extension that is not known", null);
            }
            return new RevocationList(crl, DistributionScope.of(crl));
        } catch (CRLException | CertificateException | MalformedMessageException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        }
    }

    /** Whether this list would name the certificate if it were revoked. */
    boolean covers(X509Certificate certificate, boolean endEntity) {
        return crl.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())
                && (scope.isEmpty() || scope.get().includes(certificate, endEntity));
    }

    boolean revokes(X509Certificate certificate) {
        return crl.getRevokedCertificate(certificate.getSerialNumber()) != null;
    }

    void verify(PublicKey issuer) throws CertificateErrorException {
        if (!VerificationAlgorithms.allows(crl.getSigAlgOID(), issuer)) {
            throw new CertificateErrorException(
                    CertificateError.INVALID_REVOCATION_LIST,
                    "a revocation list is signed with " + crl.getSigAlgName());
        }
        try {
            crl.verify(issuer);
        } catch (GeneralSecurityException e) {
            throw new CertificateErrorException(
                    CertificateError.INVALID_REVOCATION_LIST,
                    "a revocation list is signed wrongly",
                    e);
        }
    }

    void checkFresh(Instant now) throws CertificateErrorException {
        Date nextUpdate = crl.getNextUpdate();
        if (nextUpdate == null || !now.isBefore(nextUpdate.toInstant())) {
            throw new CertificateErrorException(
                    CertificateError.EXPIRED_REVOCATION_LIST,
                    "the revocation list was to be replaced at " + nextUpdate + "; now is " + now);
        }
    }

    private static TlsConfigException unusable(String why, @Nullable Throwable cause) {
        return new TlsConfigException(
                TlsConfigException.Reason.REVOCATION_LIST,
                "a revocation list is not usable: " + why,
                cause);
    }
}
