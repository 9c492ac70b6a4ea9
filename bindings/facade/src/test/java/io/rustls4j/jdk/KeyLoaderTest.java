package io.rustls4j.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.CertifiedKey;
import io.rustls4j.SignatureScheme;
import io.rustls4j.SigningKey;
import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsConfigException.Reason;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.TestAuthority;
import io.rustls4j.wire.DerReader;
import io.rustls4j.wire.DerWriter;
import io.rustls4j.wire.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyLoaderTest {
    private static final TestAuthority ROOT = TestAuthority.root("keys");
    private static final IssuedCertificate RSA = issue(KeyKind.RSA_2048);
    private static final IssuedCertificate EC = issue(KeyKind.EC_P384);

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void everyKindIsReadFromPkcs8(KeyKind kind) {
        IssuedCertificate issued = issue(kind);

        LoadedKey loaded = KeyLoader.load(CertifiedKey.of(issued.chain(), issued.privateKey()));

        assertThat(loaded.chain()).isEqualTo(issued.chain());
        assertThat(loaded.schemes()).isNotEmpty();
        assertThat(loaded.key().getEncoded()).isEqualTo(issued.privateKey().getEncoded());
    }

    @Test
    void pkcs1IsWrapped() throws MalformedMessageException {
        byte[] pkcs1 = innerKey(RSA);

        LoadedKey loaded =
                KeyLoader.load(CertifiedKey.fromPem(RSA.chainPem(), pem("RSA PRIVATE KEY", pkcs1)));

        assertThat(loaded.key()).isEqualTo(RSA.privateKey());
    }

    @Test
    void sec1IsWrappedAndTakesTheCurveFromTheCertificate() throws MalformedMessageException {
        byte[] sec1 = innerKey(EC);
        assertThat(hasCurve(sec1)).isFalse();

        LoadedKey loaded =
                KeyLoader.load(CertifiedKey.fromPem(EC.chainPem(), pem("EC PRIVATE KEY", sec1)));

        assertThat(loaded.key()).isEqualTo(EC.privateKey());
    }

    @Test
    void sec1WithItsOwnCurveIsWrapped() throws MalformedMessageException {
        DerReader key = new DerReader(innerKey(EC)).read(DerReader.SEQUENCE);
        byte[] withCurve =
                DerWriter.value(
                        DerReader.SEQUENCE,
                        key.encoded(),
                        key.encoded(),
                        DerWriter.value(0xa0, new byte[] {6, 5, 0x2b, (byte) 0x81, 4, 0, 0x22}));
        assertThat(hasCurve(withCurve)).isTrue();

        LoadedKey loaded =
                KeyLoader.load(
                        CertifiedKey.fromPem(EC.chainPem(), pem("EC PRIVATE KEY", withCurve)));

        assertThat(((ECPrivateKey) loaded.key()).getS())
                .isEqualTo(((ECPrivateKey) EC.privateKey()).getS());
    }

    @Test
    void wrappingLeavesTheGivenKeyAlone() throws MalformedMessageException {
        byte[] pkcs1 = innerKey(RSA);
        byte[] before = pkcs1.clone();
        CertifiedKey key = CertifiedKey.fromPem(RSA.chainPem(), pem("RSA PRIVATE KEY", pkcs1));

        KeyLoader.load(key);
        KeyLoader.load(key);

        assertThat(pkcs1).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void aKeyOfAnotherCertificateIsFoundOut(KeyKind kind) {
        IssuedCertificate issued = issue(kind);
        IssuedCertificate sameKind =
                ROOT.newCertificate().dns("a.example").key(kind).ownKey().issue();
        IssuedCertificate otherKind = kind == KeyKind.RSA_2048 ? EC : RSA;

        for (IssuedCertificate other : List.of(sameKind, otherKind)) {
            assertRefused(
                    Reason.KEYS_MISMATCH,
                    () -> KeyLoader.load(CertifiedKey.of(issued.chain(), other.privateKey())));
        }
    }

    @Test
    void aKeyThatIsCutIsRefusedAndNotShown() throws MalformedMessageException {
        byte[] whole = innerKey(EC);
        for (int length = 1; length < whole.length; length += 7) {
            byte[] cut = pem("EC PRIVATE KEY", Arrays.copyOf(whole, length));
            assertRefused(
                    Reason.PRIVATE_KEY,
                    () -> KeyLoader.load(CertifiedKey.fromPem(EC.chainPem(), cut)));
        }
    }

    @Test
    void aSigningKeyMustSuitItsCertificate() {
        assertRefused(
                Reason.KEYS_MISMATCH,
                () ->
                        KeyLoader.load(
                                CertifiedKey.of(
                                        CertifiedKey.of(RSA.chain(), RSA.privateKey()).chain(),
                                        new NoKey())));
    }

    @Test
    void aResponseToStapleIsRefusedByName() {
        CertifiedKey stapling =
                CertifiedKey.of(EC.chain(), EC.privateKey()).withOcspResponse(new byte[1]);

        assertRefused(Reason.UNSUPPORTED_BY_ENGINE, () -> KeyLoader.load(stapling));
    }

    private static final class NoKey implements SigningKey {
        @Override
        public List<SignatureScheme> schemes() {
            return List.of(SignatureScheme.ED25519);
        }

        @Override
        public byte[] sign(SignatureScheme scheme, byte[] message) throws GeneralSecurityException {
            throw new GeneralSecurityException("not asked for");
        }
    }

    private static IssuedCertificate issue(KeyKind kind) {
        return ROOT.newCertificate().dns("a.example").key(kind).issue();
    }

    private static void assertRefused(Reason reason, ThrowingCallable load) {
        assertThatThrownBy(load)
                .isInstanceOfSatisfying(
                        TlsConfigException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    /** What PKCS#8 wraps: the encoding of the algorithm's own standard. */
    private static byte[] innerKey(IssuedCertificate issued) throws MalformedMessageException {
        DerReader key = new DerReader(issued.privateKey().getEncoded()).read(DerReader.SEQUENCE);
        key.read(DerReader.INTEGER);
        key.read(DerReader.SEQUENCE);
        return key.read(DerReader.OCTET_STRING).bytes();
    }

    private static boolean hasCurve(byte[] sec1) throws MalformedMessageException {
        DerReader key = new DerReader(sec1).read(DerReader.SEQUENCE);
        key.skip();
        key.skip();
        return key.next(0xa0);
    }

    private static byte[] pem(String label, byte[] der) {
        String text =
                "-----BEGIN "
                        + label
                        + "-----\n"
                        + Base64.getMimeEncoder().encodeToString(der)
                        + "\n-----END "
                        + label
                        + "-----\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
