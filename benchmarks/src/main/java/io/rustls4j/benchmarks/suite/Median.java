package io.rustls4j.benchmarks.suite;

import java.util.List;

/** The number in the middle. */
public final class Median {
    private Median() {}

    /** Of one number or more; between the two in the middle, if there are two. */
    public static double of(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
