package io.rustls4j.jsse.parameters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A security property of the kind "disabledAlgorithms", read as the JDK reads it, for what TLS
 * negotiates. Conditions that only certificates can meet are checked for their spelling and
 * otherwise left to who judges certificates. Immutable.
 */
final class DisabledAlgorithms {
    static final String TLS = "jdk.tls.disabledAlgorithms";
    static final String CERTPATH = "jdk.certpath.disabledAlgorithms";

    private static final String CURVES = "jdk.disabled.namedCurves";

    /** Names of curves that have a space in them. */
    private static final Pattern SPACED_NAME = Pattern.compile("X9\\.62 \\S+");

    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Pattern> patterns = new ArrayList<>();
    private final Map<String, List<Condition>> conditions = new HashMap<>();

    /**
     * Reads a property.
     *
     * @throws IllegalArgumentException if it is not written as it has to be
     */
    DisabledAlgorithms(String property, Function<String, @Nullable String> properties) {
        boolean tls = property.equals(TLS);
        for (String entry : PropertyList.withoutGaps(properties.apply(property))) {
            if (entry.equalsIgnoreCase("include " + CURVES)) {
                for (String curve : PropertyList.withoutGaps(properties.apply(CURVES))) {
                    add(curve);
                }
            } else if (tls && entry.indexOf('*') >= 0) {
                patterns.add(wildcard(entry));
            } else {
                add(entry);
            }
        }
    }

    /** Whether neither this name is disabled nor one of those of its parts. */
    boolean permits(String name, Collection<String> parts) {
        if (names.contains(name)) {
            return false;
        }
        for (String part : parts) {
            if (names.contains(part)) {
                return false;
            }
        }
        for (Pattern pattern : patterns) {
            if (pattern.matcher(name).matches()) {
                return false;
            }
        }
        return true;
    }

    /** Whether keys of this size are not too small, or too large. */
    boolean permitsSize(String algorithm, int bits) {
        for (Condition condition : conditionsOn(algorithm)) {
            if (!condition.permits(bits)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the algorithm may sign, both in handshakes and in certificates. */
    boolean permitsSigning(String algorithm) {
        for (Condition condition : conditionsOn(algorithm)) {
            if (condition instanceof Condition.Signing) {
                return false;
            }
        }
        return true;
    }

    private List<Condition> conditionsOn(String algorithm) {
        return conditions.getOrDefault(key(algorithm), List.of());
    }

    private static String key(String algorithm) {
        return algorithm.toUpperCase(Locale.ENGLISH);
    }

    private void add(String entry) {
        names.add(entry);
        int space = entry.indexOf(' ');
        if (space > 0 && !SPACED_NAME.matcher(entry).matches()) {
            String key = key(entry.substring(0, space));
            List<Condition> known = conditions.get(key);
            if (known == null) {
                known = new ArrayList<>();
                conditions.put(key, known);
            }
            known.add(Condition.firstOf(entry.substring(space + 1)));
        }
    }

    private static Pattern wildcard(String entry) {
        if (!entry.startsWith("TLS_")) {
            throw new IllegalArgumentException("Wildcard pattern must start with \"TLS_\"");
        }
        return Pattern.compile("\\Q" + entry.replace("*", "\\E.*\\Q") + "\\E");
    }
}
