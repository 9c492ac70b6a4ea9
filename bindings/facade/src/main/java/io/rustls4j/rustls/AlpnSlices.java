package io.rustls4j.rustls;

import io.rustls4j.ffi.rustls4j_bytes;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * The names of application protocols as an array of {@code rustls4j_bytes}, with the bytes behind
 * it: written into memory that is there already, since every connection may bring its own.
 */
final class AlpnSlices {
    private AlpnSlices() {}

    /** How much memory {@link #write} needs. */
    static long size(List<String> names) {
        long size = 0;
        for (String name : names) {
            size += rustls4j_bytes.sizeof() + name.length();
        }
        return size;
    }

    /** Writes checked names, each char of which is one byte. */
    static void write(List<String> names, MemorySegment to) {
        long bytes = names.size() * rustls4j_bytes.sizeof();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            MemorySegment slice = rustls4j_bytes.asSlice(to, i);
            rustls4j_bytes.data(slice, to.asSlice(bytes));
            rustls4j_bytes.len(slice, name.length());
            for (int c = 0; c < name.length(); c++) {
                to.set(ValueLayout.JAVA_BYTE, bytes + c, (byte) name.charAt(c));
            }
            bytes += name.length();
        }
    }
}
