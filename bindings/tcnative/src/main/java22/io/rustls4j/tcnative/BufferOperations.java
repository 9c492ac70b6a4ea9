package io.rustls4j.tcnative;

import io.rustls4j.tcnative.calls.BufferCalls;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/** {@code Buffer} on the foreign-memory API. */
final class BufferOperations implements BufferCalls {
    /** Where the buffer begins, not where its position is: Netty adds that itself. */
    @Override
    public long address(ByteBuffer buf) {
        if (!buf.isDirect()) {
            throw new IllegalArgumentException("a heap buffer has no address: " + buf);
        }
        return MemorySegment.ofBuffer(buf).address() - buf.position();
    }

    @Override
    public long size(ByteBuffer buf) {
        return buf.capacity();
    }
}
