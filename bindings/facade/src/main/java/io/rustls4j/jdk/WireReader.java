package io.rustls4j.jdk;

import java.util.Arrays;

/** Reads the fields of a handshake message, never past its end. */
final class WireReader {
    private final byte[] bytes;
    private int position;
    private final int limit;

    WireReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private WireReader(byte[] bytes, int position, int limit) {
        this.bytes = bytes;
        this.position = position;
        this.limit = limit;
    }

    boolean hasRemaining() {
        return position < limit;
    }

    int u8() throws MalformedMessageException {
        need(1);
        return bytes[position++] & 0xff;
    }

    int u16() throws MalformedMessageException {
        return u8() << 8 | u8();
    }

    int u24() throws MalformedMessageException {
        return u16() << 8 | u8();
    }

    void skip(int length) throws MalformedMessageException {
        need(length);
        position += length;
    }

    byte[] take(int length) throws MalformedMessageException {
        need(length);
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    /** The next {@code length} bytes as fields of their own. */
    WireReader slice(int length) throws MalformedMessageException {
        need(length);
        position += length;
        return new WireReader(bytes, position - length, position);
    }

    /** A vector whose length is in one byte. */
    WireReader vector8() throws MalformedMessageException {
        return slice(u8());
    }

    /** A vector whose length is in two bytes. */
    WireReader vector16() throws MalformedMessageException {
        return slice(u16());
    }

    byte[] rest() throws MalformedMessageException {
        return take(limit - position);
    }

    void expectEnd() throws MalformedMessageException {
        if (hasRemaining()) {
            throw new MalformedMessageException((limit - position) + " bytes too many in a field");
        }
    }

    private void need(int length) throws MalformedMessageException {
        if (length > limit - position) {
            throw new MalformedMessageException(
                    "a field of "
                            + length
                            + " bytes where only "
                            + (limit - position)
                            + " are left");
        }
    }
}
