package io.rustls4j.jsse.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.testkit.TestAuthority;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roots of distrusted authorities are the JDK's matter; all others are not. */
class DistrustedAuthoritiesTest {
    private static final String POLICIES = "SYMANTEC_TLS,ENTRUST_TLS,CAMERFIRMA_TLS, CHUNGHWA_TLS";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GeoTrust Global CA",
                "thawte Primary Root CA",
                "VeriSign Class 3 Public Primary Certification Authority - G5",
                "Entrust Root Certification Authority - G2",
                "AC Camerfirma S.A.",
                "Chunghwa Telecom Co."
            })
    void rootsOfTheseAuthoritiesAreTakenByName(String name) {
        X509Certificate root = TestAuthority.root(name).certificate();
        assertThat(new DistrustedAuthorities(POLICIES, any -> false).mayInclude(root)).isTrue();
        assertThat(new DistrustedAuthorities("", any -> true).mayInclude(root)).isFalse();
        assertThat(new DistrustedAuthorities(null, any -> true).mayInclude(root)).isFalse();
    }

    @Test
    void otherRootsAreLeft() {
        X509Certificate root = TestAuthority.root("My company's root").certificate();
        assertThat(new DistrustedAuthorities(POLICIES, any -> true).mayInclude(root)).isFalse();
    }

    @Test
    void policiesThatAreNewTakeAllRootsOfTheJdkAndTheirNamesake() {
        X509Certificate mine = TestAuthority.root("My company's root").certificate();
        X509Certificate shipped = TestAuthority.root("Shipped root").certificate();
        X509Certificate namesake = TestAuthority.root("Acme Root").certificate();
        DistrustedAuthorities distrusted =
                new DistrustedAuthorities("ENTRUST_TLS, ACME_TLS", shipped::equals);
        assertThat(distrusted.mayInclude(mine)).isFalse();
        assertThat(distrusted.mayInclude(shipped)).isTrue();
        assertThat(distrusted.mayInclude(namesake)).isTrue();
    }

    @Test
    void theJdksOwnRootsAreKnown() throws KeyStoreException {
        X509Certificate[] defaults = defaultRoots();
        assertThat(defaults).hasSizeGreaterThan(50).allMatch(JdkRoots::contain);
        assertThat(JdkRoots.contain(TestAuthority.root("Mine").certificate())).isFalse();
    }

    /** As the JDK's sources have them: java.base, sun.security.validator. */
    @Test
    void noRootOfADistrustedAuthorityGoesToWebPki() throws KeyStoreException {
        DistrustedAuthorities distrusted = DistrustedAuthorities.ofThisJdk();
        List<X509Certificate> roots = List.of(defaultRoots());
        List<X509Certificate> bad =
                roots.stream()
                        .filter(
                                root ->
                                        Stream.of("entrust", "chunghwa", "camerfirma", "geotrust")
                                                .anyMatch(name(root)::contains))
                        .toList();
        assertThat(bad).isNotEmpty().allMatch(distrusted::mayInclude);
        assertThat(roots.stream().filter(distrusted::mayInclude).count())
                .isLessThan(roots.size() / 5);
    }

    private static String name(X509Certificate root) {
        return root.getSubjectX500Principal().getName().toLowerCase(Locale.ROOT);
    }

    private static X509Certificate[] defaultRoots() throws KeyStoreException {
        return JdkTrustManagers.make("PKIX", (KeyStore) null).getAcceptedIssuers();
    }
}
