package io.rustls4j.jsse.connection;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Buffers for the plaintext of one record, for calls that gather or scatter. They belong to a call
 * and not to a connection, since most connections have nothing to do at any one time.
 */
final class ScratchBuffers {
    static final int SIZE = 16384;

    private static final BlockingQueue<ByteBuffer> POOL = new ArrayBlockingQueue<>(16);

    private ScratchBuffers() {}

    static ByteBuffer take() {
        ByteBuffer pooled = POOL.poll();
        return pooled != null ? pooled.clear() : ByteBuffer.allocate(SIZE);
    }

    /** Takes a buffer back; the plaintext in its first {@code used} bytes is zeroed. */
    static void give(ByteBuffer buffer, int used) {
        int start = buffer.arrayOffset();
        Arrays.fill(buffer.array(), start, start + used, (byte) 0);
        // A full pool leaves it to the garbage collector.
        POOL.offer(buffer);
    }
}
