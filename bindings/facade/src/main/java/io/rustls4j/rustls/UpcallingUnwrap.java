package io.rustls4j.rustls;

import io.rustls4j.ffi.rustls4j_h;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * Decrypts where native code may call back into Java, so that heap arrays go through scratch
 * memory. The buffers' positions stay.
 */
final class UpcallingUnwrap {
    private UpcallingUnwrap() {}

    static long run(MemorySegment connection, ByteBuffer in, ByteBuffer out) {
        MemorySegment from = MemorySegment.ofBuffer(in);
        MemorySegment to = MemorySegment.ofBuffer(out);
        return from.isNative()
                ? withInput(connection, from, to)
                : withInputCopied(connection, from.asSlice(0, bounded(from)), to);
    }

    private static long withInputCopied(
            MemorySegment connection, MemorySegment in, MemorySegment out) {
        MemorySegment scratch = ScratchBuffers.take();
        try {
            scratch.copyFrom(in);
            return withInput(connection, scratch.asSlice(0, in.byteSize()), out);
        } finally {
            ScratchBuffers.give(scratch, in.byteSize());
        }
    }

    private static long withInput(MemorySegment connection, MemorySegment in, MemorySegment out) {
        return out.isNative()
                ? call(connection, in, out)
                : withOutputCopied(connection, in, out.asSlice(0, bounded(out)));
    }

    private static long withOutputCopied(
            MemorySegment connection, MemorySegment in, MemorySegment out) {
        MemorySegment scratch = ScratchBuffers.take();
        long used = out.byteSize();
        try {
            long packed = call(connection, in, scratch.asSlice(0, out.byteSize()));
            used = Transfer.produced(packed);
            MemorySegment.copy(scratch, 0, out, 0, used);
            return packed;
        } finally {
            ScratchBuffers.give(scratch, used);
        }
    }

    private static long bounded(MemorySegment segment) {
        return Math.min(segment.byteSize(), ScratchBuffers.SIZE);
    }

    private static long call(MemorySegment connection, MemorySegment in, MemorySegment out) {
        return rustls4j_h.rustls4j_connection_unwrap(
                connection, in, 0, bounded(in.byteSize()), out, 0, bounded(out.byteSize()));
    }

    /** What one call can report. */
    private static long bounded(long length) {
        return Math.min(length, Transfer.MAX_LENGTH);
    }
}
