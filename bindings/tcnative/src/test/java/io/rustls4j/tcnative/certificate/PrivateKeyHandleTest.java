package io.rustls4j.tcnative.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rustls4j.CertificateDer;
import io.rustls4j.CertifiedKey;
import io.rustls4j.EngineKind;
import io.rustls4j.KeyMaterial;
import io.rustls4j.ServerConfig;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.TestAuthority;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys are read in all the forms that Netty's users have them in, and are zeroed when freed. */
final class PrivateKeyHandleTest {
    // One P-256 key of no worth, as openssl 3.0 writes it in several ways.
    private static final String PKCS8 =
            "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgemEOF8lVq/0TTX1e"
                    + "8ttYowWShTjCQH3p7F3rwgAMKJ6hRANCAASuFUBf8L+csSrpVTdwZU8MPPmOKGGy"
                    + "mtAtS0DdBwb1+i2ZYsh1IQEc7nQ5k2dFwOCYvl44tZfz3oFwRzmYmJm8";
    private static final String SEC1 =
            "MHcCAQEEIHphDhfJVav9E019XvLbWKMFkoU4wkB96exd68IADCieoAoGCCqGSM49"
                    + "AwEHoUQDQgAErhVAX/C/nLEq6VU3cGVPDDz5jihhsprQLUtA3QcG9fotmWLIdSEB"
                    + "HO50OZNnRcDgmL5eOLWX896BcEc5mJiZvA==";
    private static final String PBES2_AES256_SHA256 =
            "MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjt3ewsUe4kKQICCAAw"
                    + "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEANpix4DOe/OO4Lf4rYjdh4EgZB6"
                    + "7ta2k/sbC2+Ps46bNEI+dlqRzQ9wmD2pten1x/yuyhKO7CIi8Zyv/xv7WYlDv9l4"
                    + "gabPz64IGqisn03auEYS6WzVeD3TX98DSXTgwMstF/TndiNJgEsXM3/QsS5opO/d"
                    + "GAc1ND+8w/L4FjId2HRJNmoFIk4wnc/t328LIXkpj2jJgqkcckbAtyk74k+vlWs=";
    private static final String PBES2_AES128_SHA1 =
            "MIHeMEkGCSqGSIb3DQEFDTA8MBsGCSqGSIb3DQEFDDAOBAgWIMY/mlAJ1AICCAAw"
                    + "HQYJYIZIAWUDBAECBBBmLEDZKC6rvtxy/x+wdUMFBIGQwNIaA3oP3r0ubcrH47/k"
                    + "m+WSEhoaPsuMllNTyJY94DcK0jeuDcnphwPXPi81k5Aad0LfHaZlnOOtwIGyYH0N"
                    + "jsh07rWKNPH/iMOygY9E+gcO/9XunpwudTv4mfoBZA+y9AOpgXwmJs9OFph1LGHm"
                    + "o9mHelScyYZlCz4uW079NRLWzDuvxCIGpZNOXuNYeUvZ";
    private static final String PBES1_3DES =
            "MIGxMBwGCiqGSIb3DQEMAQMwDgQI5cMHzFJz1bkCAggABIGQK7Yl1J3z2l/iP5rM"
                    + "zYtjrXN7A8+Saiz6YOU9SL7PR3+Cp0rzrnElxAmqrCXTA/9Bqnjy+kMLaZm/pQSr"
                    + "krKNENlSs4iW+3xSwWOa3f5oR2PycwA7E2FX7Hsw//mEJaEHwLkCCKcLLls0oLAK"
                    + "pHRvnpYKsn/3AADWcyazuP1JCSgLURwyl9kRbjhL0rlpnwz0";
    private static final String PASSWORD = "secret";

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void aServerCanUseAPkcs8Key(KeyKind kind) throws Exception {
        IssuedCertificate issued = TestAuthority.root("root").newCertificate().key(kind).issue();
        PrivateKeyHandle key = PrivateKeyHandle.parse(PemBio.of(issued.keyPem()), null);

        assertServes(key.certify(chain(issued)));
    }

    @Test
    void aServerCanUseAPkcs1Key() throws Exception {
        IssuedCertificate issued =
                TestAuthority.root("root").newCertificate().key(KeyKind.RSA_2048).issue();
        byte[] pkcs8 = issued.privateKey().getEncoded();
        // The PKCS#1 form is all that follows the algorithm, which has 26 bytes with what is
        // before.
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
        PrivateKeyHandle key = parse(PemBio.block("RSA PRIVATE KEY", pkcs1), null);

        CertifiedKey certified = key.certify(chain(issued));

        assertThat(((KeyMaterial.Encoded) certified.key()).label()).isEqualTo("RSA PRIVATE KEY");
        assertServes(certified);
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2047, 8193})
    void anRsaKeyThatRustlsDoesNotSignWithIsRefused(int bits) throws Exception {
        byte[] pkcs8 = rsaKey(bits);
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
        assertThatException()
                .isThrownBy(() -> parse(PemBio.block("PRIVATE KEY", pkcs8), null))
                .withMessageContaining("an RSA key of " + bits + " bits")
                .withMessageContaining("2048 to 8192");
        assertThatException()
                .isThrownBy(() -> parse(PemBio.block("RSA PRIVATE KEY", pkcs1), null))
                .withMessageContaining("an RSA key of " + bits + " bits");
    }

    @ParameterizedTest
    @ValueSource(ints = {2048, 8192})
    void anRsaKeyOfAPossibleSizeIsTaken(int bits) throws Exception {
        assertThat(parse(PemBio.block("PRIVATE KEY", rsaKey(bits)), null)).isNotNull();
    }

    /** Not one that signs. */
    private static byte[] rsaKey(int bits) throws Exception {
        BigInteger modulus = BigInteger.ONE.setBit(bits - 1);
        BigInteger other = BigInteger.ONE.setBit(1000);
        return KeyFactory.getInstance("RSA")
                .generatePrivate(
                        new RSAPrivateCrtKeySpec(
                                modulus,
                                RSAKeyGenParameterSpec.F4,
                                other,
                                other,
                                other,
                                other,
                                other,
                                other))
                .getEncoded();
    }

    @Test
    void parametersBeforeASec1KeyAreSkipped() throws Exception {
        String text =
                PemBio.block("EC PARAMETERS", "BggqhkjOPQMBBw==")
                        + PemBio.block("EC PRIVATE KEY", SEC1);

        KeyMaterial material = certify(parse(text, null)).key();

        assertThat(material)
                .isEqualTo(
                        new KeyMaterial.Encoded(
                                "EC PRIVATE KEY", Base64.getDecoder().decode(SEC1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {PBES2_AES256_SHA256, PBES2_AES128_SHA1, PBES1_3DES})
    void anEncryptedKeyIsTheKey(String encrypted) throws Exception {
        PrivateKeyHandle plain = parse(PemBio.block("PRIVATE KEY", PKCS8), null);

        PrivateKeyHandle key = parse(PemBio.block("ENCRYPTED PRIVATE KEY", encrypted), PASSWORD);

        assertThat(key.identity()).isEqualTo(plain.identity());
        assertThat(certify(key).key())
                .isEqualTo(
                        new KeyMaterial.Encoded("PRIVATE KEY", Base64.getDecoder().decode(PKCS8)));
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertRefused(PemBio.block("ENCRYPTED PRIVATE KEY", PBES2_AES256_SHA256), "wrong");
        assertRefused(PemBio.block("ENCRYPTED PRIVATE KEY", PBES2_AES256_SHA256), "");
    }

    @Test
    void anEncryptedKeyWithoutAPasswordIsRefused() {
        assertThat(assertRefused(PemBio.block("ENCRYPTED PRIVATE KEY", PBES1_3DES), null))
                .contains("password");
    }

    @Test
    void theOldEncryptionOfPemIsNamed() {
        String text =
                "-----BEGIN EC PRIVATE KEY-----\n"
                        + "Proc-Type: 4,ENCRYPTED\n"
                        + "DEK-Info: AES-128-CBC,FA9ED9808C6A1030492DD827F5976DF6\n\n"
                        + SEC1
                        + "\n-----END EC PRIVATE KEY-----\n";

        assertThat(assertRefused(text, PASSWORD)).contains("PKCS#8");
    }

    @Test
    void whatIsNoKeyIsRefused() {
        assertRefused("", null);
        assertRefused("no PEM", null);
        assertRefused(PemBio.block("CERTIFICATE", PKCS8), null);
        assertRefused(PemBio.block("DSA PRIVATE KEY", PKCS8), null);
        assertRefused(PemBio.block("PRIVATE KEY", ""), null);
        assertRefused(PemBio.block("PRIVATE KEY", "AAAA"), null);
        assertRefused(PemBio.block("PRIVATE KEY", PKCS8.substring(0, 64)), null);
        assertRefused("-----BEGIN PRIVATE KEY-----\n" + PKCS8, null);
    }

    @Test
    void differentKeysAreTellable() throws Exception {
        Object one = parse(PemBio.block("PRIVATE KEY", PKCS8), null).identity();
        IssuedCertificate issued = TestAuthority.root("root").newCertificate().issue();
        Object other = PrivateKeyHandle.parse(PemBio.of(issued.keyPem()), null).identity();

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void theSameChainHasTheSameCertifiedKeyAndAnotherHasAnother() throws Exception {
        IssuedCertificate issued = TestAuthority.root("root").newCertificate().issue();
        PrivateKeyHandle key = PrivateKeyHandle.parse(PemBio.of(issued.keyPem()), null);

        CertifiedKey first = key.certify(chain(issued));

        assertThat(key.certify(chain(issued))).isSameAs(first);
        IssuedCertificate other = TestAuthority.root("other").newCertificate().issue();
        assertThat(key.certify(chain(other)).chain()).isEqualTo(chain(other));
        assertThat(key.certify(chain(issued)).chain()).isEqualTo(chain(issued));
    }

    @Test
    void aFreedKeyIsNotThereAnyMoreButWhatWasMadeOfItIs() throws Exception {
        IssuedCertificate issued = TestAuthority.root("root").newCertificate().issue();
        PrivateKeyHandle key = PrivateKeyHandle.parse(PemBio.of(issued.keyPem()), null);
        CertifiedKey certified = key.certify(chain(issued));

        key.free();

        assertThatIllegalStateException().isThrownBy(() -> key.certify(chain(issued)));
        assertThatIllegalStateException().isThrownBy(key::retain);
        assertThatIllegalStateException().isThrownBy(key::free);
        assertServes(certified);
    }

    @Test
    void aKeyIsThereAsLongAsItHasAnOwner() throws Exception {
        IssuedCertificate issued = TestAuthority.root("root").newCertificate().issue();
        PrivateKeyHandle key = PrivateKeyHandle.parse(PemBio.of(issued.keyPem()), null);

        assertThat(key.retain()).isSameAs(key);
        key.free();

        assertServes(key.certify(chain(issued)));
        key.free();
        assertThatIllegalStateException().isThrownBy(() -> key.certify(chain(issued)));
    }

    @Test
    void theBioIsLeftAsItIs() throws Exception {
        var bio = PemBio.of(PemBio.block("PRIVATE KEY", PKCS8));

        PrivateKeyHandle first = PrivateKeyHandle.parse(bio, null);
        first.free();

        assertThat(PrivateKeyHandle.parse(bio, null).identity()).isEqualTo(first.identity());
    }

    @Test
    void theTextFormHasNoKey() throws Exception {
        assertThat(parse(PemBio.block("PRIVATE KEY", PKCS8), null))
                .hasToString("PrivateKeyHandle[PRIVATE KEY]");
    }

    /** rustls reads chain and key, and refuses what does not fit. */
    private static void assertServes(CertifiedKey certified) {
        try (ServerConfig config =
                ServerConfig.builder(EngineKind.RUSTLS).certifiedKeys(certified).build()) {
            assertThat(config).isNotNull();
        }
    }

    private static CertifiedKey certify(PrivateKeyHandle key) {
        return key.certify(chain(TestAuthority.root("root").newCertificate().issue()));
    }

    private static List<CertificateDer> chain(IssuedCertificate issued) {
        return issued.chain().stream().map(CertificateDer::of).toList();
    }

    private static PrivateKeyHandle parse(String pem, @Nullable String password) throws Exception {
        return PrivateKeyHandle.parse(PemBio.of(pem), password);
    }

    private static String assertRefused(String pem, @Nullable String password) {
        String[] message = new String[1];
        assertThatException()
                .isThrownBy(() -> parse(pem, password))
                .isExactlyInstanceOf(Exception.class)
                .withMessageStartingWith("Unable to load certificate key (")
                .satisfies(failure -> message[0] = failure.getMessage());
        return message[0];
    }
}
