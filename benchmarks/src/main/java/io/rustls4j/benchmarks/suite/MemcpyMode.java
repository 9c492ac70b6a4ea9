package io.rustls4j.benchmarks.suite;

import io.rustls4j.benchmarks.scenario.Label;

/**
 * How glibc copies memory. Before 2.39 it takes {@code rep movsb} for more than about 2 KiB on AMD
 * Zen, which is slow for unlucky alignments.
 */
public enum MemcpyMode implements Label {
    /** As glibc is. */
    DEFAULT("default"),

    /** {@code rep movsb} ruled out by a tunable. */
    NO_REP_MOVSB("no-rep-movsb");

    /** Where glibc reads its tunables. */
    public static final String VARIABLE = "GLIBC_TUNABLES";

    private static final String TUNABLE = "glibc.cpu.x86_rep_movsb_threshold=";

    private final String label;

    MemcpyMode(String label) {
        this.label = label;
    }

    /** The one of this process, and of those that it starts. */
    public static MemcpyMode current() {
        return System.getenv().getOrDefault(VARIABLE, "").contains(TUNABLE)
                ? NO_REP_MOVSB
                : DEFAULT;
    }

    @Override
    public String label() {
        return label;
    }
}
