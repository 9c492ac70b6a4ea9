package io.rustls4j.wire;

import java.util.Arrays;

/** Reads DER, as far as keys, revocation lists and OCSP need it. For one thread. */
public final class DerReader {
    /** The tag of an INTEGER. */
    public static final int INTEGER = 0x02;

    /** The tag of a BIT STRING. */
    public static final int BIT_STRING = 0x03;

    /** The tag of an OCTET STRING. */
    public static final int OCTET_STRING = 0x04;

    /** The tag of an OBJECT IDENTIFIER. */
    public static final int OID = 0x06;

    /** The tag of a SEQUENCE. */
    public static final int SEQUENCE = 0x30;

    private final byte[] der;
    private int position;
    private final int limit;

    /**
     * Starts at the first byte.
     *
     * @param der the encoding; not copied, and not to be changed meanwhile
     */
    public DerReader(byte[] der) {
        this(der, 0, der.length);
    }

    private DerReader(byte[] der, int position, int limit) {
        this.der = der;
        this.position = position;
        this.limit = limit;
    }

    /**
     * Whether there is another value.
     *
     * @return true if so
     */
    public boolean hasRemaining() {
        return position < limit;
    }

    /**
     * Whether the next value has a tag.
     *
     * @param tag the tag
     * @return true if so; false at the end
     */
    public boolean next(int tag) {
        return hasRemaining() && (der[position] & 0xff) == tag;
    }

    /**
     * The content of the next value.
     *
     * @param tag the tag that it must have
     * @return a reader that ends behind it
     * @throws MalformedMessageException if it has another tag, or is cut off
     */
    public DerReader read(int tag) throws MalformedMessageException {
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

    /**
     * Leaves a value out.
     *
     * @throws MalformedMessageException if there is none, or it is cut off
     */
    public void skip() throws MalformedMessageException {
        if (!hasRemaining()) {
            throw new MalformedMessageException("DER ends at byte " + position);
        }
        read(der[position] & 0xff);
    }

    /**
     * The next value as a whole, with its tag.
     *
     * @return a copy
     * @throws MalformedMessageException if there is none, or it is cut off
     */
    public byte[] encoded() throws MalformedMessageException {
        int start = position;
        skip();
        return Arrays.copyOfRange(der, start, position);
    }

    /**
     * What is left.
     *
     * @return a copy, perhaps empty
     */
    public byte[] bytes() {
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
