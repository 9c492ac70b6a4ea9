package io.rustls4j.jsse.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator has disabled beyond webpki's own limits makes the JDK judge alone. */
class DisabledAlgorithmsTest {
    private static final String CERTPATH = "jdk.certpath.disabledAlgorithms";
    private static final String TLS = "jdk.tls.disabledAlgorithms";

    @Test
    void theDefaultsOfThisJdkLeaveWebPkiAlone() {
        assertThat(DisabledAlgorithms.ofThisJdk().leaveWebPkiAlone()).isTrue();
    }

    /** Of the JDKs 22 to 25, and with the hardening that administrators commonly add. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MD2, MD5, SHA1 jdkCA & usage TLSServer, RSA keySize < 1024, DSA keySize < 1024,"
                        + " EC keySize < 224, SHA1 usage SignedJAR & denyAfter 2019-01-01",
                "MD2, MD5, RSA keySize < 1024, DSA keySize < 1024, EC keySize < 224,"
                        + " include jdk.disabled.namedCurves",
                "SSLv3, TLSv1, TLSv1.1, DTLSv1.0, RC4, DES, MD5withRSA, DH keySize < 1024,"
                        + " EC keySize < 224, 3DES_EDE_CBC, anon, NULL, ECDH, TLS_RSA_*,"
                        + " rsa_pkcs1_sha1 usage HandshakeSignature,"
                        + " ecdsa_sha1 usage HandshakeSignature, dsa_sha1 usage HandshakeSignature",
                "\"MD5, RSA keySize < 2048\"",
                "RSA keySize <= 2047, EC keySize < 256, DSA, SHA1, SHA1withRSA, SHA224withECDSA",
                "SHA256withDSA, secp256k1, sect163k1, X9.62 c2tnb191v1, brainpoolP256r1",
                "RSA usage SignedJAR, SHA256 denyAfter 2019-01-01 & usage SignedJAR"
            })
    void leavesWebPkiAlone(String value) {
        assertThat(leftAlone(CERTPATH, value)).isTrue();
        assertThat(leftAlone(TLS, value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RSA",
                "RSA keySize < 2049",
                "RSA keySize <= 2048",
                "rsa KEYSIZE < 3072",
                "RSA keySize < 3072 & usage TLSServer",
                "RSA keySize != 4096",
                "RSA keySize > 4096",
                "RSASSA-PSS",
                "RSASSA-PSS keySize < 3072",
                "EC",
                "EC keySize < 384",
                "EC keySize <= 256",
                "EdDSA",
                "Ed25519",
                "SHA256",
                "SHA-256",
                "SHA384withECDSA",
                "SHA512withRSA denyAfter 2030-01-01",
                "SHA256 jdkCA",
                "RSA usage TLSServer",
                "RSA usage SignedJAR TLSServer",
                "secp256r1",
                "X9.62 prime256v1",
                "SHA256withRSAandMGF1",
                "MGF1",
                "1.2.840.113549.1.1.11",
                "TLSv1.3withSomethingNew",
                "\"MD5, EC\"",
                "MD5, something nobody has heard of"
            })
    void restrictsWebPki(String value) {
        assertThat(leftAlone(CERTPATH, value)).isFalse();
        assertThat(leftAlone(TLS, value)).isFalse();
    }

    @Test
    void curvesAreIncludedFromTheirProperty() {
        assertThat(
                        new DisabledAlgorithms(
                                        Map.of(
                                                        CERTPATH,
                                                        "MD5, include jdk.disabled.namedCurves",
                                                        "jdk.disabled.namedCurves",
                                                        "secp256k1")
                                                ::get)
                                .leaveWebPkiAlone())
                .isTrue();
        assertThat(
                        new DisabledAlgorithms(
                                        Map.of(
                                                        CERTPATH,
                                                        "MD5, include jdk.disabled.namedCurves",
                                                        "jdk.disabled.namedCurves",
                                                        "secp256k1, secp384r1")
                                                ::get)
                                .leaveWebPkiAlone())
                .isFalse();
    }

    private static boolean leftAlone(String property, String value) {
        return new DisabledAlgorithms(Map.of(property, value)::get).leaveWebPkiAlone();
    }
}
