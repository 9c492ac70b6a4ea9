package io.rustls4j.jdk;

/**
 * What a DNS name may look like in TLS, as rustls has it: underscores are fine, a last label of
 * digits is not.
 */
final class DnsNames {
    private static final int MAX_NAME = 253;
    private static final int MAX_LABEL = 63;

    private DnsNames() {}

    static boolean isValid(String name) {
        String relative = withoutTrailingDot(name);
        if (relative.isEmpty() || relative.length() > MAX_NAME) {
            return false;
        }
        String[] labels = relative.split("\\.", -1);
        for (String label : labels) {
            if (!isLabel(label)) {
                return false;
            }
        }
        return !labels[labels.length - 1].chars().allMatch(DnsNames::isDigit);
    }

    /** The name without the dot that makes it absolute: certificates and SNI have none. */
    static String withoutTrailingDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= MAX_LABEL
                && label.charAt(0) != '-'
                && label.charAt(label.length() - 1) != '-'
                && label.chars().allMatch(c -> isLetter(c) || isDigit(c) || c == '-' || c == '_');
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
