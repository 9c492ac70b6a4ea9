package io.rustls4j.tcnative.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.SignatureScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemes have names from which Netty makes those of Java's algorithms. */
final class SignatureNamesTest {
    @ParameterizedTest
    @CsvSource({
        "rsa_pkcs1_sha1, rsa_pkcs1_sha1",
        "rsa_pkcs1_sha256, rsa_pkcs1_sha256",
        "rsa_pss_rsae_sha512, rsa_pss_rsae_sha512",
        "ecdsa_sha1, ecdsa_sha1",
        "ecdsa_secp256r1_sha256, ecdsa_sha256",
        "ecdsa_secp384r1_sha384, ecdsa_sha384",
        "ecdsa_secp521r1_sha512, ecdsa_sha512",
        "ed25519, ed25519"
    })
    void aSchemeHasOpenSslsNameWithoutACurve(String iana, String openSsl) {
        assertThat(SignatureNames.openSslName(SignatureScheme.named(iana).orElseThrow()))
                .contains(openSsl);
    }

    @Test
    void whatOpenSslDoesNotKnowHasNoName() {
        assertThat(SignatureNames.openSslName(SignatureScheme.ML_DSA_65)).isEmpty();
        assertThat(SignatureNames.openSslName(new SignatureScheme(0xfafa))).isEmpty();
    }
}
