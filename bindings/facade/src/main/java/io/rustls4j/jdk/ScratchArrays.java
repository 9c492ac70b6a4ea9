package io.rustls4j.jdk;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Memory for one record, where the caller's buffer has no room for the largest one: JSSE insists on that room even for
 * small records. A few arrays serve all connections, since each is used only while a call runs.
 */
final class ScratchArrays {
    /** More than JSSE ever asks for, which is 33093 bytes where a peer sends records that are too large. */
    private static final int SIZE = 33 * 1024;

    private static final int KEPT = 16;
    private static final AtomicReferenceArray<byte @Nullable []> FREE = new AtomicReferenceArray<>(KEPT);

    private ScratchArrays() {}

    static ByteBuffer take() {
        for (int i = 0; i < KEPT; i++) {
            byte[] array = FREE.getAndSet(i, null);
            if (array != null) {
                return ByteBuffer.wrap(array);
            }
        }
        return ByteBuffer.allocate(SIZE);
    }

    /** Zeroes what was used, which may be plaintext. One array too many is left to the garbage collector. */
    static void give(ByteBuffer scratch, int used) {
        Arrays.fill(scratch.array(), 0, used, (byte) 0);
        for (int i = 0; i < KEPT; i++) {
            if (FREE.compareAndSet(i, null, scratch.array())) {
                return;
            }
        }
    }
}
