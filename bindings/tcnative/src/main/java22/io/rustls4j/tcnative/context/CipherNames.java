package io.rustls4j.tcnative.context;

import io.rustls4j.CipherSuite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The suites in OpenSSL's names, and lists of them in OpenSSL's language. */
public final class CipherNames {
    private static final int AES_256 = 256;
    private static final int AES_128 = 128;

    /**
     * Best first, which is the order in which a keyword finds them. The keywords SHA256 and SHA384
     * are not here: they are about MACs, and these suites have none of their own.
     */
    private static final List<Named> TLS12 =
            List.of(
                    new Named(
                            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
                            "ECDHE-ECDSA-AES256-GCM-SHA384",
                            AES_256,
                            Set.of("aECDSA", "ECDSA", "AES256", "AESGCM", "AES")),
                    new Named(
                            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
                            "ECDHE-ECDSA-AES128-GCM-SHA256",
                            AES_128,
                            Set.of("aECDSA", "ECDSA", "AES128", "AESGCM", "AES")),
                    new Named(
                            CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
                            "ECDHE-ECDSA-CHACHA20-POLY1305",
                            AES_256,
                            Set.of("aECDSA", "ECDSA", "CHACHA20")),
                    new Named(
                            CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
                            "ECDHE-RSA-AES256-GCM-SHA384",
                            AES_256,
                            Set.of("aRSA", "AES256", "AESGCM", "AES")),
                    new Named(
                            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
                            "ECDHE-RSA-AES128-GCM-SHA256",
                            AES_128,
                            Set.of("aRSA", "AES128", "AESGCM", "AES")),
                    new Named(
                            CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
                            "ECDHE-RSA-CHACHA20-POLY1305",
                            AES_256,
                            Set.of("aRSA", "CHACHA20")));

    /**
     * What BoringSSL and OpenSSL have besides, as far as applications list it, and rustls has not:
     * CBC, RSA key exchange and DHE. Netty refuses a list that has a suite in it which is not among
     * all suites; these are accepted therefore, and dropped.
     */
    private static final List<String> NEVER_NEGOTIATED =
            List.of(
                    "ECDHE-ECDSA-AES256-SHA384",
                    "ECDHE-ECDSA-AES128-SHA256",
                    "ECDHE-ECDSA-AES256-SHA",
                    "ECDHE-ECDSA-AES128-SHA",
                    "ECDHE-RSA-AES256-SHA384",
                    "ECDHE-RSA-AES128-SHA256",
                    "ECDHE-RSA-AES256-SHA",
                    "ECDHE-RSA-AES128-SHA",
                    "DHE-RSA-AES256-GCM-SHA384",
                    "DHE-RSA-AES128-GCM-SHA256",
                    "DHE-RSA-AES256-SHA256",
                    "DHE-RSA-AES128-SHA256",
                    "DHE-RSA-AES256-SHA",
                    "DHE-RSA-AES128-SHA",
                    "AES256-GCM-SHA384",
                    "AES128-GCM-SHA256",
                    "AES256-SHA256",
                    "AES128-SHA256",
                    "AES256-SHA",
                    "AES128-SHA",
                    "DES-CBC3-SHA");

    /** What all suites of TLS 1.2 are. */
    private static final Set<String> TLS12_KEYWORDS =
            Set.of(
                    "ALL", "DEFAULT", "HIGH", "FIPS", "TLSv1.2", "ECDHE", "kECDHE", "EECDH",
                    "kEECDH", "ECDH");

    /** With the names that BoringSSL has besides. */
    private static final List<Named> TLS13 =
            List.of(
                    new Named(
                            CipherSuite.TLS13_AES_256_GCM_SHA384,
                            "TLS_AES_256_GCM_SHA384",
                            AES_256,
                            Set.of("AEAD-AES256-GCM-SHA384")),
                    new Named(
                            CipherSuite.TLS13_AES_128_GCM_SHA256,
                            "TLS_AES_128_GCM_SHA256",
                            AES_128,
                            Set.of("AEAD-AES128-GCM-SHA256")),
                    new Named(
                            CipherSuite.TLS13_CHACHA20_POLY1305_SHA256,
                            "TLS_CHACHA20_POLY1305_SHA256",
                            AES_256,
                            Set.of("AEAD-CHACHA20-POLY1305-SHA256")));

    private record Named(CipherSuite suite, String name, int bits, Set<String> keywords) {
        boolean is(String word) {
            return name.equals(word)
                    || suite.toString().equals(word)
                    || keywords.contains(word)
                    || (!suite.isTls13() && TLS12_KEYWORDS.contains(word));
        }

        /** Written out: what the compiler makes of records is spun anew in each process. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Named that && suite.equals(that.suite);
        }

        @Override
        public int hashCode() {
            return suite.hashCode();
        }
    }

    /**
     * What a list of suites comes to.
     *
     * @param suites in order of preference
     * @param dropped what the list asks for, by name or by keyword, that there is not one suite of
     * @param all whether it asks for all suites of TLS 1.2 and says no more
     */
    public record Parsed(List<CipherSuite> suites, List<String> dropped, boolean all) {
        /** Copies the lists. */
        public Parsed {
            suites = List.copyOf(suites);
            dropped = List.copyOf(dropped);
        }

        /**
         * Whether all that the list asks for is known, and nothing of it negotiated.
         *
         * @return true if so
         */
        public boolean isNeverNegotiated() {
            return suites.isEmpty() && !dropped.isEmpty() && NEVER_NEGOTIATED.containsAll(dropped);
        }
    }

    private CipherNames() {}

    /**
     * OpenSSL's name for a suite.
     *
     * @param suite the suite
     * @return such as {@code ECDHE-RSA-AES128-GCM-SHA256}; the IANA name for TLS 1.3
     */
    public static String openSslName(CipherSuite suite) {
        for (Named named : suite.isTls13() ? TLS13 : TLS12) {
            if (named.suite.equals(suite)) {
                return named.name;
            }
        }
        return suite.toString();
    }

    /**
     * Reads a list of suites ({@code SSL_set_cipher_list}, {@code SSL_set_ciphersuites}). For TLS
     * 1.2 it is made of names and keywords, joined by {@code +} where all must hold; with {@code !}
     * or {@code -} before them they are taken out, for good or not, with {@code +} put at the end.
     * For TLS 1.3 it is made of names.
     *
     * @param list elements with colons between them
     * @param tls13 which version's suites it is about
     * @return the suites, perhaps none, and what there is not
     */
    public static Parsed parse(String list, boolean tls13) {
        CipherList parsed = new CipherList(tls13 ? TLS13 : TLS12);
        for (String element : list.split("[:,; \\[\\]|]+", -1)) {
            if (!element.isEmpty()) {
                parsed.apply(element);
            }
        }
        return parsed.result(!tls13 && list.equals("ALL"));
    }

    /**
     * The suites that may be listed, and are never negotiated.
     *
     * @return OpenSSL's names
     */
    public static List<String> neverNegotiated() {
        return NEVER_NEGOTIATED;
    }

    /** A list that is being put together. */
    private static final class CipherList {
        private final List<Named> all;
        private final List<Named> active = new ArrayList<>();
        private final Set<Named> killed = new LinkedHashSet<>();
        private final Set<String> dropped = new LinkedHashSet<>();

        CipherList(List<Named> all) {
            this.all = all;
        }

        void apply(String element) {
            switch (element.charAt(0)) {
                case '@' -> applyCommand(element);
                case '!' -> {
                    List<Named> found = find(element.substring(1));
                    active.removeAll(found);
                    killed.addAll(found);
                }
                case '-' -> active.removeAll(find(element.substring(1)));
                case '+' -> {
                    List<Named> moved = new ArrayList<>(active);
                    moved.retainAll(find(element.substring(1)));
                    active.removeAll(moved);
                    active.addAll(moved);
                }
                default -> add(element);
            }
        }

        /** Security levels are left to rustls, which has one. */
        private void applyCommand(String element) {
            if (element.equals("@STRENGTH")) {
                active.sort(Comparator.comparingInt(Named::bits).reversed());
            }
        }

        private void add(String element) {
            List<Named> found = find(element);
            if (found.isEmpty()) {
                dropped.add(element);
            }
            for (Named named : found) {
                if (!killed.contains(named) && !active.contains(named)) {
                    active.add(named);
                }
            }
        }

        private List<Named> find(String element) {
            List<String> words = Arrays.asList(element.split("\\+", -1));
            return all.stream().filter(named -> words.stream().allMatch(named::is)).toList();
        }

        Parsed result(boolean wholeList) {
            return new Parsed(
                    active.stream().map(Named::suite).toList(),
                    new ArrayList<>(dropped),
                    wholeList);
        }
    }
}
