package io.rustls4j.jsse.trust;

import io.rustls4j.jsse.parameters.PropertyList;
import java.security.Security;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether the security properties of disabled algorithms leave alone all that webpki accepts: RSA
 * from 2048 bits, P-256, P-384, P-521 and Ed25519 with SHA-2. The defaults do. Every entry that is
 * not known to leave it alone counts as one that does not; the JDK judges alone then.
 */
final class DisabledAlgorithms {
    private static final List<String> PROPERTIES =
            List.of("jdk.certpath.disabledAlgorithms", "jdk.tls.disabledAlgorithms");

    private static final String CURVES = "jdk.disabled.namedcurves";

    /** Names of algorithms that webpki does not have, and of what no certificate has. */
    private static final Set<String> FOREIGN =
            Set.of(
                    "md2",
                    "md4",
                    "md5",
                    "sha1",
                    "sha-1",
                    "sha224",
                    "dsa",
                    "dh",
                    "ecdh",
                    "rc2",
                    "rc4",
                    "des",
                    "desede",
                    "3des_ede_cbc",
                    "anon",
                    "null",
                    "sslv2hello",
                    "sslv3",
                    "tlsv1",
                    "tlsv1.1",
                    "dtlsv1.0",
                    "secp256k1",
                    "rsa_pkcs1_sha1",
                    "ecdsa_sha1",
                    "dsa_sha1");

    private static final Pattern FOREIGN_SIGNATURE =
            Pattern.compile("(md2|md4|md5|sha1|sha224)with[a-z]+|[a-z0-9-]+withdsa");

    private static final Pattern FOREIGN_CURVE =
            Pattern.compile("(sect|brainpool|x9\\.62 c2|x9\\.62 prime192|x9\\.62 prime239).*");

    private static final Pattern SUITE = Pattern.compile("(tls|ssl)_.*");

    private static final Pattern KEY_SIZE = Pattern.compile("keysize\\s*(<|<=)\\s*(\\d{1,8})");

    private static final Set<String> OTHER_USES = Set.of("signedjar", "handshakesignature");

    private final Function<String, @Nullable String> properties;

    DisabledAlgorithms(Function<String, @Nullable String> properties) {
        this.properties = properties;
    }

    static DisabledAlgorithms ofThisJdk() {
        return new DisabledAlgorithms(Security::getProperty);
    }

    boolean leaveWebPkiAlone() {
        for (String name : PROPERTIES) {
            if (!leavesAlone(properties.apply(name))) {
                return false;
            }
        }
        return true;
    }

    private boolean leavesAlone(@Nullable String value) {
        for (String entry : PropertyList.of(value)) {
            if (!isHarmless(entry.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    private boolean isHarmless(String entry) {
        if (entry.equals("include " + CURVES)) {
            return leavesAlone(properties.apply("jdk.disabled.namedCurves"));
        }
        String name = entry.split("\\s+", 2)[0];
        return entry.isEmpty()
                || FOREIGN.contains(name)
                || SUITE.matcher(name).matches()
                || FOREIGN_SIGNATURE.matcher(name).matches()
                || FOREIGN_CURVE.matcher(entry).matches()
                || neverApplies(name, entry.substring(name.length()));
    }

    /** All conditions of an entry have to hold, so that one is enough that does not. */
    private static boolean neverApplies(String name, String conditions) {
        for (String condition : conditions.split("&")) {
            if (isTooShort(name, condition.trim()) || isForOthers(condition.trim())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTooShort(String name, String condition) {
        int shortest =
                switch (name) {
                    case "rsa", "rsassa-pss" -> 2048;
                    case "ec" -> 256;
                    default -> 0;
                };
        Matcher size = KEY_SIZE.matcher(condition);
        if (!size.matches()) {
            return false;
        }
        int bound = Integer.parseInt(size.group(2));
        return size.group(1).equals("<") ? bound <= shortest : bound < shortest;
    }

    private static boolean isForOthers(String condition) {
        List<String> words = List.of(condition.split("\\s+"));
        return words.size() > 1
                && words.getFirst().equals("usage")
                && OTHER_USES.containsAll(words.subList(1, words.size()));
    }
}
