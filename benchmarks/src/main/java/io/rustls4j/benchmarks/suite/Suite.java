package io.rustls4j.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs a plan, case by case. Within a case the contestants take turns, several times where the
 * clock decides: a machine is now faster and now slower, and it should not be so for one of them.
 */
public final class Suite {
    private final List<Runner> runners;
    private final Effort effort;
    private final Set<String> without;

    private Suite(List<Runner> runners, Effort effort, Set<String> without) {
        this.runners = runners;
        this.effort = effort;
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
                effort,
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
        int rounds = subject.kind().isTimed() ? effort.rounds() : 1;
        Map<Object, Measurement> measurements = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Measurement one : round(subject, progress, failures)) {
                measurements.merge(List.of(one.subject(), one.contestant()), one, Measurement::and);
            }
        }
        return List.copyOf(measurements.values());
    }

    private List<Measurement> round(
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
