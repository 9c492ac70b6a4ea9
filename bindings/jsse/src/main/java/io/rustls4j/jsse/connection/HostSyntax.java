package io.rustls4j.jsse.connection;

/**
 * What a host's text looks like. Read by hand, since each connection of a client asks, and a
 * matcher of a regular expression is some 300 bytes.
 */
final class HostSyntax {
    private static final int MAX_NAME = 253;
    private static final int MAX_LABEL = 63;

    private HostSyntax() {}

    /**
     * Whether it is a DNS name: labels of letters, digits, underscores and, but not at their ends,
     * hyphens (RFC 1035 section 2.3.1).
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
        return isLabel(text, start, text.length());
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

    /** Whether it can only be meant as an address, of either version, without brackets. */
    static boolean isAddress(String text) {
        return text.indexOf(':') >= 0 ? isOfIpv6(text) : isIpv4(text);
    }

    /** An IPv4 address may be at the end, so that dots stand behind a colon. */
    private static boolean isOfIpv6(String text) {
        int dot = text.indexOf('.');
        if (dot >= 0 && dot < text.indexOf(':')) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isDigit(c) && !isLetterUpTo(c, 'f') && c != ':' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isIpv4(String text) {
        int parts = 1;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && digits > 0) {
                parts++;
                digits = 0;
            } else if (isDigit(c) && digits < 3) {
                digits++;
            } else {
                return false;
            }
        }
        return parts == 4 && digits > 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetterUpTo(char c, char last) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= last;
    }
}
