package io.rustls4j.jdk;

import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.util.Set;

/** The signatures on certificates and revocation lists that rustls verifies: nothing with SHA-1, no short RSA keys. */
final class VerificationAlgorithms {
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;

    private static final Set<String> ALLOWED =
            Set.of(
                    "SHA256withRSA",
                    "SHA384withRSA",
                    "SHA512withRSA",
                    "RSASSA-PSS",
                    "SHA256withECDSA",
                    "SHA384withECDSA",
                    "SHA512withECDSA",
                    "EdDSA",
                    "Ed25519");

    private VerificationAlgorithms() {}

    static boolean allows(String signatureAlgorithm, PublicKey signer) {
        return ALLOWED.contains(signatureAlgorithm) && isLongEnough(signer);
    }

    private static boolean isLongEnough(PublicKey key) {
        if (!(key instanceof RSAKey rsa)) {
            return true;
        }
        int bits = rsa.getModulus().bitLength();
        return bits >= MIN_RSA_BITS && bits <= MAX_RSA_BITS;
    }
}
