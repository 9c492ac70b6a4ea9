package io.rustls4j.contract;

import java.io.ByteArrayOutputStream;

/**
 * Spreads a message over more records than its sender did (RFC 8446 section 5.1 lets any sender do
 * so).
 */
final class Fragments {
    private Fragments() {}

    static byte[] of(byte[] record, int size) {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        for (int start = Records.HEADER; start < record.length; start += size) {
            int length = Math.min(size, record.length - start);
            records.write(record, 0, 3);
            records.write(length >> 8);
            records.write(length);
            records.write(record, start, length);
        }
        return records.toByteArray();
    }
}
