package io.rustls4j.testkit.walk;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/** Buffers of every kind: on the heap or not, at an offset or not, read-only or not. */
final class AnyBuffers {
    private final SplittableRandom random;

    AnyBuffers(SplittableRandom random) {
        this.random = random;
    }

    /** With this much room. */
    ByteBuffer empty(int room) {
        int before = random.nextInt(3);
        ByteBuffer buffer =
                random.nextBoolean()
                        ? ByteBuffer.allocate(before + room)
                        : ByteBuffer.allocateDirect(before + room);
        buffer.position(before);
        return random.nextBoolean() ? buffer.slice() : buffer;
    }

    /** With some bytes to be read. */
    ByteBuffer of(byte[] bytes, int from, int to) {
        ByteBuffer buffer = empty(to - from);
        buffer.put(buffer.position(), bytes, from, to - from);
        return random.nextInt(4) == 0 ? buffer.asReadOnlyBuffer() : buffer;
    }

    /** The same in two of them, as often as not. */
    ByteBuffer[] gathered(byte[] bytes) {
        if (random.nextBoolean()) {
            return new ByteBuffer[] {of(bytes, 0, bytes.length)};
        }
        int cut = random.nextInt(bytes.length + 1);
        return new ByteBuffer[] {of(bytes, 0, cut), of(bytes, cut, bytes.length)};
    }

    /** Room in one or two of them. */
    ByteBuffer[] scattered(int room) {
        if (random.nextBoolean()) {
            return new ByteBuffer[] {empty(room)};
        }
        int cut = random.nextInt(room + 1);
        return new ByteBuffer[] {empty(cut), empty(room - cut)};
    }

    static long remaining(ByteBuffer... buffers) {
        long sum = 0;
        for (ByteBuffer buffer : buffers) {
            sum += buffer.remaining();
        }
        return sum;
    }
}
