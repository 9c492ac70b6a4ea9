package io.rustls4j.benchmarks.suite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Starts programs and hears what they print. */
public final class Subprocess {
    private Subprocess() {}

    /** Runs a program to its end and returns its standard output; errors go to the terminal. */
    public static List<String> lines(List<String> command)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IOException("exit status " + exit + " of " + String.join(" ", command));
            }
            return text.lines().toList();
        }
    }

    /** Runs a program to its end and returns how long that took, in nanoseconds. */
    static long nanos(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        lines(command);
        return System.nanoTime() - start;
    }
}
