package io.rustls4j.benchmarks;

import io.rustls4j.benchmarks.contestant.Contestants;
import io.rustls4j.benchmarks.contestant.tcnative.Tcnative;
import io.rustls4j.benchmarks.scenario.Label;
import java.util.Arrays;
import java.util.List;

/** Who is on the class path of these tests, which the build runs twice. */
final class Present {
    /** Set in the second run, where only one contestant is another than in the first. */
    private static final String ONLY = "rustls4j.benchmarks.contestant";

    private Present() {}

    static List<Contestants> contestants() {
        String only = System.getProperty(ONLY);
        return only == null
                ? Arrays.stream(Contestants.values()).filter(Present::isHere).toList()
                : List.of(Label.parse(Contestants.class, only));
    }

    private static boolean isHere(Contestants contestant) {
        return !(contestant.make() instanceof Tcnative tcnative) || tcnative.isHere();
    }
}
