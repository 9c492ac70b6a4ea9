package io.rustls4j.benchmarks.suite;

import java.io.IOException;
import java.util.List;

/** Measures one contestant in one case. */
interface Runner {
    /** Whether this is the runner for such cases. */
    boolean runs(Kind kind);

    /** Who takes part, by label. */
    List<String> entrants(Case subject);

    /** Measures; most cases give one number. */
    List<Measurement> run(Case subject, String contestant) throws IOException, InterruptedException;
}
