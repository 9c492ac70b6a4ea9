package io.rustls4j.jsse.connection;

/**
 * What a host's text looks like. Read by hand, since each connection of a client asks, and a
 * matcher of a regular expression is some 300 bytes.
 */
final class HostSyntax {
    private static final int MAX_NAME = 253;
    private static final int MAX_LABEL = 63;
    private static final int MAX_IPV4_LITERAL = 15;
    private static final int IPV4_PARTS = 4;
    private static final int MAX_BYTE = 255;
    private static final int IPV6_GROUPS = 8;
    private static final int MAX_GROUP_DIGITS = 4;
    private static final String GAP = "::";

    private HostSyntax() {}

    /** Whether rustls takes it for a server: a DNS name, or an address without brackets. */
    static boolean isServerName(String text) {
        return isDnsName(text) || isAddress(text);
    }

    /**
     * Whether it is a DNS name: labels of letters, digits, underscores and, but not at their ends,
     * hyphens (RFC 1035 section 2.3.1). As rustls has it, a last label that is a number makes it
     * none, since browsers and some resolvers take that for an address.
     */
    static boolean isDnsName(String text) {
        if (text.length() > MAX_NAME) {
            return false;
        }
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (!isLabel(text, start, i)) {
                    return false;
                }
                start = i + 1;
            } else if (!isOfLabel(c)) {
                return false;
            }
        }
        return isLabel(text, start, text.length()) && !isNumber(text, start);
    }

    /** Whether characters that may be in a label make one. */
    private static boolean isLabel(String text, int start, int end) {
        int length = end - start;
        return length > 0
                && length <= MAX_LABEL
                && text.charAt(start) != '-'
                && text.charAt(end - 1) != '-';
    }

    private static boolean isOfLabel(char c) {
        return isDigit(c) || isLetterUpTo(c, 'z') || c == '_' || c == '-';
    }

    /** Whether the rest is a decimal number, or a hexadecimal one, even one without a digit. */
    private static boolean isNumber(String text, int start) {
        boolean hex = text.regionMatches(true, start, "0x", 0, 2);
        for (int i = hex ? start + 2 : start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isDigit(c) && !(hex && isLetterUpTo(c, 'f'))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is an address of either version to rustls, without brackets. */
    static boolean isAddress(String text) {
        return text.indexOf(':') >= 0 ? isIpv6(text) : isIpv4(text, 0);
    }

    /** RFC 4291 section 2.2: groups, of which "::" once stands for one or more that are zero. */
    private static boolean isIpv6(String text) {
        boolean gap = text.startsWith(GAP);
        int groups = 0;
        int at = gap ? GAP.length() : 0;
        while (at < text.length()) {
            int colon = text.indexOf(':', at);
            if (colon < 0 && text.indexOf('.', at) >= 0) {
                return isIpv4(text, at) && areAll(groups + 2, gap);
            }
            int end = colon < 0 ? text.length() : colon;
            if (!isGroup(text, at, end)) {
                return false;
            }
            groups++;
            at = end;
            if (text.startsWith(GAP, at)) {
                if (gap) {
                    return false;
                }
                gap = true;
                at += GAP.length();
            } else if (colon >= 0) {
                at++;
                if (at == text.length()) {
                    return false;
                }
            }
        }
        return areAll(groups, gap);
    }

    private static boolean areAll(int groups, boolean gap) {
        return gap ? groups < IPV6_GROUPS : groups == IPV6_GROUPS;
    }

    private static boolean isGroup(String text, int start, int end) {
        if (end == start || end - start > MAX_GROUP_DIGITS) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (!isDigit(text.charAt(i)) && !isLetterUpTo(text.charAt(i), 'f')) {
                return false;
            }
        }
        return true;
    }

    /** Four numbers without zeros in front, which some would read as octal. */
    private static boolean isIpv4(String text, int start) {
        int parts = 0;
        int value = -1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && value >= 0) {
                parts++;
                value = -1;
            } else if (isDigit(c) && value != 0) {
                value = Math.max(value, 0) * 10 + (c - '0');
                if (value > MAX_BYTE) {
                    return false;
                }
            } else {
                return false;
            }
        }
        return parts == IPV4_PARTS - 1 && value >= 0;
    }

    /**
     * Whether the JDK reads it as an IPv4 address: up to four numbers, of which the last has all
     * the bytes that are left.
     */
    static boolean isIpv4Literal(String text) {
        if (text.length() > MAX_IPV4_LITERAL) {
            return false;
        }
        int bytesLeft = IPV4_PARTS;
        long value = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && value >= 0 && value <= MAX_BYTE && bytesLeft > 1) {
                bytesLeft--;
                value = -1;
            } else if (isDigit(c)) {
                value = Math.max(value, 0) * 10 + (c - '0');
            } else {
                return false;
            }
        }
        return value >= 0 && value < 1L << (bytesLeft * Byte.SIZE);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetterUpTo(char c, char last) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= last;
    }
}
