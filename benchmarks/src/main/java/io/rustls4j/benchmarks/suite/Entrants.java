package io.rustls4j.benchmarks.suite;

import io.rustls4j.benchmarks.contestant.Contestants;
import java.util.Arrays;
import java.util.List;

/** Who takes part in a case. */
final class Entrants {
    private Entrants() {}

    /** Those contestants on the JVM that can do what the scenario asks. */
    static List<String> of(Case subject) {
        return Arrays.stream(Contestants.values())
                .filter(contestant -> contestant.make().absence(subject.scenario()).isEmpty())
                .map(Contestants::label)
                .toList();
    }
}
