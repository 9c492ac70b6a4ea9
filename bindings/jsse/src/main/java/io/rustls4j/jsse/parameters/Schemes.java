package io.rustls4j.jsse.parameters;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.rustls4j.SignatureScheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    private static final List<Scheme> SIGN =
            Stream.concat(ALL.stream(), ONLY_SIGN.stream()).toList();

    private static final Map<SignatureScheme, Scheme> BY_VALUE =
            SIGN.stream().collect(toUnmodifiableMap(Scheme::value, identity()));

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

    static Optional<Scheme> named(String name) {
        return named(name, ALL);
    }

    static Optional<Scheme> namedToSign(String name) {
        return named(name, SIGN);
    }

    private static Optional<Scheme> named(String name, List<Scheme> schemes) {
        return schemes.stream().filter(scheme -> scheme.name().equalsIgnoreCase(name)).findFirst();
    }

    /** Whether the JDK has such a scheme; it may be one that rustls lacks. */
    static boolean isKnown(String name) {
        return namedToSign(name).isPresent() || ONLY_IN_JDK.contains(name.toLowerCase(Locale.ROOT));
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
