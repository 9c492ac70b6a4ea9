package io.rustls4j.ffi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The C compiler of the machine. Tests that need one are skipped, with a reason, where there is
 * none.
 */
final class CCompiler {

    private static final String HEADERS = System.getProperty("rustls4j.headers");

    private CCompiler() {}

    static String preprocess(String source) {
        return inDirectory(directory -> run(directory, cc("-E", "-dD", write(directory, source))));
    }

    static String compileAndRun(String source) {
        return inDirectory(
                directory -> {
                    String program = directory.resolve("program").toString();
                    run(directory, cc(write(directory, source), "-o", program));
                    return run(directory, List.of(program));
                });
    }

    private static List<String> cc(String... arguments) {
        List<String> command = new ArrayList<>();
        command.addAll(
                List.of(
                        Programs.find("cc", "gcc", "clang"),
                        "-std=c11",
                        "-DDEFINE_AWS_LC_RS",
                        "-Wno-deprecated-declarations"));
        command.addAll(List.of("-I", HEADERS));
        command.addAll(List.of(arguments));
        return command;
    }

    private interface InDirectory {
        String apply(Path directory) throws IOException, InterruptedException;
    }

    private static String inDirectory(InDirectory action) {
        try {
            Path directory = Files.createTempDirectory("rustls4j-headers");
            try {
                return action.apply(directory);
            } finally {
                delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        for (File file : directory.toFile().listFiles()) {
            Files.delete(file.toPath());
        }
        Files.delete(directory);
    }

    private static String write(Path directory, String source) throws IOException {
        return Files.writeString(directory.resolve("source.c"), source).toString();
    }

    private static String run(Path directory, List<String> command)
            throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        if (process.waitFor() != 0) {
            throw new AssertionError(command + " failed:\n" + Files.readString(output, UTF_8));
        }
        return Files.readString(output, UTF_8);
    }
}
