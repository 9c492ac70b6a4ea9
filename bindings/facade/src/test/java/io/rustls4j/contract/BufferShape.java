package io.rustls4j.contract;

import java.nio.ByteBuffer;

/** What kind of memory a call is given. */
enum BufferShape {
    /** A heap buffer whose position is not 0 and whose limit is not its capacity. */
    HEAP,
    /** A heap buffer that begins in the middle of its array. */
    HEAP_SLICE,
    /** A direct buffer whose position is not 0 and whose limit is not its capacity. */
    DIRECT,
    /** A direct buffer that begins in the middle of another. */
    DIRECT_SLICE,
    /** The source is a read-only heap buffer, which hides its array. */
    READ_ONLY_SOURCE,
    /** The source is on the heap, the destination is not. */
    HEAP_TO_DIRECT,
    /** The destination is on the heap, the source is not. */
    DIRECT_TO_HEAP,
    /** Segments of arrays. */
    HEAP_SEGMENT,
    /** Segments of native memory. */
    NATIVE_SEGMENT;

    boolean usesSegments() {
        return this == HEAP_SEGMENT || this == NATIVE_SEGMENT;
    }

    ByteBuffer allocateSource(int size) {
        return switch (this) {
            case HEAP, HEAP_SLICE, READ_ONLY_SOURCE, HEAP_TO_DIRECT, HEAP_SEGMENT ->
                    ByteBuffer.allocate(size);
            case DIRECT, DIRECT_SLICE, DIRECT_TO_HEAP, NATIVE_SEGMENT ->
                    ByteBuffer.allocateDirect(size);
        };
    }

    ByteBuffer allocateDestination(int size) {
        return switch (this) {
            case HEAP, HEAP_SLICE, READ_ONLY_SOURCE, DIRECT_TO_HEAP, HEAP_SEGMENT ->
                    ByteBuffer.allocate(size);
            case DIRECT, DIRECT_SLICE, HEAP_TO_DIRECT, NATIVE_SEGMENT ->
                    ByteBuffer.allocateDirect(size);
        };
    }

    /** The part of a buffer that a call may use, in this shape. */
    ByteBuffer view(ByteBuffer whole, int from, int length) {
        return switch (this) {
            case HEAP_SLICE, DIRECT_SLICE -> whole.slice(from, length);
            case READ_ONLY_SOURCE,
                    HEAP,
                    DIRECT,
                    HEAP_TO_DIRECT,
                    DIRECT_TO_HEAP,
                    HEAP_SEGMENT,
                    NATIVE_SEGMENT ->
                    whole.duplicate().position(from).limit(from + length);
        };
    }
}
