package io.rustls4j.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Runs a plan, case by case; within a case the contestants follow each other closely. */
public final class Suite {
    private final List<Runner> runners;
    private final Set<String> without;

    private Suite(List<Runner> runners, Set<String> without) {
        this.runners = runners;
        this.without = Set.copyOf(without);
    }

    /**
     * Sets the runners up.
     *
     * @param without contestants that are left out, by label
     * @param upperBound the Rust program
     */
    public static Suite of(
            RunDirectory directory, Effort effort, Set<String> without, Path upperBound) {
        return new Suite(
                List.of(
                        new UpperBoundRunner(upperBound, directory, effort),
                        new JmhRunner(new JmhOptions(directory, effort)),
                        new ProcessRunner(directory, effort)),
                without);
    }

    /**
     * Measures a case.
     *
     * @param failures where contestants that fail go; the others are measured all the same
     */
    public List<Measurement> run(
            Case subject, Consumer<String> progress, Consumer<IOException> failures)
            throws InterruptedException {
        List<Measurement> measurements = new ArrayList<>();
        for (Runner runner : runners) {
            if (runner.runs(subject.kind())) {
                for (String contestant : runner.entrants(subject)) {
                    if (without.contains(contestant)) {
                        continue;
                    }
                    progress.accept(contestant);
                    try {
                        measurements.addAll(runner.run(subject, contestant));
                    } catch (IOException e) {
                        failures.accept(new IOException(contestant + " failed in " + subject, e));
                    }
                }
            }
        }
        return measurements;
    }
}
