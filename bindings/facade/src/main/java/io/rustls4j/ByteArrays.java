package io.rustls4j;

import java.util.ArrayList;
import java.util.List;

/** Copies lists of arrays, which nobody else may change. */
final class ByteArrays {
    private ByteArrays() {}

    static List<byte[]> copyOf(List<byte[]> arrays) {
        List<byte[]> copies = new ArrayList<>(arrays.size());
        for (byte[] array : arrays) {
            copies.add(array.clone());
        }
        return List.copyOf(copies);
    }
}
