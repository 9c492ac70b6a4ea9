package io.rustls4j.tcnative.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rustls4j.CipherSuite;
import io.rustls4j.SignatureScheme;
import io.rustls4j.TlsConfigException;
import io.rustls4j.testkit.KeyKind;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Suites, schemes and keys go together as Netty's key managers need it. */
final class KeyTypesTest {
    private static final CipherSuite TLS13 = CipherSuite.TLS13_AES_128_GCM_SHA256;
    private static final CipherSuite ECDSA = CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256;
    private static final CipherSuite RSA = CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256;

    @Test
    void everySuiteIsForSomeKindOfKey() {
        for (CipherSuite suite : CipherSuite.known()) {
            String name = suite.toString();
            assertThat(KeyTypes.authenticationMethods(List.of(suite), List.of()))
                    .as(name)
                    .hasSize(suite.isTls13() ? 2 : 1)
                    .allSatisfy(
                            method ->
                                    assertThat(suite.isTls13() || name.startsWith("TLS_" + method))
                                            .isTrue());
        }
    }

    @Test
    void theOrderIsThatOfTheSuites() {
        assertThat(KeyTypes.authenticationMethods(List.of(ECDSA, RSA), List.of()))
                .containsExactly("ECDHE_ECDSA", "ECDHE_RSA");
        assertThat(KeyTypes.authenticationMethods(List.of(RSA, ECDSA), List.of()))
                .containsExactly("ECDHE_RSA", "ECDHE_ECDSA");
    }

    @Test
    void whatThePeerDoesNotVerifyIsLeftOut() {
        assertThat(
                        KeyTypes.authenticationMethods(
                                List.of(TLS13, ECDSA, RSA),
                                List.of(SignatureScheme.RSA_PSS_SHA256)))
                .containsExactly("ECDHE_RSA");
        assertThat(
                        KeyTypes.authenticationMethods(
                                List.of(TLS13, ECDSA, RSA), List.of(SignatureScheme.ED25519)))
                .containsExactly("ECDHE_ECDSA");
        assertThat(
                        KeyTypes.authenticationMethods(
                                List.of(RSA), List.of(SignatureScheme.ECDSA_NISTP256_SHA256)))
                .isEmpty();
    }

    @Test
    void aTrustManagerIsToldTheMethodOfTheSuite() {
        assertThat(KeyTypes.authenticationMethod(Optional.of(RSA))).isEqualTo("ECDHE_RSA");
        assertThat(KeyTypes.authenticationMethod(Optional.of(ECDSA))).isEqualTo("ECDHE_ECDSA");
        assertThat(KeyTypes.authenticationMethod(Optional.of(TLS13))).isEqualTo("UNKNOWN");
        assertThat(KeyTypes.authenticationMethod(Optional.of(new CipherSuite(0x002f))))
                .isEqualTo("UNKNOWN");
        assertThat(KeyTypes.authenticationMethod(Optional.empty())).isEqualTo("UNKNOWN");
    }

    @Test
    void aClientIsToldTheKindsOfCertificatesByNumber() {
        assertThat(
                        KeyTypes.certificateTypes(
                                List.of(
                                        SignatureScheme.ECDSA_NISTP256_SHA256,
                                        SignatureScheme.RSA_PSS_SHA256,
                                        SignatureScheme.ECDSA_NISTP384_SHA384)))
                .containsExactly(64, 1);
        assertThat(KeyTypes.certificateTypes(List.of(SignatureScheme.RSA_PKCS1_SHA256)))
                .containsExactly(1);
        assertThat(KeyTypes.certificateTypes(List.of())).isNull();
        assertThat(KeyTypes.certificateTypes(List.of(SignatureScheme.ML_DSA_44))).isNull();
    }

    @Test
    void aKeySignsWithWhatItCan() {
        assertThat(KeyTypes.schemes(publicKey(KeyKind.RSA_2048)))
                .containsExactly(
                        SignatureScheme.RSA_PSS_SHA256,
                        SignatureScheme.RSA_PKCS1_SHA256,
                        SignatureScheme.RSA_PSS_SHA384,
                        SignatureScheme.RSA_PKCS1_SHA384,
                        SignatureScheme.RSA_PSS_SHA512,
                        SignatureScheme.RSA_PKCS1_SHA512);
        assertThat(KeyTypes.schemes(publicKey(KeyKind.EC_P256)))
                .containsExactly(SignatureScheme.ECDSA_NISTP256_SHA256);
        assertThat(KeyTypes.schemes(publicKey(KeyKind.EC_P384)))
                .containsExactly(SignatureScheme.ECDSA_NISTP384_SHA384);
        assertThat(KeyTypes.schemes(publicKey(KeyKind.ED25519)))
                .containsExactly(SignatureScheme.ED25519);
    }

    @Test
    void aKeyOnP521SignsWithItsScheme() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp521r1"));

        assertThat(KeyTypes.schemes(generator.generateKeyPair().getPublic()))
                .containsExactly(SignatureScheme.ECDSA_NISTP521_SHA512);
    }

    @Test
    void aKeyThatIsForPssOnlySignsWithThat() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSASSA-PSS");
        generator.initialize(2048);

        assertThat(KeyTypes.schemes(generator.generateKeyPair().getPublic()))
                .containsExactly(
                        SignatureScheme.RSA_PSS_PSS_SHA256,
                        SignatureScheme.RSA_PSS_PSS_SHA384,
                        SignatureScheme.RSA_PSS_PSS_SHA512);
    }

    @Test
    void aKeyThatCannotSignInTlsIsRefused() throws Exception {
        PublicKey agreement = KeyPairGenerator.getInstance("X25519").generateKeyPair().getPublic();

        assertThatExceptionOfType(TlsConfigException.class)
                .isThrownBy(() -> KeyTypes.schemes(agreement))
                .withMessageContaining("cannot sign");
    }

    private static PublicKey publicKey(KeyKind kind) {
        return kind.generate().getPublic();
    }
}
