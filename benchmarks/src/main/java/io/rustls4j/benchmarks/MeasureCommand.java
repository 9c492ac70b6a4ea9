package io.rustls4j.benchmarks;

import io.rustls4j.benchmarks.report.Comparison;
import io.rustls4j.benchmarks.report.Machine;
import io.rustls4j.benchmarks.report.Results;
import io.rustls4j.benchmarks.report.Summary;
import io.rustls4j.benchmarks.report.TerminalTable;
import io.rustls4j.benchmarks.scenario.Label;
import io.rustls4j.benchmarks.suite.Case;
import io.rustls4j.benchmarks.suite.Effort;
import io.rustls4j.benchmarks.suite.Measurement;
import io.rustls4j.benchmarks.suite.Plan;
import io.rustls4j.benchmarks.suite.RunDirectory;
import io.rustls4j.benchmarks.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a plan and keeps its numbers. */
@Command(name = "measure", description = "Runs a plan, prints its tables, and keeps its numbers.")
final class MeasureCommand implements Callable<Integer> {
    @Parameters(index = "0", description = "quick, full or copies")
    private String plan = "quick";

    @Option(names = "--effort", description = "trial, quick or full (default: ${DEFAULT-VALUE})")
    private String effort = "quick";

    @Option(names = "--rounds", description = "how often each contestant has its turn")
    private int rounds;

    @Option(names = "--only", description = "run only cases whose text contains this")
    private String only = "";

    @Option(names = "--without", description = "leave a contestant out")
    private Set<String> without = Set.of();

    @Option(names = "--directory", required = true, description = "where the run keeps its files")
    private Path directory = Path.of("");

    @Option(names = "--upper-bound", required = true, description = "the Rust program")
    private Path upperBound = Path.of("");

    @Option(names = "--out", required = true, description = "the JSON file to write")
    private Path out = Path.of("");

    @Option(
            names = "--continue",
            description = "keep what the JSON file has already, and run only the other cases")
    private boolean continued;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Suite suite =
                Suite.of(
                        RunDirectory.prepare(directory.toAbsolutePath()),
                        effort(),
                        without,
                        upperBound.toAbsolutePath());
        Files.createDirectories(out.toAbsolutePath().getParent());
        Results results = new Results(Machine.here(), List.of());
        if (continued && Files.exists(out)) {
            results = results.and(Results.read(out));
        }
        List<Case> cases = missing(results);
        List<IOException> failures = new ArrayList<>();
        Instant start = Instant.now();
        for (int i = 0; i < cases.size(); i++) {
            String title = "[" + (i + 1) + "/" + cases.size() + "] " + cases.get(i);
            List<Measurement> measured =
                    suite.run(
                            cases.get(i),
                            contestant ->
                                    System.err.println(
                                            elapsed(start) + " " + title + ": " + contestant),
                            failures::add);
            results = results.and(new Results(results.machine(), measured));
            Comparison.of(measured)
                    .forEach(comparison -> TerminalTable.print(comparison, System.out));
            // After each case, so that a run of hours that is cut off leaves what it has.
            results.write(out);
        }
        Summary.print(results, System.out);
        System.out.println();
        System.out.println(out);
        failures.forEach(Throwable::printStackTrace);
        return failures.isEmpty() ? 0 : 1;
    }

    private List<Case> missing(Results results) {
        return Label.parse(Plan.class, plan).cases().stream()
                .filter(subject -> subject.toString().contains(only))
                .filter(subject -> !results.has(subject))
                .toList();
    }

    private static String elapsed(Instant start) {
        Duration elapsed = Duration.between(start, Instant.now());
        return String.format(Locale.ROOT, "%d:%02d", elapsed.toMinutes(), elapsed.toSecondsPart());
    }

    private Effort effort() {
        Effort named = named();
        return rounds > 0 ? named.withRounds(rounds) : named;
    }

    private Effort named() {
        return switch (effort) {
            case "trial" -> Effort.TRIAL;
            case "quick" -> Effort.QUICK;
            case "full" -> Effort.FULL;
            default ->
                    throw new IllegalArgumentException(
                            "no effort \"" + effort + "\"; there is trial, quick, full");
        };
    }
}
