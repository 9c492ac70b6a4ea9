package io.rustls4j;

import java.util.ArrayList;
import java.util.List;

/** Lists of names in DER, of which nobody else may change the bytes. */
final class DistinguishedNames {
    private DistinguishedNames() {}

    static List<byte[]> copyOf(List<byte[]> names) {
        List<byte[]> copies = new ArrayList<>(names.size());
        for (byte[] name : names) {
            copies.add(name.clone());
        }
        return List.copyOf(copies);
    }
}
