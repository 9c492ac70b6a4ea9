package io.rustls4j.jdk;

import io.rustls4j.wire.MalformedMessageException;
import java.util.Arrays;

/** Reads DER, as far as keys and revocation lists need it. */
final class DerReader {
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int OID = 0x06;
    static final int SEQUENCE = 0x30;

    private final byte[] der;
    private int position;
    private final int limit;

    DerReader(byte[] der) {
        this(der, 0, der.length);
    }

    private DerReader(byte[] der, int position, int limit) {
        this.der = der;
        this.position = position;
        this.limit = limit;
    }

    boolean hasRemaining() {
        return position < limit;
    }

    /** Whether the next value has this tag. */
    boolean next(int tag) {
        return hasRemaining() && (der[position] & 0xff) == tag;
    }

    /** The content of the next value, which must have this tag. */
    DerReader read(int tag) throws MalformedMessageException {
        if (!next(tag)) {
            throw new MalformedMessageException(
                    "no DER value with the tag " + tag + " at byte " + position);
        }
        position++;
        int length = readLength();
        if (length > limit - position) {
            throw new MalformedMessageException(
                    "a DER value of " + length + " bytes runs past its end");
        }
        position += length;
        return new DerReader(der, position - length, position);
    }

    void skip() throws MalformedMessageException {
        if (!hasRemaining()) {
            throw new MalformedMessageException("DER ends at byte " + position);
        }
        read(der[position] & 0xff);
    }

    /** The next value as a whole, with its tag. */
    byte[] encoded() throws MalformedMessageException {
        int start = position;
        skip();
        return Arrays.copyOfRange(der, start, position);
    }

    /** What is left. */
    byte[] bytes() {
        return Arrays.copyOfRange(der, position, limit);
    }

    private int readLength() throws MalformedMessageException {
        int first = octet();
        if (first < 0x80) {
            return first;
        }
        int count = first & 0x7f;
        if (count == 0 || count > 3) {
            throw new MalformedMessageException("a DER length of " + count + " bytes");
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = length << 8 | octet();
        }
        return length;
    }

    private int octet() throws MalformedMessageException {
        if (!hasRemaining()) {
            throw new MalformedMessageException("DER ends at byte " + position);
        }
        return der[position++] & 0xff;
    }
}
