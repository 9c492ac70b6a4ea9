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
 * @param warmUpHandshakes handshakes before the heap of one is counted
 */
public record Effort(
        int forks,
        int warmUps,
        int iterations,
        Duration iteration,
        int starts,
        int idlePairs,
        int warmUpHandshakes) {
    /** Just enough to see that everything works. */
    public static final Effort TRIAL = new Effort(1, 1, 1, Duration.ofMillis(200), 1, 50, 100);

    /** Minutes for a plan of a dozen cases. */
    public static final Effort QUICK = new Effort(1, 2, 3, Duration.ofMillis(800), 5, 500, 6000);

    /** For profiles: what counts is many samples of compiled code. */
    public static final Effort PROFILE = new Effort(1, 5, 5, Duration.ofSeconds(1), 0, 0, 0);

    /** What is published. */
    public static final Effort FULL = new Effort(2, 5, 5, Duration.ofSeconds(2), 20, 2000, 30_000);
}
