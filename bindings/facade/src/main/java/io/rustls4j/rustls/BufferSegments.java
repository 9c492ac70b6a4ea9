package io.rustls4j.rustls;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * Buffers as segments. A heap buffer is its whole array with an offset beside it: a segment of an
 * array is so simple that the compiler makes it disappear, which slices are not.
 */
final class BufferSegments {
    private BufferSegments() {}

    static MemorySegment of(ByteBuffer buffer) {
        return buffer.hasArray()
                ? MemorySegment.ofArray(buffer.array())
                : MemorySegment.ofBuffer(buffer);
    }

    static long offset(ByteBuffer buffer) {
        return buffer.hasArray() ? buffer.arrayOffset() + (long) buffer.position() : 0;
    }
}
