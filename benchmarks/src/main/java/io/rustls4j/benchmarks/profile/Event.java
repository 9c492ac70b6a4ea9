package io.rustls4j.benchmarks.profile;

import io.rustls4j.benchmarks.scenario.Label;

/** What is sampled. */
enum Event implements Label {
    /**
     * Processor time, by a timer: hardware counters are often out of reach in containers. The
     * native library has no frame pointers, but tables that tell how to do without.
     */
    CPU("cpu", "event=itimer;interval=1000000;rawCommand=cstack=dwarf"),

    /** Bytes of heap, nearly each allocation. */
    HEAP("heap", "event=alloc;rawCommand=alloc=256,total");

    private final String label;
    private final String option;

    Event(String label, String option) {
        this.label = label;
        this.option = option;
    }

    @Override
    public String label() {
        return label;
    }

    /** In the words of JMH's profiler. */
    String option() {
        return option;
    }
}
