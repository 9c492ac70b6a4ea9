package io.rustls4j.contract;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the records in what a side sends (RFC 8446 section 5.1): 5 bytes of header, the last two of
 * which tell the length.
 */
final class Records {
    static final int HEADER = 5;
    static final int CHANGE_CIPHER_SPEC = 20;
    static final int ALERT = 21;
    static final int HANDSHAKE = 22;
    static final int APPLICATION_DATA = 23;

    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();

    /** Adds bytes, and returns the records that are complete now. */
    List<byte[]> add(byte[] bytes) {
        partial.writeBytes(bytes);
        byte[] all = partial.toByteArray();
        List<byte[]> records = new ArrayList<>();
        int start = 0;
        while (all.length - start >= HEADER
                && all.length - start >= HEADER + bodyLength(all, start)) {
            int end = start + HEADER + bodyLength(all, start);
            records.add(Arrays.copyOfRange(all, start, end));
            start = end;
        }
        partial.reset();
        partial.write(all, start, all.length - start);
        return records;
    }

    /** The records in bytes that end with one. */
    static List<byte[]> split(byte[] bytes) {
        Records records = new Records();
        List<byte[]> complete = records.add(bytes);
        if (records.partial.size() > 0) {
            throw new AssertionError(records.partial.size() + " bytes after the last record");
        }
        return complete;
    }

    static int type(byte[] record) {
        return record[0];
    }

    private static int bodyLength(byte[] bytes, int start) {
        return (bytes[start + 3] & 0xff) << 8 | (bytes[start + 4] & 0xff);
    }
}
