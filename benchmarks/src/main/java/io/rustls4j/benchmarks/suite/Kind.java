package io.rustls4j.benchmarks.suite;

import io.rustls4j.benchmarks.scenario.Label;

/** What is measured, in which unit, and whether more of it is better. */
public enum Kind implements Label {
    HANDSHAKE("handshake", "connections/s", true),
    RECORD("record", "messages/s", true),
    CALL("call", "calls/s", true),
    NETTY_KEEP_ALIVE("netty-keep-alive", "requests/s", true),
    NETTY_NEW_CONNECTION("netty-new-connection", "requests/s", true),
    NETTY_BULK("netty-bulk", "MB/s", true),
    SOCKET_KEEP_ALIVE("socket-keep-alive", "requests/s", true),
    SOCKET_NEW_CONNECTION("socket-new-connection", "requests/s", true),
    SOCKET_BULK("socket-bulk", "MB/s", true),
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
}
