package io.rustls4j.jsse.socket;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Heap buffers for the time of one operation. Sockets wait most of their lives, and what waits must
 * not hold buffers.
 */
final class BufferPool {
    /** Enough for a message of an interactive protocol. */
    static final int SMALL = 4 * 1024;

    /** Enough for any one record (RFC 5246 section 6.2.3). */
    static final int RECORD = 5 + 16384 + 2048;

    /** Enough for several records in one system call. */
    static final int BULK = 64 * 1024;

    private static final BlockingQueue<ByteBuffer> SMALL_BUFFERS = new ArrayBlockingQueue<>(64);
    private static final BlockingQueue<ByteBuffer> RECORD_BUFFERS = new ArrayBlockingQueue<>(32);
    private static final BlockingQueue<ByteBuffer> BULK_BUFFERS = new ArrayBlockingQueue<>(16);

    private BufferPool() {}

    /** A cleared buffer with room for so many bytes, up to {@link #BULK}. */
    static ByteBuffer take(int atLeast) {
        int size = atLeast <= SMALL ? SMALL : atLeast <= RECORD ? RECORD : BULK;
        ByteBuffer pooled = queue(size).poll();
        return pooled != null ? pooled.clear() : ByteBuffer.allocate(size);
    }

    /** Takes back a buffer of {@link #take}; plaintext in it must have been zeroed. */
    static void give(ByteBuffer buffer) {
        // A full pool leaves it to the garbage collector.
        queue(buffer.capacity()).offer(buffer);
    }

    private static BlockingQueue<ByteBuffer> queue(int size) {
        return switch (size) {
            case SMALL -> SMALL_BUFFERS;
            case RECORD -> RECORD_BUFFERS;
            default -> BULK_BUFFERS;
        };
    }
}
