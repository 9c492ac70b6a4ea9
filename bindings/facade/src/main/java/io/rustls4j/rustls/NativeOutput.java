package io.rustls4j.rustls;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Bytes from functions that write them if there is room for all, and return their number in either
 * case.
 */
final class NativeOutput {
    private NativeOutput() {}

    /** Such a function. */
    @FunctionalInterface
    interface Source {
        long write(MemorySegment to, long room);
    }

    static byte[] bytes(Source source) {
        MemorySegment scratch = ScratchBuffers.take();
        long length = 0;
        try {
            length = source.write(scratch, ScratchBuffers.SIZE);
            if (length <= ScratchBuffers.SIZE) {
                return scratch.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
            }
        } finally {
            ScratchBuffers.give(scratch, Math.min(length, ScratchBuffers.SIZE));
        }
        return large(source, length);
    }

    private static byte[] large(Source source, long length) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment room = arena.allocate(length);
            source.write(room, length);
            return room.toArray(ValueLayout.JAVA_BYTE);
        }
    }
}
