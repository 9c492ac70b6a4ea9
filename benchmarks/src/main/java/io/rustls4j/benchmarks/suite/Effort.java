package io.rustls4j.benchmarks.suite;

import java.time.Duration;

/**
 * How long everything runs.
 *
 * @param rounds how often each contestant has its turn, in a new JVM each time
 * @param warmUps warm-up iterations in each JVM, for what is little code
 * @param settling how long handshakes run before they are measured; there is much code in them, and
 *     rustls4j's has been seen to double its speed between the fourth second and the seventh
 * @param iterations measured iterations in each JVM
 * @param iteration the length of one
 * @param starts processes per start-up time
 * @param idlePairs pairs of idle connections
 * @param warmUpHandshakes handshakes before the heap of one is counted
 */
public record Effort(
        int rounds,
        int warmUps,
        Duration settling,
        int iterations,
        Duration iteration,
        int starts,
        int idlePairs,
        int warmUpHandshakes) {
    /** Just enough to see that everything works. */
    public static final Effort TRIAL =
            new Effort(1, 1, Duration.ofMillis(200), 1, Duration.ofMillis(200), 1, 50, 100);

    /** Some forty minutes for a plan of twenty cases. */
    public static final Effort QUICK =
            new Effort(2, 2, Duration.ofSeconds(10), 3, Duration.ofMillis(700), 3, 3000, 6000);

    /** For profiles: what counts is many samples of compiled code. */
    public static final Effort PROFILE =
            new Effort(1, 5, Duration.ofSeconds(15), 5, Duration.ofSeconds(1), 0, 0, 0);

    /** What is published. */
    public static final Effort FULL =
            new Effort(3, 3, Duration.ofSeconds(15), 5, Duration.ofSeconds(1), 7, 5000, 30_000);

    /** The same, but for the rounds. */
    public Effort withRounds(int number) {
        return new Effort(
                number,
                warmUps,
                settling,
                iterations,
                iteration,
                starts,
                idlePairs,
                warmUpHandshakes);
    }
}
