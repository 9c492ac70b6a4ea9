package io.rustls4j.wire;

import java.util.Arrays;
import java.util.Objects;

/**
 * Reads the fields of a handshake message one after the other, never past its end. For one thread.
 */
public final class WireReader {
    private final byte[] bytes;
    private int position;
    private final int limit;

    /**
     * Starts at the first byte.
     *
     * @param bytes the message; not copied, and not to be changed meanwhile
     */
    public WireReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /**
     * Starts within an array.
     *
     * @param bytes has the message in it; not copied, and not to be changed meanwhile
     * @param position where it begins
     * @param limit where it ends
     * @throws IndexOutOfBoundsException if the array is shorter
     */
    public WireReader(byte[] bytes, int position, int limit) {
        Objects.checkFromToIndex(position, limit, bytes.length);
        this.bytes = bytes;
        this.position = position;
        this.limit = limit;
    }

    /**
     * Whether anything is left.
     *
     * @return true if so
     */
    public boolean hasRemaining() {
        return position < limit;
    }

    /**
     * How much is left.
     *
     * @return a number of bytes
     */
    public int remaining() {
        return limit - position;
    }

    /**
     * The next byte as a number.
     *
     * @return 0 to 0xff
     * @throws MalformedMessageException if nothing is left
     */
    public int u8() throws MalformedMessageException {
        need(1);
        return bytes[position++] & 0xff;
    }

    /**
     * The next two bytes as a number.
     *
     * @return 0 to 0xffff
     * @throws MalformedMessageException if less is left
     */
    public int u16() throws MalformedMessageException {
        return u8() << 8 | u8();
    }

    /**
     * The next three bytes as a number.
     *
     * @return 0 to 0xffffff
     * @throws MalformedMessageException if less is left
     */
    public int u24() throws MalformedMessageException {
        return u16() << 8 | u8();
    }

    /**
     * Leaves bytes out.
     *
     * @param length how many
     * @throws MalformedMessageException if less is left
     */
    public void skip(int length) throws MalformedMessageException {
        need(length);
        position += length;
    }

    /**
     * A copy of the next bytes.
     *
     * @param length how many
     * @return the bytes
     * @throws MalformedMessageException if less is left
     */
    public byte[] take(int length) throws MalformedMessageException {
        need(length);
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    /**
     * The next bytes as fields of their own.
     *
     * @param length how many
     * @return a reader that ends behind them
     * @throws MalformedMessageException if less is left
     */
    public WireReader slice(int length) throws MalformedMessageException {
        need(length);
        position += length;
        return new WireReader(bytes, position - length, position);
    }

    /**
     * A vector whose length is in one byte.
     *
     * @return a reader of its content
     * @throws MalformedMessageException if less is left than it says
     */
    public WireReader vector8() throws MalformedMessageException {
        return slice(u8());
    }

    /**
     * A vector whose length is in two bytes.
     *
     * @return a reader of its content
     * @throws MalformedMessageException if less is left than it says
     */
    public WireReader vector16() throws MalformedMessageException {
        return slice(u16());
    }

    /**
     * A copy of all that is left.
     *
     * @return the bytes, perhaps none
     */
    public byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, position, limit);
        position = limit;
        return rest;
    }

    /**
     * Checks that nothing is left.
     *
     * @throws MalformedMessageException if something is
     */
    public void expectEnd() throws MalformedMessageException {
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
