package io.rustls4j.rustls;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Native memory for calls that may upcall and so cannot take heap arrays: handshakes, and
 * connections with a log. A few buffers serve all connections, since each is used only while a call
 * runs.
 */
final class ScratchBuffers {
    /** Enough for two records. */
    static final int SIZE = 32 * 1024;

    private static final int KEPT = 16;
    private static final AtomicReferenceArray<MemorySegment> FREE =
            new AtomicReferenceArray<>(KEPT);

    private ScratchBuffers() {}

    static MemorySegment take() {
        for (int i = 0; i < KEPT; i++) {
            MemorySegment buffer = FREE.getAndSet(i, null);
            if (buffer != null) {
                return buffer;
            }
        }
        return Arena.ofAuto().allocate(SIZE, Long.BYTES);
    }

    /**
     * Zeroes what was used, since plaintext must not stay behind. One buffer too many is left to
     * the garbage collector.
     */
    static void give(MemorySegment buffer, long used) {
        buffer.asSlice(0, used).fill((byte) 0);
        for (int i = 0; i < KEPT; i++) {
            if (FREE.compareAndSet(i, null, buffer)) {
                return;
            }
        }
    }
}
