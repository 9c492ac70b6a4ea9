package io.rustls4j.jdk;

import io.rustls4j.SignatureScheme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The schemes behind the names of algorithms with which JSSE tells what a server accepts.
 * RSASSA-PSS stands for several of them: JSSE does not say for which hash and which kind of key, so
 * all are assumed.
 */
final class SchemeNames {
    private SchemeNames() {}

    static List<SignatureScheme> schemes(String[] algorithms) {
        Set<SignatureScheme> schemes = new LinkedHashSet<>();
        for (String algorithm : algorithms) {
            schemes.addAll(schemes(algorithm));
        }
        return new ArrayList<>(schemes);
    }

    private static List<SignatureScheme> schemes(String algorithm) {
        return switch (algorithm) {
            case "SHA256withECDSA" -> List.of(SignatureScheme.ECDSA_NISTP256_SHA256);
            case "SHA384withECDSA" -> List.of(SignatureScheme.ECDSA_NISTP384_SHA384);
            case "SHA512withECDSA" -> List.of(SignatureScheme.ECDSA_NISTP521_SHA512);
            case "SHA1withECDSA" -> List.of(SignatureScheme.ECDSA_SHA1_LEGACY);
            case "Ed25519" -> List.of(SignatureScheme.ED25519);
            case "Ed448" -> List.of(SignatureScheme.ED448);
            case "EdDSA" -> List.of(SignatureScheme.ED25519, SignatureScheme.ED448);
            case "SHA256withRSA" -> List.of(SignatureScheme.RSA_PKCS1_SHA256);
            case "SHA384withRSA" -> List.of(SignatureScheme.RSA_PKCS1_SHA384);
            case "SHA512withRSA" -> List.of(SignatureScheme.RSA_PKCS1_SHA512);
            case "SHA1withRSA" -> List.of(SignatureScheme.RSA_PKCS1_SHA1);
            case "RSASSA-PSS" ->
                    List.of(
                            SignatureScheme.RSA_PSS_SHA256,
                            SignatureScheme.RSA_PSS_SHA384,
                            SignatureScheme.RSA_PSS_SHA512,
                            SignatureScheme.RSA_PSS_PSS_SHA256,
                            SignatureScheme.RSA_PSS_PSS_SHA384,
                            SignatureScheme.RSA_PSS_PSS_SHA512);
            default -> List.of();
        };
    }
}
