package io.rustls4j.rustls;

import io.rustls4j.ffi.rustls4j_h;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;

/**
 * Decrypts where native code may call back into Java, so that heap arrays go through scratch
 * memory; and so do mapped files, see {@link MappedTransfer}. Positions and limits are read once,
 * see {@link BufferTransfer}.
 */
final class UpcallingUnwrap {
    private UpcallingUnwrap() {}

    /** Decrypts from buffer to buffer, and moves their positions by what it used. */
    static long run(MemorySegment connection, ByteBuffer in, ByteBuffer out) {
        int inStart = in.position();
        int outStart = out.position();
        long packed = withInput(connection, in, inStart, out, outStart);
        in.position(inStart + (int) Transfer.consumed(packed));
        out.position(outStart + (int) Transfer.produced(packed));
        return packed;
    }

    private static long withInput(
            MemorySegment connection, ByteBuffer in, int inStart, ByteBuffer out, int outStart) {
        if (in.isDirect()) {
            MemorySegment from = MemorySegment.ofBuffer(in);
            if (!from.isMapped()) {
                return withOutput(connection, from, from.byteSize(), out, outStart);
            }
        }
        return withInputCopied(connection, in, inStart, out, outStart);
    }

    private static long withInputCopied(
            MemorySegment connection, ByteBuffer in, int inStart, ByteBuffer out, int outStart) {
        int length = bounded(in, inStart);
        MemorySegment scratch = ScratchBuffers.take();
        try {
            if (in.hasArray()) {
                int start = in.arrayOffset() + inStart;
                MemorySegment.copy(in.array(), start, scratch, ValueLayout.JAVA_BYTE, 0, length);
            } else {
                MemorySegment.copy(MemorySegment.ofBuffer(in), 0, scratch, 0, length);
            }
            return withOutput(connection, scratch, length, out, outStart);
        } finally {
            ScratchBuffers.give(scratch, length);
        }
    }

    private static long withOutput(
            MemorySegment connection, MemorySegment in, long length, ByteBuffer out, int outStart) {
        if (out.isDirect()) {
            MemorySegment to = MemorySegment.ofBuffer(out);
            if (!to.isMapped()) {
                return call(connection, in, 0, length, to, 0, to.byteSize());
            }
        }
        return withOutputCopied(connection, in, length, out, outStart);
    }

    private static long withOutputCopied(
            MemorySegment connection, MemorySegment in, long length, ByteBuffer out, int outStart) {
        int room = bounded(out, outStart);
        MemorySegment scratch = ScratchBuffers.take();
        int used = room;
        try {
            long packed = call(connection, in, 0, length, scratch, 0, room);
            used = (int) Transfer.produced(packed);
            if (out.hasArray()) {
                int start = out.arrayOffset() + outStart;
                MemorySegment.copy(scratch, ValueLayout.JAVA_BYTE, 0, out.array(), start, used);
            } else {
                MemorySegment.copy(scratch, 0, MemorySegment.ofBuffer(out), 0, used);
            }
            return packed;
        } finally {
            ScratchBuffers.give(scratch, used);
        }
    }

    private static int bounded(ByteBuffer buffer, int start) {
        return Math.clamp(buffer.limit() - start, 0, ScratchBuffers.SIZE);
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
