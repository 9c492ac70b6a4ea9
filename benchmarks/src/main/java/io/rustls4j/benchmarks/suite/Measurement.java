package io.rustls4j.benchmarks.suite;

import org.jspecify.annotations.Nullable;

/**
 * One contestant's number in one case.
 *
 * @param error half of the 99.9% confidence interval; null where there were too few runs
 * @param allocated bytes of heap allocated per operation; null where that is not known
 */
public record Measurement(
        Case subject,
        String contestant,
        MemcpyMode memcpy,
        double score,
        @Nullable Double error,
        @Nullable Double allocated) {}
