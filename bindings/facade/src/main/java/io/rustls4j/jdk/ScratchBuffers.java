package io.rustls4j.jdk;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Memory for one record, where the caller's buffer has no room for the largest one: JSSE insists on
 * that room even for small records. A few arrays serve all connections, since each is used only
 * while a call runs.
 */
final class ScratchBuffers {
    /**
     * More than JSSE ever asks for, which is 33093 bytes where a peer sends records that are too
     * large.
     */
    private static final int SIZE = 33 * 1024;

    private static final int KEPT = 16;
    private static final AtomicReferenceArray<@Nullable ByteBuffer> FREE =
            new AtomicReferenceArray<>(KEPT);

    private ScratchBuffers() {}

    static ByteBuffer take() {
        for (int i = 0; i < KEPT; i++) {
            ByteBuffer buffer = FREE.getAndSet(i, null);
            if (buffer != null) {
                return buffer;
            }
        }
        return ByteBuffer.allocate(SIZE);
    }

    /**
     * Zeroes what was used, up to the limit, which may be plaintext. One buffer too many is left to
     * the garbage collector.
     */
    static void give(ByteBuffer scratch) {
        int start = scratch.arrayOffset();
        Arrays.fill(scratch.array(), start, start + scratch.limit(), (byte) 0);
        scratch.clear();
        for (int i = 0; i < KEPT; i++) {
            if (FREE.compareAndSet(i, null, scratch)) {
                return;
            }
        }
    }
}
