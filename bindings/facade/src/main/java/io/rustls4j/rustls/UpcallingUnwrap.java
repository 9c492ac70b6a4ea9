package io.rustls4j.rustls;

import io.rustls4j.ffi.rustls4j_h;
import java.lang.foreign.MemorySegment;

/**
 * Decrypts where native code may call back into Java, so that heap arrays go through scratch
 * memory.
 */
final class UpcallingUnwrap {
    private UpcallingUnwrap() {}

    static long run(
            MemorySegment connection,
            MemorySegment in,
            long inOffset,
            long inLength,
            MemorySegment out,
            long outOffset,
            long outLength) {
        if (!in.isNative()) {
            return withInputCopied(
                    connection,
                    in,
                    inOffset,
                    Math.min(inLength, ScratchBuffers.SIZE),
                    out,
                    outOffset,
                    outLength);
        }
        return out.isNative()
                ? direct(connection, in, inOffset, inLength, out, outOffset, outLength)
                : withOutputCopied(
                        connection,
                        in,
                        inOffset,
                        inLength,
                        out,
                        outOffset,
                        Math.min(outLength, ScratchBuffers.SIZE));
    }

    private static long withInputCopied(
            MemorySegment connection,
            MemorySegment in,
            long inOffset,
            long inLength,
            MemorySegment out,
            long outOffset,
            long outLength) {
        MemorySegment scratch = ScratchBuffers.take();
        try {
            MemorySegment.copy(in, inOffset, scratch, 0, inLength);
            return run(connection, scratch, 0, inLength, out, outOffset, outLength);
        } finally {
            ScratchBuffers.give(scratch, inLength);
        }
    }

    private static long withOutputCopied(
            MemorySegment connection,
            MemorySegment in,
            long inOffset,
            long inLength,
            MemorySegment out,
            long outOffset,
            long outLength) {
        MemorySegment scratch = ScratchBuffers.take();
        long used = outLength;
        try {
            long packed = direct(connection, in, inOffset, inLength, scratch, 0, outLength);
            used = Transfer.produced(packed);
            MemorySegment.copy(scratch, 0, out, outOffset, used);
            return packed;
        } finally {
            ScratchBuffers.give(scratch, used);
        }
    }

    private static long direct(
            MemorySegment connection,
            MemorySegment in,
            long inOffset,
            long inLength,
            MemorySegment out,
            long outOffset,
            long outLength) {
        return rustls4j_h.rustls4j_connection_unwrap(
                connection,
                in,
                inOffset,
                Math.min(inLength, Transfer.MAX_LENGTH),
                out,
                outOffset,
                Math.min(outLength, Transfer.MAX_LENGTH));
    }
}
