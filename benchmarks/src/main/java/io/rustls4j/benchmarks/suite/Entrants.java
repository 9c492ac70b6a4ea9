package io.rustls4j.benchmarks.suite;

import io.rustls4j.benchmarks.contestant.Contestants;
import io.rustls4j.benchmarks.loopback.Transport;
import io.rustls4j.benchmarks.scenario.Label;
import java.util.Arrays;
import java.util.List;

/** Who takes part in a case. */
final class Entrants {
    private Entrants() {}

    /** Those contestants on the JVM that can do what the case asks. */
    static List<String> of(Case subject) {
        return Arrays.stream(Contestants.values())
                .filter(contestant -> isUsedFor(subject, contestant))
                .filter(contestant -> contestant.make().absence(subject.scenario()).isEmpty())
                .map(Contestants::label)
                .toList();
    }

    private static boolean isUsedFor(Case subject, Contestants contestant) {
        return switch (subject.kind()) {
            case KEEP_ALIVE, RECONNECT, BULK ->
                    Label.parse(Transport.class, subject.variant()).entrants().contains(contestant);
            default -> true;
        };
    }
}
