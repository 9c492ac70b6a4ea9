package io.rustls4j.jsse.parameters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program on this class path in a JVM of its own, since properties are read once. */
public final class FreshJvm {
    private static final long TIMEOUT_SECONDS = 60;

    private FreshJvm() {}

    /** What the program prints; it has to end well. */
    public static List<String> run(Class<?> program, List<String> options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(
                    "no end after " + TIMEOUT_SECONDS + " s: " + command + "\n" + output);
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(
                    "exit status " + process.exitValue() + ": " + command + "\n" + output);
        }
        return output.lines().toList();
    }
}
