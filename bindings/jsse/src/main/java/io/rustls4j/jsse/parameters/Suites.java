package io.rustls4j.jsse.parameters;

import io.rustls4j.CipherSuite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The suites of rustls, in the JDK's order of preference, by their names. */
public final class Suites {
    private static final Set<String> NONE = Set.of();
    private static final Set<String> ECDSA = Set.of("ECDHE", "ECDSA", "ECDHE_ECDSA");
    private static final Set<String> RSA = Set.of("ECDHE", "RSA", "ECDHE_RSA");
    private static final Set<String> SHA256 = Set.of("SHA256", "SHA-256", "HmacSHA256");
    private static final Set<String> SHA384 = Set.of("SHA384", "SHA-384", "HmacSHA384");
    private static final Set<String> GCM = Set.of("AES", "GCM", "NoPadding");
    private static final Set<String> CHACHA20 = Set.of("ChaCha20-Poly1305");

    private static final List<Suite> ALL =
            List.of(
                    suite(CipherSuite.TLS13_AES_256_GCM_SHA384, NONE, GCM, SHA384),
                    suite(CipherSuite.TLS13_AES_128_GCM_SHA256, NONE, GCM, SHA256),
                    suite(CipherSuite.TLS13_CHACHA20_POLY1305_SHA256, NONE, CHACHA20, SHA256),
                    suite(
                            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
                            ECDSA,
                            GCM,
                            Set.of("AES_256_GCM"),
                            SHA384),
                    suite(
                            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
                            ECDSA,
                            GCM,
                            Set.of("AES_128_GCM"),
                            SHA256),
                    suite(
                            CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
                            ECDSA,
                            CHACHA20,
                            SHA256),
                    suite(
                            CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
                            RSA,
                            GCM,
                            Set.of("AES_256_GCM"),
                            SHA384),
                    suite(
                            CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
                            RSA,
                            CHACHA20,
                            SHA256),
                    suite(
                            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
                            RSA,
                            GCM,
                            Set.of("AES_128_GCM"),
                            SHA256));

    private static final Map<String, Suite> BY_NAME = byName();

    private Suites() {}

    /** What can be negotiated; as with the JDK, without what security properties disable. */
    public static String[] supported() {
        return Defaults.current().supportedSuites().toArray(new String[0]);
    }

    static List<Suite> all() {
        return ALL;
    }

    static Optional<Suite> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * Checks what an application enables.
     *
     * @return the names as the JDK gives them out
     * @throws IllegalArgumentException naming the first that nobody knows
     */
    static List<String> validated(@Nullable String @Nullable [] names) {
        if (names == null) {
            throw new IllegalArgumentException("CipherSuites cannot be null");
        }
        List<String> valid = new ArrayList<>(names.length);
        for (String name : names) {
            if (name == null || name.isEmpty()) {
                throw new IllegalArgumentException(
                        "The specified CipherSuites array contains invalid null or empty string elements");
            }
            Optional<String> known = KnownSuites.canonicalName(name);
            if (known.isEmpty()) {
                throw new IllegalArgumentException("Unsupported CipherSuite: " + name);
            }
            valid.add(known.get());
        }
        return List.copyOf(valid);
    }

    private static Map<String, Suite> byName() {
        Map<String, Suite> suites = new HashMap<>();
        for (Suite suite : ALL) {
            suites.put(suite.name(), suite);
        }
        return Map.copyOf(suites);
    }

    @SafeVarargs
    private static Suite suite(CipherSuite value, Set<String> keyExchange, Set<String>... rest) {
        List<String> parts = new ArrayList<>();
        for (Set<String> part : rest) {
            parts.addAll(part);
        }
        return new Suite(value, value.toString(), keyExchange, Set.copyOf(parts));
    }
}
