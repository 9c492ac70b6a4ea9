package io.rustls4j.jsse.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.CertificateDer;
import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientHello;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import io.rustls4j.jsse.handshake.CurrentHandshake;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.TestAuthority;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of several keys is taken, and which are passed over. */
class SelectionTest {
    private static final TestAuthority AUTHORITY = TestAuthority.root("selection");

    private static final Identity EC = identity(KeyKind.EC_P256);
    private static final Identity EC_384 = identity(KeyKind.EC_P384);
    private static final Identity RSA = identity(KeyKind.RSA_2048);

    private final View tls13 = View.of(false, ProtocolVersion.TLSV1_3);
    private final View tls12 = View.of(false, ProtocolVersion.TLSV1_2);

    private static Identity identity(KeyKind kind) {
        return Identity.of(AUTHORITY.newCertificate().key(kind).ownKey().issue());
    }

    @Test
    void theClientsOrderDecidesWithTls13() throws Exception {
        NotingManager both = NotingManager.of(EC).with("RSA", RSA);

        assertThat(
                        choose(
                                both,
                                tls13,
                                SignatureScheme.RSA_PSS_SHA256,
                                SignatureScheme.ECDSA_NISTP256_SHA256))
                .isEqualTo(shownBy(RSA));
        assertThat(
                        choose(
                                both,
                                tls13,
                                SignatureScheme.ECDSA_NISTP256_SHA256,
                                SignatureScheme.RSA_PSS_SHA256))
                .isEqualTo(shownBy(EC));
    }

    @Test
    void aKeyOnAnotherCurveIsPassedOver() throws Exception {
        NotingManager both = NotingManager.of(EC_384).with("RSA", RSA);

        assertThat(
                        choose(
                                both,
                                tls13,
                                SignatureScheme.ECDSA_NISTP256_SHA256,
                                SignatureScheme.RSA_PSS_SHA256))
                .isEqualTo(shownBy(RSA));
        assertThat(
                        choose(
                                both,
                                tls12,
                                SignatureScheme.ECDSA_NISTP256_SHA256,
                                SignatureScheme.RSA_PKCS1_SHA256))
                .isEqualTo(shownBy(RSA));
    }

    @Test
    void aCurveThatTheClientLacksIsPassedOverBeforeTls13() throws Exception {
        NotingManager both = NotingManager.of(EC_384).with("RSA", RSA);
        ClientHello hello =
                Hellos.with(
                        List.of(
                                SignatureScheme.ECDSA_NISTP384_SHA384,
                                SignatureScheme.RSA_PSS_SHA256),
                        List.of(NamedGroup.SECP256R1),
                        List.of());

        assertThat(choose(both, tls12, hello)).isEqualTo(shownBy(RSA));
        assertThat(choose(both, tls13, hello)).isEqualTo(shownBy(EC_384));
    }

    @Test
    void aSchemeThatTls13LacksChoosesNothing() throws Exception {
        NotingManager manager = NotingManager.of(RSA);

        assertThat(choose(manager, tls13, SignatureScheme.RSA_PKCS1_SHA256)).isEmpty();
        assertThat(choose(manager, tls12, SignatureScheme.RSA_PKCS1_SHA256))
                .isEqualTo(shownBy(RSA));
    }

    @Test
    void aKeyThatBelongsToAnotherCertificateIsPassedOver() throws Exception {
        for (Identity wrong :
                List.of(
                        EC.withKey(identity(KeyKind.EC_P256).privateKey()),
                        EC.withKey(EC_384.privateKey()),
                        EC.withKey(RSA.privateKey()))) {
            NotingManager both = NotingManager.empty().with("EC", wrong).with("RSA", RSA);

            assertThat(
                            choose(
                                    both,
                                    tls13,
                                    SignatureScheme.ECDSA_NISTP256_SHA256,
                                    SignatureScheme.RSA_PSS_SHA256))
                    .isEqualTo(shownBy(RSA));
        }
    }

    @Test
    void aClientTakesTheNextTypeOfKey() throws Exception {
        Identity wrong = EC.withKey(identity(KeyKind.EC_P256).privateKey());
        NotingManager both = NotingManager.empty().with("EC", wrong).with("RSA", RSA);

        assertThat(
                        resolve(
                                both,
                                SignatureScheme.ECDSA_NISTP256_SHA256,
                                SignatureScheme.RSA_PSS_SHA256))
                .isEqualTo(shownBy(RSA));
        assertThat(both.questions())
                .containsExactly("engine client [EC, RSA] null", "engine client [RSA] null");
    }

    @Test
    void aClientShowsNothingThatItWasNotAskedFor() throws Exception {
        NotingManager fixed = NotingManager.empty().with("EC", RSA);

        assertThat(resolve(fixed, SignatureScheme.ECDSA_NISTP256_SHA256)).isEmpty();
        assertThat(fixed.questions()).hasSize(1);
    }

    @Test
    void anAliasWithoutAnythingBehindItIsPassedOver() throws Exception {
        NotingManager empty =
                NotingManager.empty()
                        .with("EC", new Identity(List.of(), EC.privateKey()))
                        .with("RSA", RSA);

        assertThat(
                        choose(
                                empty,
                                tls13,
                                SignatureScheme.ECDSA_NISTP256_SHA256,
                                SignatureScheme.RSA_PSS_SHA256))
                .isEqualTo(shownBy(RSA));
    }

    @Test
    void kindsOfKeysThatRustlsLacksArePassedOver() throws Exception {
        Identity odd = Identity.selfSigned("Ed448", NamedParameterSpec.ED448, "Ed448");

        assertThat(Abilities.of(odd.publicKey())).isEmpty();
        assertThat(
                        new CertifiedKeys()
                                .get(odd.credential(), tls13.parameters().offer().schemesToSign()))
                .isEmpty();
    }

    @Test
    void anRsaPssKeySignsWithTls13Only() throws Exception {
        NotingManager both = NotingManager.of(pss(rsa2048(null))).with("RSA", RSA);
        SignatureScheme[] offered = {
            SignatureScheme.RSA_PSS_PSS_SHA256, SignatureScheme.RSA_PSS_SHA256
        };

        assertThat(choose(both, tls13, offered)).isPresent().isNotEqualTo(shownBy(RSA));
        assertThat(choose(both, tls12, offered)).isEqualTo(shownBy(RSA));
        assertThat(choose(both, tls13, SignatureScheme.RSA_PSS_SHA256)).isEqualTo(shownBy(RSA));
    }

    @Test
    void anRsaPssKeyMayBeBoundToAHash() throws Exception {
        AlgorithmParameterSpec bound =
                new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1);
        AlgorithmParameterSpec oddMask =
                new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA1, 48, 1);

        assertThat(Abilities.of(pss(rsa2048(bound)).publicKey()))
                .containsExactly(SignatureScheme.RSA_PSS_PSS_SHA384);
        assertThat(Abilities.of(pss(rsa2048(oddMask)).publicKey())).isEmpty();
        assertThat(Abilities.of(pss(rsa2048(null)).publicKey()))
                .containsExactly(
                        SignatureScheme.RSA_PSS_PSS_SHA512,
                        SignatureScheme.RSA_PSS_PSS_SHA384,
                        SignatureScheme.RSA_PSS_PSS_SHA256);
    }

    private static AlgorithmParameterSpec rsa2048(@Nullable AlgorithmParameterSpec bound) {
        return new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4, bound);
    }

    private static Identity pss(AlgorithmParameterSpec spec) throws Exception {
        return Identity.certified("RSASSA-PSS", spec);
    }

    private static Optional<CertificateDer> shownBy(Identity identity) {
        return Optional.of(CertificateDer.of(identity.chain().getFirst()));
    }

    private static Optional<CertificateDer> choose(
            NotingManager manager, View view, SignatureScheme... schemes) throws Exception {
        return choose(manager, view, Hellos.with(List.of(schemes), List.of()));
    }

    private static Optional<CertificateDer> choose(
            NotingManager manager, View view, ClientHello hello) throws Exception {
        return KeyChoice.of(manager)
                .serverKey(view, hello, view.parameters().offer())
                .map(key -> key.chain().getFirst());
    }

    private static Optional<CertificateDer> resolve(
            NotingManager manager, SignatureScheme... schemes) throws Exception {
        View view = View.of(true, ProtocolVersion.TLSV1_3);
        Optional<CertifiedKey> key =
                CurrentHandshake.during(
                        view,
                        () ->
                                Optional.ofNullable(
                                        KeyChoice.of(manager)
                                                .clientResolver()
                                                .resolve(List.of(), List.of(schemes))));
        return key.map(it -> it.chain().getFirst());
    }
}
