package io.rustls4j.jsse.connection;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks and sums of the arrays of buffers that callers bring. */
final class Buffers {
    private Buffers() {}

    /** The buffer, where there is one; null for none, for several, and for what is no buffer. */
    static @Nullable ByteBuffer theOnly(ByteBuffer[] buffers, int offset, int length) {
        boolean one = length == 1 && buffers != null && offset >= 0 && offset < buffers.length;
        return one ? buffers[offset] : null;
    }

    static void checkPair(ByteBuffer source, ByteBuffer target) {
        if (source == null || target == null) {
            throw new IllegalArgumentException("source or destination buffer is null");
        }
        if (target.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
    }

    static void checkSources(ByteBuffer[] sources, int offset, int length, ByteBuffer target) {
        if (sources == null || target == null) {
            throw new IllegalArgumentException("source or destination buffer is null");
        }
        if (target.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        checkElements(sources, offset, length, "source");
    }

    static void checkTargets(ByteBuffer source, ByteBuffer[] targets, int offset, int length) {
        if (source == null || targets == null) {
            throw new IllegalArgumentException("source or destination buffer is null");
        }
        checkElements(targets, offset, length, "destination");
        for (int i = offset; i < offset + length; i++) {
            if (targets[i].isReadOnly()) {
                throw new ReadOnlyBufferException();
            }
        }
    }

    private static void checkElements(ByteBuffer[] buffers, int offset, int length, String what) {
        Objects.checkFromIndexSize(offset, length, buffers.length);
        for (int i = offset; i < offset + length; i++) {
            if (buffers[i] == null) {
                throw new IllegalArgumentException(what + " buffer[" + i + "] is null");
            }
        }
    }

    /** How many bytes are left in all of them, or {@link Integer#MAX_VALUE} for more. */
    static int remaining(ByteBuffer[] buffers, int offset, int length) {
        long sum = 0;
        for (int i = offset; i < offset + length; i++) {
            sum += buffers[i].remaining();
        }
        return (int) Math.min(sum, Integer.MAX_VALUE);
    }

    /** The first that is not used up, or the last there is; null if there is none. */
    static @Nullable ByteBuffer firstWithRoom(ByteBuffer[] buffers, int offset, int length) {
        ByteBuffer found = null;
        for (int i = offset; i < offset + length; i++) {
            found = buffers[i];
            if (found.hasRemaining()) {
                return found;
            }
        }
        return found;
    }

    /** Copies {@code count} bytes out of the sources, whose positions stay. */
    static void gather(ByteBuffer[] sources, int offset, int count, ByteBuffer target) {
        int left = count;
        for (int i = offset; left > 0; i++) {
            int piece = Math.min(left, sources[i].remaining());
            target.put(target.position(), sources[i], sources[i].position(), piece);
            target.position(target.position() + piece);
            left -= piece;
        }
    }

    /** Moves the positions of the sources by {@code count} bytes in all. */
    static void advance(ByteBuffer[] sources, int offset, int count) {
        int left = count;
        for (int i = offset; left > 0; i++) {
            int piece = Math.min(left, sources[i].remaining());
            sources[i].position(sources[i].position() + piece);
            left -= piece;
        }
    }

    /** Moves all of the source into the targets, which have room for it. */
    static void scatter(ByteBuffer source, ByteBuffer[] targets, int offset) {
        for (int i = offset; source.hasRemaining(); i++) {
            int piece = Math.min(source.remaining(), targets[i].remaining());
            targets[i].put(targets[i].position(), source, source.position(), piece);
            targets[i].position(targets[i].position() + piece);
            source.position(source.position() + piece);
        }
    }
}
