package io.rustls4j.jsse.parameters;

import io.rustls4j.SignatureScheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The signature schemes of rustls, in the JDK's order of preference. */
public final class Schemes {
    private static final List<Scheme> ALL =
            List.of(
                    ecdsa(SignatureScheme.ECDSA_NISTP256_SHA256, "256", Curve.P256),
                    ecdsa(SignatureScheme.ECDSA_NISTP384_SHA384, "384", Curve.P384),
                    ecdsa(SignatureScheme.ECDSA_NISTP521_SHA512, "512", Curve.P521),
                    new Scheme(
                            SignatureScheme.ED25519,
                            "ed25519",
                            "EdDSA",
                            "Ed25519",
                            Set.of("Ed25519"),
                            Optional.empty(),
                            0),
                    pss(SignatureScheme.RSA_PSS_SHA256, "RSA", 528),
                    pss(SignatureScheme.RSA_PSS_SHA384, "RSA", 784),
                    pss(SignatureScheme.RSA_PSS_SHA512, "RSA", 1040),
                    pkcs1(SignatureScheme.RSA_PKCS1_SHA256, "256", 511),
                    pkcs1(SignatureScheme.RSA_PKCS1_SHA384, "384", 768),
                    pkcs1(SignatureScheme.RSA_PKCS1_SHA512, "512", 768));

    /** Those that the JDK signs with, but that rustls cannot verify. */
    private static final List<Scheme> ONLY_SIGN =
            List.of(
                    pss(SignatureScheme.RSA_PSS_PSS_SHA256, "RSASSA-PSS", 528),
                    pss(SignatureScheme.RSA_PSS_PSS_SHA384, "RSASSA-PSS", 784),
                    pss(SignatureScheme.RSA_PSS_PSS_SHA512, "RSASSA-PSS", 1040));

    private static final List<Scheme> SIGN = both();

    private static final Map<SignatureScheme, Scheme> BY_VALUE = byValue();

    /** Known to the JDK, so that a list of these alone is not an empty one. */
    private static final Set<String> ONLY_IN_JDK =
            Set.of(
                    "ed448",
                    "dsa_sha256",
                    "ecdsa_sha224",
                    "rsa_sha224",
                    "dsa_sha224",
                    "ecdsa_sha1",
                    "rsa_pkcs1_sha1",
                    "dsa_sha1",
                    "rsa_md5");

    private Schemes() {}

    /** What this side can verify, and sign with. */
    static List<Scheme> all() {
        return ALL;
    }

    /** What this side can sign with: all of {@link #all()}, and more. */
    static List<Scheme> allToSign() {
        return SIGN;
    }

    /** What is known of a scheme; empty for one that cannot be signed with here. */
    public static Optional<Scheme> toSign(SignatureScheme value) {
        return Optional.ofNullable(BY_VALUE.get(value));
    }

    /** The one of these with a name, in any case. */
    static Optional<Scheme> named(String name, List<Scheme> schemes) {
        for (Scheme scheme : schemes) {
            if (scheme.name().equalsIgnoreCase(name)) {
                return Optional.of(scheme);
            }
        }
        return Optional.empty();
    }

    /** Whether the JDK has such a scheme; it may be one that rustls lacks. */
    static boolean isKnown(String name) {
        return named(name, SIGN).isPresent() || ONLY_IN_JDK.contains(name.toLowerCase(Locale.ROOT));
    }

    private static List<Scheme> both() {
        List<Scheme> both = new ArrayList<>(ALL);
        both.addAll(ONLY_SIGN);
        return List.copyOf(both);
    }

    private static Map<SignatureScheme, Scheme> byValue() {
        Map<SignatureScheme, Scheme> schemes = new HashMap<>();
        for (Scheme scheme : SIGN) {
            schemes.put(scheme.value(), scheme);
        }
        return Map.copyOf(schemes);
    }

    /** Their names. */
    static List<String> names(List<Scheme> schemes) {
        List<String> names = new ArrayList<>(schemes.size());
        for (Scheme scheme : schemes) {
            names.add(scheme.name());
        }
        return names;
    }

    /** Their numbers. */
    static List<SignatureScheme> values(List<Scheme> schemes) {
        List<SignatureScheme> values = new ArrayList<>(schemes.size());
        for (Scheme scheme : schemes) {
            values.add(scheme.value());
        }
        return values;
    }

    private static Scheme ecdsa(SignatureScheme value, String hash, Curve curve) {
        return new Scheme(
                value,
                value.toString(),
                "EC",
                "SHA" + hash + "withECDSA",
                Set.of("SHA" + hash, "SHA-" + hash, "ECDSA"),
                Optional.of(curve),
                0);
    }

    private static Scheme pss(SignatureScheme value, String keyType, int minimalKeySize) {
        return new Scheme(
                value,
                value.toString(),
                keyType,
                "RSASSA-PSS",
                Set.of("RSASSA-PSS"),
                Optional.empty(),
                minimalKeySize);
    }

    private static Scheme pkcs1(SignatureScheme value, String hash, int minimalKeySize) {
        return new Scheme(
                value,
                value.toString(),
                "RSA",
                "SHA" + hash + "withRSA",
                Set.of("SHA" + hash, "SHA-" + hash, "RSA"),
                Optional.empty(),
                minimalKeySize);
    }
}
