package io.rustls4j.jdk;

import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.util.Set;

/**
 * The signatures on certificates and revocation lists that rustls verifies: nothing with SHA-1, no
 * short RSA keys.
 */
final class VerificationAlgorithms {
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;

    /** By number, since providers spell the names differently: RFC 4055, RFC 5758 and RFC 8410. */
    private static final Set<String> ALLOWED =
            Set.of(
                    "1.2.840.113549.1.1.10",
                    "1.2.840.113549.1.1.11",
                    "1.2.840.113549.1.1.12",
                    "1.2.840.113549.1.1.13",
                    "1.2.840.10045.4.3.2",
                    "1.2.840.10045.4.3.3",
                    "1.2.840.10045.4.3.4",
                    "1.3.101.112");

    private VerificationAlgorithms() {}

    /** Whether a signature with an algorithm, told by its OID, and a key counts. */
    static boolean allows(String signatureOid, PublicKey signer) {
        return ALLOWED.contains(signatureOid) && isLongEnough(signer);
    }

    private static boolean isLongEnough(PublicKey key) {
        if (!(key instanceof RSAKey rsa)) {
            return true;
        }
        int bits = rsa.getModulus().bitLength();
        return bits >= MIN_RSA_BITS && bits <= MAX_RSA_BITS;
    }
}
