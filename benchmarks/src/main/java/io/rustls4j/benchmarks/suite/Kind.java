package io.rustls4j.benchmarks.suite;

import io.rustls4j.benchmarks.scenario.Label;

/** What is measured, in which unit, and whether more of it is better. */
public enum Kind implements Label {
    HANDSHAKE("handshake", "connections/s", true),
    RECORD("record", "messages/s", true),
    CALL("call", "calls/s", true),
    KEEP_ALIVE("keep-alive", "requests/s", true),
    RECONNECT("reconnect", "requests/s", true),
    BULK("bulk", "MiB/s", true),
    CLIENT_HEAP("client-heap", "bytes", false),
    SERVER_HEAP("server-heap", "bytes", false),
    START_UP("start-up", "ms", false),
    IDLE_HEAP("idle-heap", "bytes", false),
    IDLE_RESIDENT("idle-native", "bytes", false);

    private final String label;
    private final String unit;
    private final boolean moreIsBetter;

    Kind(String label, String unit, boolean moreIsBetter) {
        this.label = label;
        this.unit = unit;
        this.moreIsBetter = moreIsBetter;
    }

    @Override
    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    public boolean moreIsBetter() {
        return moreIsBetter;
    }

    /** Whether the clock decides, so that it depends on what else the machine does. */
    public boolean isTimed() {
        return switch (this) {
            case CLIENT_HEAP, SERVER_HEAP, IDLE_HEAP, IDLE_RESIDENT -> false;
            default -> true;
        };
    }
}
