package io.rustls4j.jdk;

import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.RevocationPolicy;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks certificates up in the lists of a policy, as webpki does. It never fetches anything. */
final class RevocationCheck {
    private static final int CRL_SIGN = 6;

    private final List<RevocationList> lists;
    private final boolean onlyEndEntity;
    private final boolean allowUnknownStatus;
    private final boolean enforceExpiration;

    RevocationCheck(RevocationPolicy policy) {
        lists = policy.crls().stream().map(crl -> RevocationList.parse(crl.bytes())).toList();
        onlyEndEntity = policy.onlyEndEntity();
        allowUnknownStatus = policy.allowUnknownStatus();
        enforceExpiration = policy.enforceExpiration();
    }

    /** Checks a path whose signatures are right. */
    void check(List<X509Certificate> path, Anchor anchor, Instant now)
            throws CertificateErrorException {
        if (lists.isEmpty()) {
            return;
        }
        int depth = onlyEndEntity ? 1 : path.size();
        for (int i = depth - 1; i >= 0; i--) {
            X509Certificate issuer = i + 1 < path.size() ? path.get(i + 1) : null;
            checkOne(
                    path.get(i),
                    i == 0,
                    issuer,
                    issuer == null ? anchor.key() : issuer.getPublicKey(),
                    now);
        }
    }

    private void checkOne(
            X509Certificate certificate,
            boolean endEntity,
            @Nullable X509Certificate issuer,
            PublicKey issuerKey,
            Instant now)
            throws CertificateErrorException {
        for (RevocationList list : lists) {
            if (list.covers(certificate, endEntity)) {
                checkList(list, issuer, issuerKey, now);
                if (list.revokes(certificate)) {
                    throw new CertificateErrorException(
                            CertificateError.REVOKED,
                            "the certificate with the serial number "
                                    + certificate.getSerialNumber()
                                    + " is revoked");
                }
                return;
            }
        }
        if (!allowUnknownStatus) {
            throw new CertificateErrorException(
                    CertificateError.UNKNOWN_REVOCATION_STATUS,
                    "no revocation list covers the certificates of "
                            + certificate.getIssuerX500Principal());
        }
    }

    private void checkList(
            RevocationList list, @Nullable X509Certificate issuer, PublicKey issuerKey, Instant now)
            throws CertificateErrorException {
        list.verify(issuerKey);
        boolean[] usage = issuer == null ? null : issuer.getKeyUsage();
        if (usage != null && !usage[CRL_SIGN]) {
            throw new CertificateErrorException(
                    CertificateError.INVALID_REVOCATION_LIST,
                    "the issuer may not sign revocation lists");
        }
        if (enforceExpiration) {
            list.checkFresh(now);
        }
    }
}
