package io.rustls4j.tcnative.bio;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The memory that Netty names by address. Netty owns it and answers for address and length. */
public final class NativeMemory {
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private NativeMemory() {}

    /**
     * The bytes at an address.
     *
     * @param address where they begin; not 0 unless {@code length} is 0
     * @param length how many there are, 0 or more
     * @return a view that is as good as the caller's word
     * @throws IllegalArgumentException if there can be no such bytes
     */
    public static MemorySegment at(long address, int length) {
        if (length < 0 || (address <= 0 && length > 0)) {
            throw new IllegalArgumentException(
                    "a buffer at address " + address + " with " + length + " bytes");
        }
        return ALL.asSlice(address, length);
    }

    /**
     * Copies bytes to an address.
     *
     * @param source where they are
     * @param from at which of them to begin
     * @param address where they go, in a buffer that the caller has named
     * @param length how many there are
     */
    public static void write(byte[] source, int from, long address, int length) {
        MemorySegment.copy(source, from, ALL, ValueLayout.JAVA_BYTE, address, length);
    }

    /**
     * Copies bytes from an address.
     *
     * @param address where they are, in a buffer that the caller has named
     * @param target where they go
     * @param to at which place of it to begin
     * @param length how many there are
     */
    public static void read(long address, byte[] target, int to, int length) {
        MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, address, target, to, length);
    }

    /**
     * The byte at an address.
     *
     * @param address where it is, in a buffer that the caller has named
     * @return the byte
     */
    public static byte byteAt(long address) {
        return ALL.get(ValueLayout.JAVA_BYTE, address);
    }

    /**
     * The byte at an address.
     *
     * @param address where it is, in a buffer that the caller has named
     * @return its value, 0 to 255
     */
    public static int unsigned(long address) {
        return byteAt(address) & 0xff;
    }
}
