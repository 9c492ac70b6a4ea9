package io.rustls4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of this system that a test talks to. */
public final class ExternalProgram {
    private ExternalProgram() {}

    /**
     * What a program came to.
     *
     * @param status its exit status
     * @param output standard output and standard error
     */
    public record Run(int status, String output) {}

    /** Skips the test visibly where the program is missing; fails it where it must not be. */
    public static void require(String name) {
        boolean found =
                List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                        .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(found).as("%s must be installed where CI=true", name).isTrue();
        }
        assumeTrue(found, name + " is not installed");
    }

    public static Run run(String input, String... command)
            throws IOException, InterruptedException {
        Path inputFile = Files.createTempFile("rustls4j-cli-test", ".in");
        Path outputFile = Files.createTempFile("rustls4j-cli-test", ".out");
        try {
            Files.writeString(inputFile, input);
            Process process =
                    new ProcessBuilder(command)
                            .redirectInput(inputFile.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(outputFile.toFile())
                            .start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            String output = Files.readString(outputFile, StandardCharsets.ISO_8859_1);
            assertThat(ended).as("%s ended in time; it said:\n%s", command[0], output).isTrue();
            return new Run(process.exitValue(), output);
        } finally {
            Files.delete(inputFile);
            Files.delete(outputFile);
        }
    }

    /** The command in a process of its own. */
    public static List<String> rustls4j(List<String> javaOptions, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(args));
        return command;
    }
}
