package io.rustls4j.benchmarks.profile;

import io.rustls4j.benchmarks.scenario.Label;
import io.rustls4j.benchmarks.suite.Case;
import io.rustls4j.benchmarks.suite.Plan;
import io.rustls4j.benchmarks.suite.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says where one contestant's time and heap go. */
@Command(name = "profile", description = "Draws flame graphs, and prints the hottest frames.")
public final class ProfileCommand implements Callable<Integer> {
    private static final int ROWS = 20;

    @Option(names = "--contestant", description = "who (default: ${DEFAULT-VALUE})")
    private String contestant = "rustls4j-jsse";

    @Option(names = "--event", description = "cpu or heap (default: both)")
    private List<String> events = List.of("cpu", "heap");

    @Option(names = "--only", description = "profile only cases whose text contains this")
    private String only = "";

    @Option(names = "--directory", required = true, description = "where the run keeps its files")
    private Path directory = Path.of("");

    @Option(
            names = "--native-library",
            required = true,
            description = "rustls4j's native library with symbols")
    private Path nativeLibrary = Path.of("");

    @Option(names = "--out", required = true, description = "where flame graphs go")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        Profiler profiler =
                new Profiler(
                        RunDirectory.prepare(directory.toAbsolutePath()),
                        nativeLibrary.toAbsolutePath(),
                        out);
        for (Case subject : Plan.PROFILE.cases()) {
            if (subject.toString().contains(only)) {
                for (String event : events) {
                    print(profiler, subject, Label.parse(Event.class, event));
                }
            }
        }
        return 0;
    }

    private void print(Profiler profiler, Case subject, Event event) throws IOException {
        System.out.println();
        System.out.println(subject + ", " + contestant + ", " + event.label());
        Profile profile = profiler.run(subject, contestant, event);
        profile.frames().rows(ROWS).forEach(row -> System.out.println("  " + row));
        System.out.printf(
                Locale.ROOT,
                "  left out: %.1f %% in the JVM's own threads, which compile and collect%n",
                100 * profile.frames().runtimeShare());
        System.out.println("  " + profile.flames());
    }
}
