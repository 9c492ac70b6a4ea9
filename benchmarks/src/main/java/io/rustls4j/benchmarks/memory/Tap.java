package io.rustls4j.benchmarks.memory;

import java.nio.ByteBuffer;

/** Sees what a server sends. */
@FunctionalInterface
public interface Tap {
    /** Sees nothing. */
    Tap NONE = wire -> {};

    /**
     * Called with what is about to be delivered.
     *
     * @param wire written up to its position; not to be changed
     */
    void serverSent(ByteBuffer wire);
}
