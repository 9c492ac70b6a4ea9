package io.rustls4j.tcnative.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rustls4j.CertificateDer;
import io.rustls4j.SignatureScheme;
import io.rustls4j.tcnative.bio.MemBio;
import io.rustls4j.tcnative.certificate.PrivateKeyHandle;
import io.rustls4j.tcnative.certificate.X509Chain;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A credential keeps what it is given, refuses what makes no sense, and owns its key. */
final class CredentialTest {
    private final IssuedCertificate issued = TestAuthority.root("root").newCertificate().issue();
    private final Credential credential = new Credential();

    @Test
    void aNewOneIsEmpty() {
        assertThat(credential.chain()).isNull();
        assertThat(credential.key()).isNull();
        assertThat(credential.ocspResponse()).isNull();
        assertThat(credential.signedCertTimestampList()).isNull();
        assertThat(credential.signingAlgorithms()).isEmpty();
        assertThat(credential.mustMatchIssuer()).isFalse();
    }

    @Test
    void itKeepsWhatItIsGiven() throws Exception {
        X509Chain chain = new X509Chain(List.of(CertificateDer.of(issued.certificate())));
        credential.setChain(chain);
        credential.setOcspResponse(new byte[] {1, 2});
        credential.setMustMatchIssuer(true);
        credential.setSigningAlgorithms(new int[] {0x0804, 0x0403});
        credential.setSignedCertTimestampList(new byte[] {0, 3, 0, 1, 7});

        credential.setOcspResponse(new byte[0]);
        credential.setSigningAlgorithms(new int[0]);
        credential.setSignedCertTimestampList(new byte[0]);

        assertThat(credential.chain()).isEqualTo(chain);
        assertThat(credential.ocspResponse()).containsExactly(1, 2);
        assertThat(credential.mustMatchIssuer()).isTrue();
        assertThat(credential.signingAlgorithms())
                .containsExactly(
                        SignatureScheme.RSA_PSS_SHA256, SignatureScheme.ECDSA_NISTP256_SHA256);
        assertThat(credential.signedCertTimestampList()).containsExactly(0, 3, 0, 1, 7);
    }

    @Test
    void anEmptyChainIsRefused() {
        assertThatException()
                .isThrownBy(() -> credential.setChain(new X509Chain(List.of())))
                .isExactlyInstanceOf(Exception.class)
                .withMessageContaining("empty");
    }

    @Test
    void aSchemeThatThereIsNotIsRefused() {
        assertThatException()
                .isThrownBy(() -> credential.setSigningAlgorithms(new int[] {0x0804, 0x0001}))
                .withMessageContaining("INVALID_SIGNATURE_ALGORITHM");
        assertThat(credential.signingAlgorithms()).isEmpty();
    }

    @Test
    void aSchemeThatIsThereTwiceIsRefused() {
        assertThatException()
                .isThrownBy(() -> credential.setSigningAlgorithms(new int[] {0x0804, 0x0804}))
                .withMessageContaining("DUPLICATE_SIGNATURE_ALGORITHM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"00", "0000", "000400", "0003000000", "00030002ff", "00020000", "000300"})
    void aListOfTimestampsThatIsNoneIsRefused(String hex) {
        byte[] list = java.util.HexFormat.of().parseHex(hex);

        assertThatException()
                .isThrownBy(() -> credential.setSignedCertTimestampList(list))
                .withMessageContaining("INVALID_SCT_LIST");
    }

    @Test
    void theKeyLivesAsLongAsTheCredential() throws Exception {
        PrivateKeyHandle key = key();
        credential.setKey(key);
        key.free();

        PrivateKeyHandle kept = credential.key();
        assertThat(kept).isSameAs(key);
        assertThat(key.certify(List.of(CertificateDer.of(issued.certificate())))).isNotNull();

        assertThat(credential.free()).isTrue();
        assertThatIllegalStateException().isThrownBy(key::retain);
    }

    @Test
    void anotherKeyTakesThePlaceOfTheFirst() throws Exception {
        PrivateKeyHandle first = key();
        PrivateKeyHandle second = key();
        credential.setKey(first);
        first.free();

        credential.setKey(second);

        assertThat(credential.key()).isSameAs(second);
        assertThatIllegalStateException().isThrownBy(first::retain);
    }

    @Test
    void itLivesAsLongAsItHasAnOwner() {
        assertThat(credential.retain()).isSameAs(credential);

        assertThat(credential.free()).isFalse();
        assertThat(credential.free()).isTrue();
        assertThatIllegalStateException().isThrownBy(credential::free);
        assertThatIllegalStateException().isThrownBy(credential::retain);
    }

    private PrivateKeyHandle key() throws Exception {
        MemBio bio = new MemBio();
        byte[] pem = issued.keyPem();
        try (Arena arena = Arena.ofConfined()) {
            bio.write(arena.allocateFrom(ValueLayout.JAVA_BYTE, pem).address(), pem.length);
        }
        return PrivateKeyHandle.parse(bio, null);
    }
}
