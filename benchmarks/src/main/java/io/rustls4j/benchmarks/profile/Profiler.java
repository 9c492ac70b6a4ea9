package io.rustls4j.benchmarks.profile;

import io.rustls4j.benchmarks.suite.Case;
import io.rustls4j.benchmarks.suite.ClassPath;
import io.rustls4j.benchmarks.suite.Effort;
import io.rustls4j.benchmarks.suite.JmhForks;
import io.rustls4j.benchmarks.suite.JmhOptions;
import io.rustls4j.benchmarks.suite.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.options.Options;

/** Runs benchmarks under async-profiler. */
final class Profiler {
    private final RunDirectory directory;
    private final Path asyncProfiler;
    private final Path nativeLibrary;
    private final Path out;

    /**
     * Sets it up.
     *
     * @param nativeLibrary rustls4j's native library with symbols
     * @param out where flame graphs go
     */
    Profiler(RunDirectory directory, Path nativeLibrary, Path out) throws IOException {
        this.directory = directory;
        this.asyncProfiler = ProfilerLibrary.extract(directory.directory());
        this.nativeLibrary = nativeLibrary;
        this.out = out;
        Files.createDirectories(out);
    }

    Profile run(Case subject, String contestant, Event event) throws IOException {
        Path raw = directory.directory().resolve("profile");
        clear(raw);
        Options options =
                new JmhOptions(directory, Effort.PROFILE)
                        .of(subject, contestant)
                        .jvmArgsAppend(
                                "-XX:+UnlockDiagnosticVMOptions",
                                "-XX:+DebugNonSafepoints",
                                "-Drustls4j.library=" + nativeLibrary)
                        .addProfiler(
                                "async",
                                "libPath="
                                        + asyncProfiler
                                        + ";dir="
                                        + raw
                                        + ";output=flamegraph,collapsed;direction=forward;"
                                        + event.option())
                        .build();
        JmhForks.run(options, ClassPath.of(contestant));
        Path flames = out.resolve(name(subject, contestant, event) + ".html");
        Files.copy(find(raw, "flame-", ".html"), flames, StandardCopyOption.REPLACE_EXISTING);
        return new Profile(flames, HotFrames.read(find(raw, "collapsed-", ".csv"), event));
    }

    private static String name(Case subject, String contestant, Event event) {
        return (contestant + " " + subject + " " + event.label()).replaceAll("[^A-Za-z0-9]+", "-");
    }

    private static Path find(Path directory, String prefix, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(
                            file ->
                                    file.getFileName().toString().startsWith(prefix)
                                            && file.toString().endsWith(suffix))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IOException(
                                            "the profiler has written no "
                                                    + prefix
                                                    + "*"
                                                    + suffix));
        }
    }

    private static void clear(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
