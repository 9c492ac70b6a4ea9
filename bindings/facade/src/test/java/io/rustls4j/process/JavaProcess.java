package io.rustls4j.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a main class in a fresh JVM on this one's class path. */
public final class JavaProcess {
    private static final long TIMEOUT_SECONDS = 60;

    private final List<String> command = new ArrayList<>();

    private JavaProcess() {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    /** A JVM with this one's class path and the given options. */
    public static JavaProcess onClassPath(String... options) {
        JavaProcess process = new JavaProcess();
        process.command.addAll(List.of(options));
        process.command.add("-cp");
        process.command.add(System.getProperty("java.class.path"));
        return process;
    }

    /** A JVM with nothing but the given options, which name a module path. */
    public static JavaProcess with(List<String> options) {
        JavaProcess process = new JavaProcess();
        process.command.addAll(options);
        return process;
    }

    /** Runs a main class to its end. */
    public Result run(Class<?> main, String... arguments) {
        return run(main.getName(), arguments);
    }

    /** Runs a main class, or what follows {@code -m}, to its end. */
    public Result run(String main, String... arguments) {
        command.add(main);
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        "no end after " + TIMEOUT_SECONDS + " s: " + command + "\n" + output);
            }
            return new Result(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /**
     * How it ended.
     *
     * @param exit the exit status
     * @param output both of its streams
     */
    public record Result(int exit, String output) {
        /** Fails with the output unless it ended well. */
        public Result succeeded() {
            assertThat(exit).as("exit status; the output was:\n%s", output).isZero();
            return this;
        }
    }
}
