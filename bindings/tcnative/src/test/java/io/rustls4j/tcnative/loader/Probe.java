package io.rustls4j.tcnative.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.internal.tcnative.SSL;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Runs OpenSslProbe, which is compiled for old JVMs, in a JVM of its own. */
final class Probe {
    private static final String NAME = "OpenSslProbe";
    private static final long TIMEOUT_SECONDS = 60;
    private static final Pattern MODULES =
            Pattern.compile("io\\.netty\\..*|io\\.rustls4j(\\.ffi|\\.natives)?");

    private final Path directory;

    /**
     * Compiles it.
     *
     * @param directory where to
     */
    Probe(Path directory) throws IOException {
        this.directory = directory;
        Path source = directory.resolve(NAME + ".java");
        try (InputStream in = Probe.class.getResourceAsStream(NAME + ".java")) {
            Files.copy(in, source);
        }
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "--release",
                                "8",
                                "-Xlint:-options",
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                directory.toString(),
                                source.toString());
        assertThat(failed).as("exit status of javac").isZero();
    }

    /** All that this JVM has. */
    static List<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).toList();
    }

    /**
     * What an application has that brings netty and this module, and nothing that this one needs.
     */
    static List<String> classPathWithoutRustls() {
        return classPath().stream()
                .filter(
                        entry ->
                                entry.equals(thisModule())
                                        || Path.of(entry)
                                                .getFileName()
                                                .toString()
                                                .startsWith("netty-"))
                .toList();
    }

    /**
     * All that this JVM has, as a tool leaves it that drops classes which are found by name alone.
     */
    List<String> shrunkClassPath() throws IOException {
        Path shrunk = directory.resolve("shrunk");
        Path from = Path.of(thisModule());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(it -> !it.endsWith("RustlsBinding.class")).toList()) {
                Files.copy(file, shrunk.resolve(from.relativize(file).toString()));
            }
        }
        return classPath().stream()
                .map(entry -> entry.equals(thisModule()) ? shrunk.toString() : entry)
                .toList();
    }

    /** The classes of this module. */
    static String thisModule() {
        return Path.of(
                        URI.create(
                                SSL.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()))
                .toString();
    }

    /**
     * Runs it as an application does that requires netty and netty-tcnative as modules.
     *
     * @param options for the JVM, besides the module path
     */
    Outcome runWithModules(String... options) throws IOException, InterruptedException {
        List<String> modulePath =
                Stream.concat(
                                classPath().stream().filter(Probe::isModule),
                                Stream.of(jarOfThisModule().toString()))
                        .toList();
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--module-path=" + String.join(File.pathSeparator, modulePath));
        all.add("--add-modules=io.netty.handler,io.netty.tcnative.classes.openssl");
        return run(Jdk.current(), List.of(), all.toArray(String[]::new));
    }

    /** Of what this JVM has, netty's modules and rustls4j's. */
    private static boolean isModule(String entry) {
        return !entry.equals(thisModule())
                && ModuleFinder.of(Path.of(entry)).findAll().stream()
                        .map(module -> module.descriptor().name())
                        .anyMatch(MODULES.asMatchPredicate());
    }

    /** Only jars have descriptors for some versions of Java alone. */
    private Path jarOfThisModule() throws IOException {
        Path manifest = Files.writeString(directory.resolve("manifest"), "Multi-Release: true\n");
        Path jar = directory.resolve("netty-tcnative.jar");
        int failed =
                java.util.spi.ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(
                                System.out,
                                System.err,
                                "--create",
                                "--file=" + jar,
                                "--manifest=" + manifest,
                                "-C",
                                thisModule(),
                                ".");
        assertThat(failed).as("exit status of jar").isZero();
        return jar;
    }

    /** Runs it to its end, which has to be a good one. */
    Outcome run(Jdk jdk, List<String> classPath, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(jdk.java());
        // java.util.logging speaks the language of the machine.
        command.add("-Duser.language=en");
        command.addAll(List.of(options));
        command.add("-cp");
        command.add(
                Stream.concat(classPath.stream(), Stream.of(directory.toString()))
                        .collect(Collectors.joining(File.pathSeparator)));
        command.add(NAME);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("no end after " + TIMEOUT_SECONDS + " s: " + output);
        }
        assertThat(process.exitValue()).as("exit status; the output was:\n%s", output).isZero();
        return new Outcome(output.lines().toList());
    }

    /**
     * What it said.
     *
     * @param lines its output, and what was logged
     */
    record Outcome(List<String> lines) {
        boolean available() {
            return facts("available").equals(List.of("true"));
        }

        /** What each call of {@code Library.initialize()} came to. */
        List<String> initializations() {
            return facts("initialize");
        }

        List<String> unavailabilityCause() {
            return facts("unavailabilityCause");
        }

        /** What this module logged: a line that names the class, and one with the message. */
        List<String> warnings() {
            return IntStream.range(1, lines.size())
                    .filter(i -> lines.get(i - 1).contains(" io.netty.internal.tcnative."))
                    .mapToObj(lines::get)
                    .filter(line -> line.startsWith("WARNING: "))
                    .toList();
        }

        private List<String> facts(String name) {
            return lines.stream()
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .toList();
        }
    }
}
