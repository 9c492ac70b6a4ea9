package io.rustls4j.benchmarks.suite;

import java.time.Duration;

/**
 * How long everything runs.
 *
 * @param forks JVMs per number
 * @param warmUps warm-up iterations in each JVM
 * @param iterations measured iterations in each JVM
 * @param iteration the length of one
 * @param starts processes per start-up time
 * @param idlePairs pairs of idle connections
 */
public record Effort(
        int forks, int warmUps, int iterations, Duration iteration, int starts, int idlePairs) {
    /** Just enough to see that everything works. */
    public static final Effort TRIAL = new Effort(1, 1, 1, Duration.ofMillis(200), 1, 50);

    /** Minutes for a plan of a dozen cases. */
    public static final Effort QUICK = new Effort(1, 3, 3, Duration.ofSeconds(1), 7, 1000);

    /** What is published. */
    public static final Effort FULL = new Effort(2, 5, 5, Duration.ofSeconds(2), 20, 2000);
}
