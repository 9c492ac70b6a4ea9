package io.rustls4j.rustls;

import io.rustls4j.ffi.rustls4j_h;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;

/**
 * Decrypts where native code may call back into Java, so that heap arrays go through scratch
 * memory.
 */
final class UpcallingUnwrap {
    private UpcallingUnwrap() {}

    /** Decrypts from buffer to buffer, and moves their positions by what it used. */
    static long run(MemorySegment connection, ByteBuffer in, ByteBuffer out) {
        long packed =
                in.isDirect()
                        ? withInput(connection, MemorySegment.ofBuffer(in), in.remaining(), out)
                        : withInputCopied(connection, in, out);
        in.position(in.position() + (int) Transfer.consumed(packed));
        out.position(out.position() + (int) Transfer.produced(packed));
        return packed;
    }

    private static long withInputCopied(MemorySegment connection, ByteBuffer in, ByteBuffer out) {
        MemorySegment scratch = ScratchBuffers.take();
        int length = bounded(in);
        try {
            if (in.hasArray()) {
                int start = in.arrayOffset() + in.position();
                MemorySegment.copy(in.array(), start, scratch, ValueLayout.JAVA_BYTE, 0, length);
            } else {
                MemorySegment.copy(MemorySegment.ofBuffer(in), 0, scratch, 0, length);
            }
            return withInput(connection, scratch, length, out);
        } finally {
            ScratchBuffers.give(scratch, length);
        }
    }

    private static long withInput(
            MemorySegment connection, MemorySegment in, long length, ByteBuffer out) {
        return out.isDirect()
                ? call(connection, in, length, MemorySegment.ofBuffer(out), out.remaining())
                : withOutputCopied(connection, in, length, out);
    }

    private static long withOutputCopied(
            MemorySegment connection, MemorySegment in, long length, ByteBuffer out) {
        MemorySegment scratch = ScratchBuffers.take();
        int room = bounded(out);
        int used = room;
        try {
            long packed = call(connection, in, length, scratch, room);
            used = (int) Transfer.produced(packed);
            int start = out.arrayOffset() + out.position();
            MemorySegment.copy(scratch, ValueLayout.JAVA_BYTE, 0, out.array(), start, used);
            return packed;
        } finally {
            ScratchBuffers.give(scratch, used);
        }
    }

    private static int bounded(ByteBuffer buffer) {
        return Math.min(buffer.remaining(), ScratchBuffers.SIZE);
    }

    private static long call(
            MemorySegment connection,
            MemorySegment in,
            long inLength,
            MemorySegment out,
            long outLength) {
        return call(connection, in, 0, inLength, out, 0, outLength);
    }

    /** Decrypts from native memory to native memory. */
    static long call(
            MemorySegment connection,
            MemorySegment in,
            long inOffset,
            long inLength,
            MemorySegment out,
            long outOffset,
            long outLength) {
        UpcallFailure.forget();
        return rustls4j_h.rustls4j_connection_unwrap(
                connection, in, inOffset, bounded(inLength), out, outOffset, bounded(outLength));
    }

    /** What one call can report. */
    private static long bounded(long length) {
        return Math.min(length, Transfer.MAX_LENGTH);
    }
}
