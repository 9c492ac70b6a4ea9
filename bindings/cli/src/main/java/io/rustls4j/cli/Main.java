package io.rustls4j.cli;

/** Where the process starts. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the process with its status.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        logOnOneLine();
        System.exit(CommandTree.of(Streams.ofProcess()).execute(args));
    }

    /** The facade's warnings go to java.util.logging, whose default takes two lines for each. */
    private static void logOnOneLine() {
        String property = "java.util.logging.SimpleFormatter.format";
        if (System.getProperty(property) == null) {
            System.setProperty(property, "rustls4j: %4$s: %5$s%n");
        }
    }
}
