package io.rustls4j.wire;

import java.util.Arrays;

/**
 * Writes DER, as far as private keys and OCSP need it; each intermediate copy is zeroed, since it
 * may be a key.
 */
public final class DerWriter {
    private DerWriter() {}

    /**
     * A value.
     *
     * @param tag its tag
     * @param contents what is in it, one after the other; zeroed
     * @return the encoding, which the caller should zero if it is a secret
     */
    public static byte[] value(int tag, byte[]... contents) {
        int length = 0;
        for (byte[] content : contents) {
            length += content.length;
        }
        byte[] header = header(tag, length);
        byte[] value = Arrays.copyOf(header, header.length + length);
        int at = header.length;
        for (byte[] content : contents) {
            System.arraycopy(content, 0, value, at, content.length);
            at += content.length;
            Arrays.fill(content, (byte) 0);
        }
        return value;
    }

    private static byte[] header(int tag, int length) {
        if (length < 0x80) {
            return new byte[] {(byte) tag, (byte) length};
        }
        if (length < 0x100) {
            return new byte[] {(byte) tag, (byte) 0x81, (byte) length};
        }
        if (length < 0x10000) {
            return new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        }
        return new byte[] {
            (byte) tag, (byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length
        };
    }
}
