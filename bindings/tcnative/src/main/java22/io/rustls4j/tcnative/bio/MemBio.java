package io.rustls4j.tcnative.bio;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * OpenSSL's memory BIO: bytes that Netty writes, PEM text as a rule, to be parsed later. Reading
 * takes nothing away. Thread-safe.
 */
public final class MemBio {
    private byte[] bytes = new byte[0];

    /** Creates an empty one. */
    public MemBio() {}

    /**
     * Adds bytes ({@code BIO_write}).
     *
     * @param address where they are
     * @param length how many there are
     * @return how many were taken, which is all
     * @throws NullPointerException if the address is 0
     * @throws IllegalArgumentException if the length is negative
     */
    public int write(long address, int length) {
        if (address == 0) {
            throw new NullPointerException("wbufAddress");
        }
        MemorySegment source = NativeMemory.at(address, length);
        synchronized (this) {
            byte[] longer = Arrays.copyOf(bytes, Math.addExact(bytes.length, length));
            MemorySegment.copy(source, 0, MemorySegment.ofArray(longer), bytes.length, length);
            Arrays.fill(bytes, (byte) 0);
            bytes = longer;
        }
        return length;
    }

    /**
     * All that was written.
     *
     * @return a copy; if there is a key in it, who asked for it zeroes it
     */
    public synchronized byte[] contents() {
        return bytes.clone();
    }

    /** Zeroes and forgets what was written, which may have been a key. */
    public synchronized void free() {
        Arrays.fill(bytes, (byte) 0);
        bytes = new byte[0];
    }
}
