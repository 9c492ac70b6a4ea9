package io.rustls4j.benchmarks.report;

import io.rustls4j.benchmarks.suite.Case;
import io.rustls4j.benchmarks.suite.Measurement;
import io.rustls4j.benchmarks.suite.Median;
import io.rustls4j.benchmarks.suite.MemcpyMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Everybody's numbers in one case. */
public record Comparison(Case subject, MemcpyMode memcpy, List<Measurement> measurements) {
    private record Identity(Case subject, MemcpyMode memcpy) {}

    /** Sorts measurements into comparisons, in order of appearance. */
    public static List<Comparison> of(List<Measurement> measurements) {
        Map<Identity, List<Measurement>> sorted = new LinkedHashMap<>();
        for (Measurement measurement : measurements) {
            sorted.computeIfAbsent(
                            new Identity(measurement.subject(), measurement.memcpy()),
                            identity -> new ArrayList<>())
                    .add(measurement);
        }
        return sorted.entrySet().stream()
                .map(
                        entry ->
                                new Comparison(
                                        entry.getKey().subject(),
                                        entry.getKey().memcpy(),
                                        entry.getValue()))
                .toList();
    }

    /** A contestant's number. */
    public Optional<Measurement> of(String contestant) {
        return measurements.stream()
                .filter(measurement -> measurement.contestant().equals(contestant))
                .findFirst();
    }

    /**
     * How many times as good one is as another: the median over the rounds, in each of which both
     * had their turn; empty if one of them did not take part, or has a number that is no more than
     * the noise around nothing: a resident set may also shrink.
     */
    public OptionalDouble ratio(String contestant, String other) {
        Optional<Measurement> one = of(contestant);
        Optional<Measurement> two = of(other);
        if (one.isEmpty() || two.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (one.get().score() <= 0 || two.get().score() <= 0) {
            return OptionalDouble.empty();
        }
        double quotient = quotient(one.get(), two.get());
        return OptionalDouble.of(subject.kind().moreIsBetter() ? quotient : 1 / quotient);
    }

    private static double quotient(Measurement one, Measurement two) {
        if (one.rounds().size() != two.rounds().size()) {
            return one.score() / two.score();
        }
        List<Double> quotients = new ArrayList<>();
        for (int round = 0; round < one.rounds().size(); round++) {
            quotients.add(one.rounds().get(round) / two.rounds().get(round));
        }
        return Median.of(quotients);
    }

    /** The best number. */
    public double best() {
        var scores = measurements.stream().mapToDouble(Measurement::score);
        return (subject.kind().moreIsBetter() ? scores.max() : scores.min()).orElse(0);
    }
}
