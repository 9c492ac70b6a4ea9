package io.rustls4j.jdk;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Bytes that wait for room in the caller's buffer. It holds memory only while something waits,
 * since most of the time nothing does, and leaves nothing readable behind.
 */
final class ByteQueue {
    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;
    private int from;
    private int to;

    int size() {
        return to - from;
    }

    boolean isEmpty() {
        return from == to;
    }

    void add(byte[] source) {
        add(ByteBuffer.wrap(source));
    }

    void add(ByteBuffer source) {
        int length = source.remaining();
        makeRoom(length);
        source.get(bytes, to, length);
        to += length;
    }

    /** Moves as much as fits. */
    void moveTo(ByteBuffer target) {
        int length = Math.min(size(), target.remaining());
        target.put(bytes, from, length);
        from += length;
        if (isEmpty()) {
            clear();
        }
    }

    byte[] takeAll() {
        byte[] all = Arrays.copyOfRange(bytes, from, to);
        clear();
        return all;
    }

    void clear() {
        Arrays.fill(bytes, (byte) 0);
        bytes = NOTHING;
        from = 0;
        to = 0;
    }

    private void makeRoom(int length) {
        if (bytes.length - to >= length) {
            return;
        }
        byte[] old = bytes;
        byte[] larger =
                new byte[Math.max(size() + length, Math.min(2 * size(), size() + (1 << 16)))];
        System.arraycopy(old, from, larger, 0, size());
        to = size();
        from = 0;
        bytes = larger;
        Arrays.fill(old, (byte) 0);
    }
}
