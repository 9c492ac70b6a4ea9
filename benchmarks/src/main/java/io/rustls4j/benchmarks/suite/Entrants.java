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
                .filter(contestant -> takesPart(subject, contestant))
                .map(Contestants::label)
                .toList();
    }

    private static boolean takesPart(Case subject, Contestants contestant) {
        return switch (subject.kind()) {
            case KEEP_ALIVE, RECONNECT, BULK -> {
                Transport transport = Label.parse(Transport.class, subject.variant());
                yield transport.carriesPlaintext(contestant)
                        || (transport.entrants().contains(contestant) && can(subject, contestant));
            }
            default -> can(subject, contestant);
        };
    }

    private static boolean can(Case subject, Contestants contestant) {
        return contestant.make().absence(subject.scenario()).isEmpty();
    }
}
