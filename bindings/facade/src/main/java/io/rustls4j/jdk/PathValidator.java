package io.rustls4j.jdk;

import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * Validates one path with the JDK's PKIX algorithm (RFC 5280 section 6), and then its revocation.
 */
final class PathValidator {
    private static final String PROVIDER = "SUN";

    private final RevocationCheck revocation;

    PathValidator(RevocationCheck revocation) {
        this.revocation = revocation;
    }

    /**
     * Validates.
     *
     * @param path the certificates, end entity first, without the anchor
     */
    void validate(List<X509Certificate> path, Anchor anchor, Instant now)
            throws CertificateErrorException {
        checkAlgorithms(path, anchor);
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(anchor.pkix()));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX", PROVIDER)
                    .validate(
                            CertificateFactory.getInstance("X.509", PROVIDER)
                                    .generateCertPath(path),
                            parameters);
        } catch (CertPathValidatorException e) {
            throw PathErrors.of(e);
        } catch (GeneralSecurityException e) {
            throw new CertificateErrorException(
                    CertificateError.OTHER,
                    "the certification path cannot be validated: " + e.getMessage(),
                    e);
        }
        revocation.check(path, anchor, now);
    }

    private static void checkAlgorithms(List<X509Certificate> path, Anchor anchor)
            throws CertificateErrorException {
        for (int i = 0; i < path.size(); i++) {
            PublicKey signer = i + 1 < path.size() ? path.get(i + 1).getPublicKey() : anchor.key();
            X509Certificate signed = path.get(i);
            if (!VerificationAlgorithms.allows(signed.getSigAlgOID(), signer)) {
                throw new CertificateErrorException(
                        CertificateError.UNSUPPORTED_SIGNATURE_ALGORITHM,
                        "a certificate is signed with "
                                + signed.getSigAlgName()
                                + " or with a key of unsuitable length");
            }
        }
    }
}
