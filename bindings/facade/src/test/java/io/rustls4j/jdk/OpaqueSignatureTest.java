package io.rustls4j.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.ProviderSigningKey;
import io.rustls4j.SignatureScheme;
import io.rustls4j.SigningKey;
import io.rustls4j.testkit.KeyKind;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpaqueSignatureTest {
    private static final byte[] MESSAGE = {1, 2, 3};
    private static final PSSParameterSpec PSS_SHA256 =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    private final KeyPair rsa = KeyKind.RSA_2048.generate();
    private final SigningKey signer = ProviderSigningKey.of(rsa.getPrivate(), rsa.getPublic());

    @Test
    void theProviderIsFoundByTheKey() throws GeneralSecurityException {
        PrivateKey opaque = OpaqueKeys.of(signer, rsa.getPublic(), signer.schemes());
        Signature signature = Signature.getInstance("SHA256withRSA");

        signature.initSign(opaque);
        signature.update(MESSAGE);

        assertThat(signature.getProvider().getName()).isEqualTo(OpaqueKeyProvider.NAME);
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(rsa.getPublic());
        verifier.update(MESSAGE);
        assertThat(verifier.verify(signature.sign())).isTrue();
    }

    @Test
    void otherKeysAreSignedByOthers() throws GeneralSecurityException {
        OpaqueKeys.of(signer, rsa.getPublic(), signer.schemes());
        Signature signature = Signature.getInstance("SHA256withRSA");

        signature.initSign(rsa.getPrivate());

        assertThat(signature.getProvider().getName()).isNotEqualTo(OpaqueKeyProvider.NAME);
    }

    @Test
    void theProviderComesLastAndOnce() {
        OpaqueKeys.of(signer, rsa.getPublic(), signer.schemes());
        OpaqueKeys.of(signer, rsa.getPublic(), signer.schemes());

        assertThat(Arrays.stream(Security.getProviders()).map(provider -> provider.getName()))
                .containsOnlyOnce(OpaqueKeyProvider.NAME)
                .endsWith(OpaqueKeyProvider.NAME);
    }

    @Test
    void aSchemeThatTheKeyDoesNotHaveIsRefusedBeforeItIsUsed() throws GeneralSecurityException {
        PrivateKey onlyPss =
                OpaqueKeys.of(signer, rsa.getPublic(), List.of(SignatureScheme.RSA_PSS_SHA256));
        Signature pss = Signature.getInstance("RSASSA-PSS", OpaqueKeyProvider.NAME);
        pss.setParameter(PSS_SHA256);

        pss.initSign(onlyPss);
        pss.update(MESSAGE);

        assertThat(pss.sign()).hasSize(256);
        Signature pkcs1 = Signature.getInstance("SHA256withRSA", OpaqueKeyProvider.NAME);
        assertThatThrownBy(() -> pkcs1.initSign(onlyPss)).isInstanceOf(InvalidKeyException.class);
    }

    @Test
    void theKeyShowsNothing() {
        PrivateKey opaque = OpaqueKeys.of(signer, rsa.getPublic(), signer.schemes());

        assertThat(opaque.getEncoded()).isNull();
        assertThat(opaque.getFormat()).isNull();
        assertThat(opaque.toString()).isEqualTo("OpaqueKey[RSA]");
    }
}
