package io.rustls4j.jsse.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.TestAuthority;
import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.X509TrustManager;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A manager without connections gets the checks after it that SunJSSE makes, with the same words.
 */
class WrappedTrustManagerTest {
    private static final TestAuthority ROOT = TestAuthority.root("wrapped");

    private static final List<String> HOSTS =
            List.of(
                    "example.com",
                    "www.example.com",
                    "WWW.Example.COM",
                    "a.b.example.com",
                    "example.com.",
                    "example.org",
                    "foo.example.com",
                    "com",
                    "localhost",
                    "under_score.example.com",
                    "xn--bcher-kva.example",
                    "b\u00fccher.example",
                    "127.0.0.1",
                    "10.0.0.1",
                    "::1",
                    "[::1]",
                    "0:0:0:0:0:0:0:1",
                    "2001:db8::1");

    @Test
    void namesAreCheckedAsByTheJdk() throws GeneralSecurityException {
        SoftAssertions softly = new SoftAssertions();
        int accepted = 0;
        for (IssuedCertificate identity : identities()) {
            for (String host : HOSTS) {
                Optional<String> jdk = compare(softly, identity, host, "HTTPS", List.of());
                accepted += jdk.isEmpty() ? 1 : 0;
            }
        }
        softly.assertAll();
        // Neither all nor nothing, or the comparison would have compared nothing.
        assertThat(accepted).isBetween(20, identities().size() * HOSTS.size() / 2);
    }

    @Test
    void theNameOfSniCountsBeforeThePeersHost() throws GeneralSecurityException {
        IssuedCertificate identity = ROOT.newCertificate().dns("www.example.com").issue();
        SoftAssertions softly = new SoftAssertions();
        for (String sni : List.of("www.example.com", "other.example.com")) {
            for (String host : List.of("www.example.com", "10.0.0.1", "other.example.com")) {
                compare(softly, identity, host, "HTTPS", List.of(new SNIHostName(sni)));
            }
        }
        softly.assertAll();
    }

    @Test
    void algorithmsOfIdentificationAreThoseOfTheJdk() throws GeneralSecurityException {
        IssuedCertificate identity = ROOT.newCertificate().dns("*.example.com").issue();
        SoftAssertions softly = new SoftAssertions();
        for (String algorithm : List.of("HTTPS", "https", "LDAPS", "LDAP", "", "SMTP")) {
            for (String host : List.of("www.example.com", "example.com")) {
                compare(softly, identity, host, algorithm, List.of());
            }
        }
        softly.assertAll();
        assertThat(ours(identity, "www.example.com", wishes("SMTP", List.of())))
                .contains("Unknown identification algorithm: SMTP");
    }

    @Test
    void constraintsOfTheApplicationCount() throws GeneralSecurityException {
        IssuedCertificate identity =
                TestAuthority.root("strong", KeyKind.EC_P384)
                        .intermediate("between")
                        .newCertificate()
                        .dns("www.example.com")
                        .issue();
        SSLParameters wishes = wishes("", List.of());
        wishes.setAlgorithmConstraints(new Without("SHA384withECDSA"));

        assertThat(jdk(identity, "www.example.com", wishes))
                .contains("Certificates do not conform to algorithm constraints");
        assertThat(ours(identity, "www.example.com", wishes))
                .contains("Certificates do not conform to algorithm constraints");

        wishes.setAlgorithmConstraints(new Without("SHA512withECDSA"));
        assertThat(jdk(identity, "www.example.com", wishes)).isEmpty();
        assertThat(ours(identity, "www.example.com", wishes)).isEmpty();
    }

    @Test
    void disabledAlgorithmsOfTheJdkCount() throws Exception {
        IssuedCertificate strong = ROOT.newCertificate().dns("www.example.com").issue();
        X509Certificate[] weak = {strong.certificate(), WeakCertificates.rsa512()};
        StubEngine engine = engine("www.example.com", wishes("", List.of()));

        CertificateException refused =
                assertThrows(
                        CertificateException.class,
                        () ->
                                new WrappedTrustManager(SunHandshake.trustingAll())
                                        .checkServerTrusted(weak, "UNKNOWN", engine));
        assertThat(refused)
                .hasMessage("Certificates do not conform to algorithm constraints")
                .hasRootCauseMessage("Algorithm constraints check failed on key: RSA of CN=weak");

        // As the root that the application trusts it need not be strong.
        new WrappedTrustManager(SunHandshake.trustingAll(weak[1]))
                .checkServerTrusted(weak, "UNKNOWN", engine);
    }

    @Test
    void signaturesThatWereNotOfferedAreRefused() {
        OfferedSignatures offered = new OfferedSignatures(new String[] {"RSASSA-PSS", "Ed25519"});
        Set<CryptoPrimitive> primitives = Set.of(CryptoPrimitive.SIGNATURE);
        assertThat(offered.permits(primitives, "SHA256withECDSA", null)).isFalse();
        assertThat(offered.permits(primitives, "ed25519", null)).isTrue();
        assertThat(offered.permits(primitives, "RSASSA-PSSandMGF1", null)).isTrue();
        assertThat(new OfferedSignatures(null).permits(primitives, "Ed25519", null)).isFalse();
    }

    @Test
    void serversIdentifyNoClientsByHttps() throws GeneralSecurityException {
        X509Certificate[] chain = {ROOT.newCertificate().issue().certificate()};
        SSLParameters wishes = wishes("HTTPS", List.of());
        CertificateException byEngine =
                assertThrows(
                        CertificateException.class,
                        () ->
                                new WrappedTrustManager(SunHandshake.trustingAll())
                                        .checkClientTrusted(chain, "EC", engine("peer", wishes)));
        assertThat(byEngine).hasMessageContaining("HTTPS is not supported on the server side");
    }

    private static List<IssuedCertificate> identities() {
        List<IssuedCertificate> made = new ArrayList<>();
        made.add(ROOT.newCertificate().issue());
        made.add(ROOT.newCertificate().commonName("www.example.com").issue());
        made.add(ROOT.newCertificate().commonName("*.example.com").version1().issue());
        made.add(ROOT.newCertificate().commonName("example.com").ip("127.0.0.1").issue());
        made.add(ROOT.newCertificate().commonName("example.org").dns("example.com").issue());
        made.add(ROOT.newCertificate().commonName("127.0.0.1").issue());
        for (String name :
                List.of(
                        "example.com",
                        "*.example.com",
                        "f*.example.com",
                        "*o.example.com",
                        "w*w.example.com",
                        "www.*.com",
                        "*.*.example.com",
                        "*.com",
                        "*",
                        "localhost",
                        "127.0.0.1",
                        "under_score.example.com",
                        "xn--bcher-kva.example",
                        "xn--*.example")) {
            made.add(ROOT.newCertificate().dns(name).issue());
        }
        made.add(ROOT.newCertificate().dns("example.com", "www.example.com").issue());
        made.add(ROOT.newCertificate().ip("127.0.0.1", "::1").issue());
        made.add(ROOT.newCertificate().ip("2001:db8:0:0::1").dns("example.com").issue());
        return made;
    }

    private static Optional<String> compare(
            SoftAssertions softly,
            IssuedCertificate identity,
            String host,
            String algorithm,
            List<SNIServerName> sni)
            throws GeneralSecurityException {
        SSLParameters wishes = wishes(algorithm, sni);
        Optional<String> jdk = jdk(identity, host, wishes);
        softly.assertThat(ours(identity, host, wishes))
                .as("%s asked for %s", identity.certificate().getSubjectX500Principal(), host)
                .isEqualTo(jdk);
        return jdk;
    }

    private static Optional<String> jdk(
            IssuedCertificate identity, String host, SSLParameters wishes)
            throws GeneralSecurityException {
        return SunHandshake.refusal(SunHandshake.trustingAll(), identity, host, wishes)
                .map(Throwable::getMessage);
    }

    /** By engine and by socket, which have to agree. */
    private static Optional<String> ours(
            IssuedCertificate identity, String host, SSLParameters wishes) {
        X509Certificate[] chain = identity.chain().toArray(X509Certificate[]::new);
        X509TrustManager manager = SunHandshake.trustingAll();
        StubSession session = new StubSession(host, wishes.getServerNames());
        WrappedTrustManager wrapped = new WrappedTrustManager(manager);
        Optional<String> byEngine =
                refusal(
                        () ->
                                wrapped.checkServerTrusted(
                                        chain, "UNKNOWN", new StubEngine(session, wishes)));
        Optional<String> bySocket =
                refusal(
                        () ->
                                wrapped.checkServerTrusted(
                                        chain, "UNKNOWN", new StubSocket(session, wishes)));
        assertThat(bySocket).isEqualTo(byEngine);
        return byEngine;
    }

    private interface Check {
        void run() throws CertificateException;
    }

    private static Optional<String> refusal(Check check) {
        try {
            check.run();
            return Optional.empty();
        } catch (CertificateException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static StubEngine engine(String host, SSLParameters wishes) {
        return new StubEngine(new StubSession(host, List.of()), wishes);
    }

    private static SSLParameters wishes(String algorithm, List<SNIServerName> sni) {
        SSLParameters wishes = new SSLParameters();
        wishes.setEndpointIdentificationAlgorithm(algorithm);
        wishes.setServerNames(sni);
        return wishes;
    }

    private record Without(String refused) implements AlgorithmConstraints {
        @Override
        public boolean permits(
                Set<CryptoPrimitive> primitives,
                String algorithm,
                @Nullable AlgorithmParameters parameters) {
            return !algorithm.equalsIgnoreCase(refused);
        }

        @Override
        public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
            return true;
        }

        @Override
        public boolean permits(
                Set<CryptoPrimitive> primitives,
                String algorithm,
                Key key,
                @Nullable AlgorithmParameters parameters) {
            return permits(primitives, algorithm, parameters);
        }
    }
}
