package io.rustls4j.jdk;

import io.rustls4j.SignatureScheme;
import java.security.InvalidKeyException;
import java.security.spec.PSSParameterSpec;
import org.jspecify.annotations.Nullable;

/** Which scheme of TLS is meant by an algorithm of the JDK, its parameters and the kind of key. */
final class OpaqueSchemes {
    private static final String PSS = "RSASSA-PSS";

    private OpaqueSchemes() {}

    static SignatureScheme of(String algorithm, String keyAlgorithm, @Nullable PSSParameterSpec pss)
            throws InvalidKeyException {
        return switch (algorithm) {
            case "SHA256withRSA" -> SignatureScheme.RSA_PKCS1_SHA256;
            case "SHA384withRSA" -> SignatureScheme.RSA_PKCS1_SHA384;
            case "SHA512withRSA" -> SignatureScheme.RSA_PKCS1_SHA512;
            case "SHA256withECDSA" -> SignatureScheme.ECDSA_NISTP256_SHA256;
            case "SHA384withECDSA" -> SignatureScheme.ECDSA_NISTP384_SHA384;
            case "SHA512withECDSA" -> SignatureScheme.ECDSA_NISTP521_SHA512;
            case "EdDSA", "Ed25519" -> SignatureScheme.ED25519;
            case PSS -> pss(pss, keyAlgorithm.equals(PSS));
            default -> throw new InvalidKeyException("no scheme of TLS signs with " + algorithm);
        };
    }

    private static SignatureScheme pss(@Nullable PSSParameterSpec parameters, boolean pssKey)
            throws InvalidKeyException {
        if (parameters == null) {
            throw new InvalidKeyException("RSASSA-PSS without parameters");
        }
        return switch (parameters.getDigestAlgorithm()) {
            case "SHA-256" ->
                    pssKey ? SignatureScheme.RSA_PSS_PSS_SHA256 : SignatureScheme.RSA_PSS_SHA256;
            case "SHA-384" ->
                    pssKey ? SignatureScheme.RSA_PSS_PSS_SHA384 : SignatureScheme.RSA_PSS_SHA384;
            case "SHA-512" ->
                    pssKey ? SignatureScheme.RSA_PSS_PSS_SHA512 : SignatureScheme.RSA_PSS_SHA512;
            default ->
                    throw new InvalidKeyException(
                            "RSASSA-PSS with "
                                    + parameters.getDigestAlgorithm()
                                    + " is not a scheme of TLS");
        };
    }
}
