package io.rustls4j.tcnative.bio;

import io.rustls4j.wire.RecordArrays;
import java.lang.foreign.MemorySegment;

/**
 * The BIO between Netty and a connection: one buffer of the caller's, to read from or to write to,
 * and a queue for what the connection has to say while there is no buffer to write to. Guarded by
 * the connection's lock.
 */
public final class NetworkBio {
    private static final byte[] NOTHING = new byte[0];

    private long address;
    private int length;
    private boolean sink;

    /** What is to be sent, from {@code first} to {@code end}; an array that is to be given back. */
    private byte[] queue = NOTHING;

    private int first;
    private int end;

    /**
     * Takes a buffer of the caller's until {@link #clear()}.
     *
     * @param bufferAddress where it begins
     * @param bytes how long it is
     * @param isSink whether it is written to, and not read from
     */
    public void use(long bufferAddress, int bytes, boolean isSink) {
        address = bufferAddress;
        length = Math.max(bytes, 0);
        sink = isSink;
    }

    /** Gives the caller's buffer back. */
    public void clear() {
        address = 0;
        length = 0;
        sink = false;
    }

    /**
     * How much of the caller's buffer is left.
     *
     * @return a number of bytes: room in a sink, bytes not read yet in a source
     */
    public int remaining() {
        return length;
    }

    /**
     * How much is queued for the peer.
     *
     * @return a number of bytes
     */
    public int queued() {
        return end - first;
    }

    /**
     * What can be read now.
     *
     * @return how many bytes {@link #window()} has for reading
     */
    public int readable() {
        return sink ? 0 : length;
    }

    /**
     * What can be written to the caller's buffer now, which is nothing as long as something queued
     * goes first.
     *
     * @return how many bytes {@link #window()} has room for
     */
    public int writable() {
        return sink && first == end ? length : 0;
    }

    /**
     * Where what is left of the caller's buffer begins.
     *
     * @return its address
     */
    public long address() {
        return address;
    }

    /**
     * What is left of the caller's buffer.
     *
     * @return a view on it
     */
    public MemorySegment window() {
        return NativeMemory.at(address, length);
    }

    /**
     * Notes that bytes of the window were read or written.
     *
     * @param bytes how many
     */
    public void advance(int bytes) {
        address += bytes;
        length -= bytes;
    }

    /**
     * Queues bytes for the peer.
     *
     * @param bytes what is to be sent
     */
    public void enqueue(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, queue, end, bytes.length);
        end += bytes.length;
    }

    /**
     * Queues bytes for the peer.
     *
     * @param source where they are
     * @param bytes how many there are
     */
    public void enqueue(long source, int bytes) {
        reserve(bytes);
        NativeMemory.read(source, queue, end, bytes);
        end += bytes;
    }

    /** Makes room behind the end. */
    private void reserve(int bytes) {
        if (queue.length - end >= bytes) {
            return;
        }
        byte[] longer = RecordArrays.take(queued() + bytes);
        System.arraycopy(queue, first, longer, 0, queued());
        end -= first;
        first = 0;
        giveQueue();
        queue = longer;
    }

    private void giveQueue() {
        RecordArrays.give(queue);
        queue = NOTHING;
    }

    /**
     * Moves what is queued to the caller's buffer, as much as fits.
     *
     * @return how many bytes were moved
     */
    public int flush() {
        if (!sink) {
            return 0;
        }
        int moved = Math.min(length, queued());
        if (moved > 0) {
            NativeMemory.write(queue, first, address, moved);
            first += moved;
            advance(moved);
            if (first == end) {
                first = 0;
                end = 0;
                giveQueue();
            }
        }
        return moved;
    }

    /**
     * Takes bytes from the caller's buffer, as many as there are and are wanted.
     *
     * @param target where they go
     * @param from at which place of it to begin
     * @param to before which place of it to end
     * @return how many were taken
     */
    public int take(byte[] target, int from, int to) {
        int taken = Math.min(to - from, readable());
        if (taken > 0) {
            NativeMemory.read(address, target, from, taken);
            advance(taken);
        }
        return taken;
    }

    /** Forgets everything. */
    public void free() {
        clear();
        giveQueue();
        first = 0;
        end = 0;
    }
}
