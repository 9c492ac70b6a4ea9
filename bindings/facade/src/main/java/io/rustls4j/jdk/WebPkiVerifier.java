package io.rustls4j.jdk;

import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds a path from the peer's certificate to a trust anchor. The search is webpki's: depth first
 * over what the peer has shown, in any order. The JDK's own path builder would do, but tells hardly
 * more than that it has failed.
 */
final class WebPkiVerifier {
    static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

    private static final int MAX_PATH = 7;

    /** A peer could show certificates that make very many paths. */
    private static final int MAX_VALIDATIONS = 30;

    private final List<Anchor> anchors;
    private final PathValidator validator;
    private final String purpose;

    WebPkiVerifier(List<Anchor> anchors, RevocationCheck revocation, String purpose) {
        this.anchors = anchors;
        this.validator = new PathValidator(revocation);
        this.purpose = purpose;
    }

    void verify(List<X509Certificate> shown, Instant now) throws CertificateErrorException {
        new Search(shown.subList(1, shown.size()), now).from(shown.getFirst());
    }

    /** One search; its path grows and shrinks. */
    private final class Search {
        private final List<X509Certificate> intermediates;
        private final Instant now;
        private final List<X509Certificate> path = new ArrayList<>();
        private int validations;
        private CertificateErrorException failure =
                new CertificateErrorException(
                        CertificateError.UNKNOWN_ISSUER,
                        "no chain leads from the certificate to a trust anchor");

        Search(List<X509Certificate> intermediates, Instant now) {
            this.intermediates = intermediates;
            this.now = now;
        }

        void from(X509Certificate endEntity) throws CertificateErrorException {
            CertificateChecks.check(endEntity, true, purpose, now);
            path.add(endEntity);
            if (!reachesAnchor()) {
                throw failure;
            }
        }

        private boolean reachesAnchor() {
            X509Certificate head = path.getLast();
            for (Anchor anchor : anchors) {
                if (anchor.name().equals(head.getIssuerX500Principal()) && validates(anchor)) {
                    return true;
                }
            }
            return path.size() < MAX_PATH && climbs(head);
        }

        private boolean climbs(X509Certificate head) {
            for (X509Certificate candidate : intermediates) {
                if (candidate.getSubjectX500Principal().equals(head.getIssuerX500Principal())
                        && !path.contains(candidate)
                        && isUsable(candidate)) {
                    path.add(candidate);
                    if (reachesAnchor()) {
                        return true;
                    }
                    path.removeLast();
                }
            }
            return false;
        }

        private boolean isUsable(X509Certificate issuer) {
            try {
                CertificateChecks.check(issuer, false, purpose, now);
                return true;
            } catch (CertificateErrorException e) {
                failure = PathErrors.moreTelling(failure, e);
                return false;
            }
        }

        private boolean validates(Anchor anchor) {
            if (++validations > MAX_VALIDATIONS) {
                return false;
            }
            try {
                validator.validate(List.copyOf(path), anchor, now);
                return true;
            } catch (CertificateErrorException e) {
                failure = PathErrors.moreTelling(failure, e);
                return false;
            }
        }
    }
}
