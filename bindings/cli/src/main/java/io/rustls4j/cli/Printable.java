package io.rustls4j.cli;

/** Makes text that a peer chose safe to print: it must not steer the terminal or fake lines. */
public final class Printable {
    private Printable() {}

    /**
     * Replaces control and formatting characters.
     *
     * @param text text from anywhere
     * @return one line of it
     */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(safe, c));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int c) {
        int type = Character.getType(c);
        if (c == '\n' || c == '\r' || c == '\t') {
            safe.append(' ');
        } else if (type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE) {
            safe.append(String.format("\\u%04x", c));
        } else {
            safe.appendCodePoint(c);
        }
    }
}
