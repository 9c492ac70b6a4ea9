package io.rustls4j.jdk;

import io.rustls4j.ProviderSigningKey;
import io.rustls4j.SignatureScheme;
import io.rustls4j.TlsConfigException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import org.jspecify.annotations.Nullable;

/** Finds out whether a private key belongs to a certificate, before a peer does. */
final class KeyPairs {
    private static final byte[] PROBE = {'r', 'u', 's', 't', 'l', 's', '4', 'j'};

    private KeyPairs() {}

    /** Throws if the two do not belong together. */
    static void check(PrivateKey privateKey, PublicKey publicKey, SignatureScheme scheme) {
        if (privateKey instanceof RSAKey ours && publicKey instanceof RSAKey theirs) {
            require(ours.getModulus().equals(theirs.getModulus()), null);
            return;
        }
        try {
            byte[] signature = ProviderSigningKey.of(privateKey, publicKey).sign(scheme, PROBE);
            Signature verifier = Signature.getInstance(algorithm(scheme));
            verifier.initVerify(publicKey);
            verifier.update(PROBE);
            require(verifier.verify(signature), null);
        } catch (GeneralSecurityException e) {
            require(false, e);
        }
    }

    private static String algorithm(SignatureScheme scheme) {
        return switch (scheme.id()) {
            case 0x0403 -> "SHA256withECDSA";
            case 0x0503 -> "SHA384withECDSA";
            case 0x0603 -> "SHA512withECDSA";
            default -> "EdDSA";
        };
    }

    private static void require(boolean match, @Nullable Throwable cause) {
        if (!match) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.KEYS_MISMATCH,
                    "the private key does not belong to the first certificate of the chain",
                    cause);
        }
    }
}
