package io.rustls4j.jdk;

import io.rustls4j.SignatureScheme;
import io.rustls4j.SigningKey;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Security;
import java.security.interfaces.RSAPublicKey;
import java.util.List;

/** Makes JSSE keys of signing keys. */
final class OpaqueKeys {
    private OpaqueKeys() {}

    static PrivateKey of(SigningKey key, PublicKey publicKey, List<SignatureScheme> schemes) {
        install();
        String algorithm = publicKey.getAlgorithm();
        return publicKey instanceof RSAPublicKey rsa
                ? new OpaqueRsaKey(key, schemes, algorithm, rsa.getModulus())
                : new OpaqueKey(key, schemes, algorithm);
    }

    /**
     * JSSE signs through {@code Signature.getInstance}, which looks at installed providers only.
     * Ours comes last and takes no keys but our own, so that nobody else can notice it. It is
     * installed again if somebody has removed it.
     */
    private static void install() {
        if (Security.getProvider(OpaqueKeyProvider.NAME) == null) {
            Security.addProvider(new OpaqueKeyProvider());
        }
    }
}
