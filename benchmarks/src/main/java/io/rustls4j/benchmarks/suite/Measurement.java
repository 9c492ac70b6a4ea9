package io.rustls4j.benchmarks.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One contestant's numbers in one case.
 *
 * @param rounds one number for each round; all contestants had their turn before the next began
 * @param allocated bytes of heap allocated per operation, in the worst round; null where that is
 *     not known
 */
public record Measurement(
        Case subject,
        String contestant,
        MemcpyMode memcpy,
        List<Double> rounds,
        @Nullable Double allocated) {
    public Measurement {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("no round of " + contestant + " in " + subject);
        }
    }

    /** A single round. */
    static Measurement of(Case subject, String contestant, double score) {
        return of(subject, contestant, score, null);
    }

    /** A single round, with what was allocated. */
    static Measurement of(
            Case subject, String contestant, double score, @Nullable Double allocated) {
        return new Measurement(
                subject, contestant, MemcpyMode.current(), List.of(score), allocated);
    }

    /** These rounds, and then those of another measurement of the same. */
    Measurement and(Measurement later) {
        List<Double> all = new ArrayList<>(rounds);
        all.addAll(later.rounds);
        Double worst =
                Stream.of(allocated, later.allocated)
                        .filter(Objects::nonNull)
                        .max(Double::compare)
                        .orElse(null);
        return new Measurement(subject, contestant, memcpy, all, worst);
    }

    /** The median of the rounds: neither a lucky one nor one in which the machine was busy. */
    public double score() {
        return Median.of(rounds);
    }

    /** Half of what lies between the best round and the worst; null where there was only one. */
    public @Nullable Double spread() {
        if (rounds.size() == 1) {
            return null;
        }
        double best = rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double worst = rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        return (best - worst) / 2;
    }
}
