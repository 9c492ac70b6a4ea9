package io.rustls4j.contract;

import java.util.Arrays;

/** Bytes that wait, first in, first out. */
final class ByteQueue {
    private byte[] bytes = new byte[0];
    private int start;

    void add(byte[] more) {
        int waiting = size();
        byte[] joined = new byte[waiting + more.length];
        System.arraycopy(bytes, start, joined, 0, waiting);
        System.arraycopy(more, 0, joined, waiting, more.length);
        bytes = joined;
        start = 0;
    }

    int size() {
        return bytes.length - start;
    }

    boolean isEmpty() {
        return size() == 0;
    }

    /** What waits, as an array and where in it to begin; not a copy. */
    byte[] array() {
        return bytes;
    }

    int offset() {
        return start;
    }

    void skip(int count) {
        start += count;
    }

    byte[] takeAll() {
        byte[] all = Arrays.copyOfRange(bytes, start, bytes.length);
        start = bytes.length;
        return all;
    }
}
