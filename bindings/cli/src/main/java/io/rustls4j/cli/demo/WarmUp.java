package io.rustls4j.cli.demo;

import java.io.IOException;
import java.time.Duration;

/**
 * Transfers until the speed has stopped rising. A fixed amount would not do: the JDK's engine is
 * Java, and may need a gigabyte before the JIT compiler is done with it, so that a short
 * measurement would compare compilers and not TLS.
 */
final class WarmUp {
    private static final long ROUND = 64L << 20;
    private static final Duration LIMIT = Duration.ofSeconds(8);
    private static final int PATIENCE = 6;
    private static final double NOTICEABLE = 1.03;

    private final long round;
    private long bytes;
    private boolean steady;

    private WarmUp(long round) {
        this.round = round;
    }

    /** One transfer of a number of bytes. */
    @FunctionalInterface
    interface Transfer {
        void run(long bytes) throws IOException;
    }

    static WarmUp until(long size, Transfer transfer) throws IOException {
        WarmUp warmUp = new WarmUp(Math.min(ROUND, size));
        warmUp.run(transfer);
        return warmUp;
    }

    long bytes() {
        return bytes;
    }

    /** False if time was up first. */
    boolean isSteady() {
        return steady;
    }

    private void run(Transfer transfer) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        double best = 0;
        int sinceBest = 0;
        while (sinceBest < PATIENCE && System.nanoTime() < end) {
            long start = System.nanoTime();
            transfer.run(round);
            double speed = (double) round / (double) Math.max(1, System.nanoTime() - start);
            bytes += round;
            sinceBest = speed > best * NOTICEABLE ? 0 : sinceBest + 1;
            best = Math.max(best, speed);
        }
        steady = sinceBest >= PATIENCE;
    }
}
