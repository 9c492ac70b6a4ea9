package io.rustls4j.jdk;

import io.rustls4j.SignatureScheme;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Set;

/** Which signature schemes go with which kind of key. */
final class KeySchemes {
    /** RFC 8446 section 4.2.3: these sign certificates only, in TLS 1.3. */
    private static final Set<SignatureScheme> TLS12_ONLY =
            Set.of(
                    SignatureScheme.RSA_PKCS1_SHA256,
                    SignatureScheme.RSA_PKCS1_SHA384,
                    SignatureScheme.RSA_PKCS1_SHA512);

    private KeySchemes() {}

    /** The schemes that a key can sign with; empty for kinds of keys that TLS has no use for. */
    static List<SignatureScheme> of(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa when rsa.getAlgorithm().equals("RSASSA-PSS") ->
                    List.of(
                            SignatureScheme.RSA_PSS_PSS_SHA256,
                            SignatureScheme.RSA_PSS_PSS_SHA384,
                            SignatureScheme.RSA_PSS_PSS_SHA512);
            case RSAPublicKey _ ->
                    List.of(
                            SignatureScheme.RSA_PSS_SHA256,
                            SignatureScheme.RSA_PSS_SHA384,
                            SignatureScheme.RSA_PSS_SHA512,
                            SignatureScheme.RSA_PKCS1_SHA256,
                            SignatureScheme.RSA_PKCS1_SHA384,
                            SignatureScheme.RSA_PKCS1_SHA512);
            case ECPublicKey ec -> ofFieldSize(ec.getParams().getCurve().getField().getFieldSize());
            case EdECPublicKey ed -> ofEdwardsCurve(ed.getParams().getName());
            default -> List.of();
        };
    }

    static boolean signsIn(SignatureScheme scheme, boolean tls13) {
        return !tls13 || !TLS12_ONLY.contains(scheme);
    }

    private static List<SignatureScheme> ofFieldSize(int bits) {
        return switch (bits) {
            case 256 -> List.of(SignatureScheme.ECDSA_NISTP256_SHA256);
            case 384 -> List.of(SignatureScheme.ECDSA_NISTP384_SHA384);
            case 521 -> List.of(SignatureScheme.ECDSA_NISTP521_SHA512);
            default -> List.of();
        };
    }

    private static List<SignatureScheme> ofEdwardsCurve(String name) {
        return switch (name) {
            case "Ed25519" -> List.of(SignatureScheme.ED25519);
            default -> List.of();
        };
    }
}
