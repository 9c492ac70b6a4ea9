package io.rustls4j.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.RootCertStore;
import io.rustls4j.WebPkiServerVerifier;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebPkiVerifierTest {
    private static final TestAuthority ROOT = TestAuthority.root("root");
    private static final TestAuthority FIRST = ROOT.intermediate("first");
    private static final TestAuthority SECOND = FIRST.intermediate("second");
    private static final IssuedCertificate LEAF = SECOND.newCertificate().dns("a.example").issue();

    private final Instant now = Instant.now();

    @Test
    void theIntermediatesMayComeInAnyOrder() {
        List<X509Certificate> shown = new ArrayList<>(LEAF.chain());
        Collections.reverse(shown.subList(1, shown.size()));

        assertThatCode(() -> verifier(ROOT).verify(shown, now)).doesNotThrowAnyException();
    }

    @Test
    void strangersAmongTheIntermediatesAreNoHarm() {
        List<X509Certificate> shown = new ArrayList<>(LEAF.chain());
        shown.add(1, TestAuthority.root("second").certificate());
        shown.add(ROOT.certificate());

        assertThatCode(() -> verifier(ROOT).verify(shown, now)).doesNotThrowAnyException();
    }

    @Test
    void anIntermediateCanBeTheAnchor() {
        assertThatCode(() -> verifier(SECOND).verify(LEAF.chain(), now)).doesNotThrowAnyException();
    }

    @Test
    void aGapIsAnUnknownIssuer() {
        assertRefused(
                CertificateError.UNKNOWN_ISSUER,
                verifier(ROOT),
                List.of(LEAF.certificate(), FIRST.certificate()),
                now);
    }

    @Test
    void anotherRootOfTheSameNameIsABadSignature() {
        assertRefused(
                CertificateError.BAD_SIGNATURE,
                verifier(TestAuthority.root("root")),
                LEAF.chain(),
                now);
    }

    @Test
    void theRightRootIsFoundAmongNamesakes() {
        assertThatCode(() -> verifier(TestAuthority.root("root"), ROOT).verify(LEAF.chain(), now))
                .doesNotThrowAnyException();
    }

    @Test
    void anAuthorityIsNoPeer() {
        assertRefused(CertificateError.OTHER, verifier(ROOT), List.of(FIRST.certificate()), now);
    }

    @Test
    void aPeersCertificateIsNoIssuer() {
        assertRefused(
                CertificateError.UNKNOWN_ISSUER,
                verifier(ROOT),
                List.of(LEAF.certificate(), LEAF.certificate()),
                now);
    }

    @Test
    void thePastAndTheFutureAreRefused() {
        Instant future = now.plus(Duration.ofDays(100 * 365));
        Instant past = now.minus(Duration.ofDays(100 * 365));

        assertRefused(CertificateError.EXPIRED, verifier(ROOT), LEAF.chain(), future);
        assertRefused(CertificateError.NOT_YET_VALID, verifier(ROOT), LEAF.chain(), past);
    }

    @Test
    void manyNamesakesCostNoTime() {
        List<X509Certificate> shown = new ArrayList<>();
        shown.add(TestAuthority.root("same").newCertificate().issue().certificate());
        for (int i = 0; i < 9; i++) {
            shown.add(TestAuthority.root("same").certificate());
        }

        assertRefused(
                CertificateError.BAD_SIGNATURE, verifier(TestAuthority.root("same")), shown, now);
    }

    private static WebPkiVerifier verifier(TestAuthority... roots) {
        RootCertStore.Builder store = RootCertStore.builder();
        for (TestAuthority root : roots) {
            store.add(root.certificate());
        }
        RootCertStore built = store.build();
        return new WebPkiVerifier(
                Anchors.of(built),
                new RevocationCheck(WebPkiServerVerifier.builder(built).build().revocation()),
                WebPkiVerifier.SERVER_AUTH);
    }

    private static void assertRefused(
            CertificateError error,
            WebPkiVerifier verifier,
            List<X509Certificate> shown,
            Instant now) {
        assertThatThrownBy(() -> verifier.verify(shown, now))
                .isInstanceOfSatisfying(
                        CertificateErrorException.class,
                        e -> assertThat(e.error()).isEqualTo(error));
    }
}
