package io.rustls4j.benchmarks.memory;

import io.rustls4j.benchmarks.scenario.Label;
import java.nio.ByteBuffer;

/** Where buffers live. */
public enum BufferKind implements Label {
    HEAP("heap"),
    DIRECT("direct");

    private final String label;

    BufferKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    ByteBuffer allocate(int size) {
        return this == HEAP ? ByteBuffer.allocate(size) : ByteBuffer.allocateDirect(size);
    }
}
