package io.rustls4j.cli.doctor;

/** A name and its value, on lines that fit a terminal of 80 columns. */
final class TextField {
    private static final int NAME = 16;
    private static final int WIDTH = 80;

    private TextField() {}

    static String of(String name, String value) {
        StringBuilder text = new StringBuilder(String.format("  %-" + (NAME - 2) + "s", name));
        int column = NAME;
        for (String word : value.split(" ")) {
            if (column > NAME && column + 1 + word.length() > WIDTH) {
                text.append(System.lineSeparator()).append(" ".repeat(NAME));
                column = NAME;
            } else if (column > NAME) {
                text.append(' ');
                column++;
            }
            text.append(word);
            column += word.length();
        }
        return text.toString();
    }
}
