package io.rustls4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SignatureException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateBuilderTest {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private final TestAuthority root = TestAuthority.root("root");

    @ParameterizedTest
    @EnumSource
    void everyKindOfKeyMakesAChainThatTheJdkAccepts(KeyKind kind) throws GeneralSecurityException {
        TestAuthority authority = TestAuthority.root("root", kind);

        validate(authority, authority.newCertificate().dns("a.example").key(kind).issue());
        validate(
                authority,
                authority
                        .intermediate("middle")
                        .intermediate("low")
                        .newCertificate()
                        .key(kind)
                        .issue());
    }

    @Test
    void aChainGoesFromTheEndEntityToTheLastIntermediate() {
        TestAuthority middle = root.intermediate("middle");
        TestAuthority low = middle.intermediate("low");

        assertThat(low.newCertificate().issue().chain().subList(1, 3))
                .containsExactly(low.certificate(), middle.certificate());
    }

    @Test
    void namesStandInTheCertificate() throws GeneralSecurityException {
        X509Certificate certificate =
                root.newCertificate()
                        .dns("a.example", "*.b.example")
                        .ip("192.0.2.1", "2001:db8::1")
                        .issue()
                        .certificate();

        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactly(
                        List.of(DNS_NAME, "a.example"),
                        List.of(DNS_NAME, "*.b.example"),
                        List.of(IP_ADDRESS, "192.0.2.1"),
                        List.of(IP_ADDRESS, "2001:db8:0:0:0:0:0:1"));
    }

    @Test
    void aCommonNameAloneIsNoAlternativeName() throws GeneralSecurityException {
        X509Certificate certificate =
                root.newCertificate().commonName("a.example").issue().certificate();

        assertThat(certificate.getSubjectX500Principal().getName()).contains("CN=a.example");
        assertThat(certificate.getSubjectAlternativeNames()).isNull();
    }

    @Test
    void timesAreAsAskedFor() {
        assertThatThrownBy(
                        () -> root.newCertificate().expired().issue().certificate().checkValidity())
                .isInstanceOf(CertificateExpiredException.class);
        assertThatThrownBy(
                        () ->
                                root.newCertificate()
                                        .notYetValid()
                                        .issue()
                                        .certificate()
                                        .checkValidity())
                .isInstanceOf(CertificateNotYetValidException.class);
    }

    @Test
    void purposesAreAsAskedFor() throws GeneralSecurityException {
        assertThat(root.newCertificate().issue().certificate().getExtendedKeyUsage())
                .containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(
                        root.newCertificate()
                                .purposes(Purpose.CODE_SIGNING)
                                .issue()
                                .certificate()
                                .getExtendedKeyUsage())
                .containsExactly("1.3.6.1.5.5.7.3.3");
        assertThat(root.newCertificate().purposes().issue().certificate().getExtendedKeyUsage())
                .isNull();
    }

    @Test
    void versionOneHasNoExtensions() {
        X509Certificate certificate =
                root.newCertificate().dns("a.example").version1().issue().certificate();

        assertThat(certificate.getVersion()).isEqualTo(1);
        assertThat(certificate.getNonCriticalExtensionOIDs()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aCorruptedSignatureParsesAndDoesNotVerify(KeyKind kind) {
        TestAuthority authority = TestAuthority.root("root", kind);
        X509Certificate certificate =
                authority.newCertificate().corruptSignature().issue().certificate();

        assertThatThrownBy(() -> certificate.verify(authority.certificate().getPublicKey()))
                .isInstanceOf(SignatureException.class);
    }

    @Test
    void aForgeryBearsTheIssuersNameAndTheForgersSignature() throws GeneralSecurityException {
        TestAuthority forger = TestAuthority.root("root");
        X509Certificate certificate = root.newCertificate().forgedBy(forger).issue().certificate();

        assertThat(certificate.getIssuerX500Principal())
                .isEqualTo(root.certificate().getSubjectX500Principal());
        certificate.verify(forger.certificate().getPublicKey());
        assertThatThrownBy(() -> certificate.verify(root.certificate().getPublicKey()))
                .isInstanceOfAny(SignatureException.class, InvalidKeyException.class);
    }

    @Test
    void anUnknownExtensionIsCritical() {
        X509Certificate certificate =
                root.newCertificate().unknownCriticalExtension().issue().certificate();

        assertThat(certificate.getCriticalExtensionOIDs()).contains("1.3.6.1.4.1.4294967295.1");
    }

    @Test
    void rsaKeysAreSharedUnlessAnOwnOneIsAskedFor() {
        IssuedCertificate first = root.newCertificate().key(KeyKind.RSA_2048).issue();
        IssuedCertificate second = root.newCertificate().key(KeyKind.RSA_2048).issue();
        IssuedCertificate own = root.newCertificate().key(KeyKind.RSA_2048).ownKey().issue();

        assertThat(first.privateKey()).isEqualTo(second.privateKey());
        assertThat(own.privateKey()).isNotEqualTo(first.privateKey());
        assertThat(root.newCertificate().issue().privateKey())
                .isNotEqualTo(root.newCertificate().issue().privateKey());
    }

    @Test
    void pemFilesHoldChainAndKey(@TempDir Path directory) throws Exception {
        IssuedCertificate issued = root.intermediate("middle").newCertificate().issue();

        PemFiles files = issued.writeTo(directory, "server");

        try (var stream = Files.newInputStream(files.chain())) {
            assertThat(CertificateFactory.getInstance("X.509").generateCertificates(stream))
                    .hasSize(2)
                    .first()
                    .isEqualTo(issued.certificate());
        }
        assertThat(Files.readString(files.key(), StandardCharsets.US_ASCII))
                .startsWith("-----BEGIN PRIVATE KEY-----\n")
                .endsWith("\n-----END PRIVATE KEY-----\n");
    }

    private static void validate(TestAuthority authority, IssuedCertificate issued)
            throws GeneralSecurityException {
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(issued.chain());
        PKIXParameters parameters =
                new PKIXParameters(Set.of(new TrustAnchor(authority.certificate(), null)));
        parameters.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }
}
