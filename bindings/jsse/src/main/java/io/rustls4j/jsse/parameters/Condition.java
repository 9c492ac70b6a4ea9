package io.rustls4j.jsse.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a disabled algorithm is disabled. */
sealed interface Condition {
    Pattern KEY_SIZE = Pattern.compile("keySize\\s+(\\S+)\\s+(\\d{1,9})");
    Pattern DENY_AFTER = Pattern.compile("denyAfter\\s+\\d{4}-\\d{2}-\\d{2}");

    /** Whether keys of a size are none of those that it disables. */
    boolean permits(int bits);

    /** Keys of some sizes. */
    record KeySize(Comparison comparison, int limit) implements Condition {
        @Override
        public boolean permits(int bits) {
            return !comparison.holds(Integer.compare(bits, limit));
        }
    }

    /** How a size is compared with a limit. */
    enum Comparison {
        EQ,
        NE,
        LT,
        LE,
        GT,
        GE;

        boolean holds(int order) {
            return switch (this) {
                case EQ -> order == 0;
                case NE -> order != 0;
                case LT -> order < 0;
                case LE -> order <= 0;
                case GT -> order > 0;
                case GE -> order >= 0;
            };
        }

        static Comparison of(String symbol) {
            return switch (symbol) {
                case "==" -> EQ;
                case "!=" -> NE;
                case "<" -> LT;
                case "<=" -> LE;
                case ">" -> GT;
                case ">=" -> GE;
                default ->
                        throw new IllegalArgumentException(
                                "Error in security property. "
                                        + symbol
                                        + " is not a legal Operator");
            };
        }
    }

    /** Signatures of a handshake or of certificates. rustls offers one list of schemes for both. */
    record Signing() implements Condition {
        @Override
        public boolean permits(int bits) {
            return true;
        }
    }

    /** What only the judge of certificates can know. */
    record OfCertificates() implements Condition {
        @Override
        public boolean permits(int bits) {
            return true;
        }
    }

    /**
     * The one that counts of several: when nothing but a name or a size is known, the JDK does not
     * look further than the first, either.
     *
     * @throws IllegalArgumentException if one of them is unknown
     */
    static Condition firstOf(String policy) {
        List<Condition> all = new ArrayList<>();
        for (String text : policy.split("&")) {
            all.add(parse(text.trim()));
        }
        return all.getFirst();
    }

    private static Condition parse(String text) {
        Matcher size = KEY_SIZE.matcher(text);
        if (size.matches()) {
            return new KeySize(Comparison.of(size.group(1)), Integer.parseInt(size.group(2)));
        }
        if (text.startsWith("usage")) {
            return isSigning(text.substring("usage".length()).trim())
                    ? new Signing()
                    : new OfCertificates();
        }
        if (text.equalsIgnoreCase("jdkCA") || DENY_AFTER.matcher(text).matches()) {
            return new OfCertificates();
        }
        throw new IllegalArgumentException(
                "Error in security property. Constraint unknown: " + text);
    }

    private static boolean isSigning(String usages) {
        String[] words = usages.toLowerCase(Locale.ROOT).split(" ");
        int signing = 0;
        for (String word : words) {
            if (word.equals("handshakesignature") || word.equals("certificatesignature")) {
                signing++;
            }
        }
        if (signing != 0 && signing != words.length) {
            throw new IllegalArgumentException(
                    "Can't mix TLS protocol specific constraints with other usage constraints");
        }
        return signing != 0;
    }
}
