package io.rustls4j.tcnative.bio;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Native memory for what connections have to say while Netty has given no buffer for it. A little
 * of it serves all connections, since each uses it only for a moment. It holds ciphertext alone.
 */
public final class OutputRoom {
    /** More than the largest record. */
    private static final int SIZE = 18 * 1024;

    private static final int KEPT = 16;
    private static final AtomicReferenceArray<MemorySegment> FREE =
            new AtomicReferenceArray<>(KEPT);

    private OutputRoom() {}

    /**
     * Takes room for at least one record.
     *
     * @return memory that nobody else has, until it is given back
     */
    public static MemorySegment take() {
        for (int i = 0; i < KEPT; i++) {
            MemorySegment room = FREE.getAndSet(i, null);
            if (room != null) {
                return room;
            }
        }
        return Arena.ofAuto().allocate(SIZE);
    }

    /**
     * Gives room back. What is too much is left to the garbage collector.
     *
     * @param room what was taken
     */
    public static void give(MemorySegment room) {
        for (int i = 0; i < KEPT; i++) {
            if (FREE.compareAndSet(i, null, room)) {
                return;
            }
        }
    }
}
