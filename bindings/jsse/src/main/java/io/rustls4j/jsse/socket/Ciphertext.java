package io.rustls4j.jsse.socket;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * What has arrived and is not unwrapped yet. It waits for a record with five bytes of its own and
 * takes a buffer only once a record has begun. Guarded by the reader's lock.
 */
final class Ciphertext {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int HEADER = 5;

    private final boolean exact;
    private final byte[] header = new byte[HEADER];
    private int headerLength;
    private ByteBuffer bytes = NOTHING;

    /**
     * Starts without a byte.
     *
     * @param exact never to read more than the record that is due, since what follows the last one
     *     belongs to somebody else
     */
    Ciphertext(boolean exact) {
        this.exact = exact;
    }

    /** What is there, to be consumed. */
    ByteBuffer bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return !bytes.hasRemaining();
    }

    /** Whether a record is there as a whole. */
    boolean hasRecord() {
        return bytes.remaining() >= HEADER && bytes.remaining() >= recordLength();
    }

    /** How long the record is that begins here, or its header if not even that is complete. */
    int recordLength() {
        int at = bytes.position();
        if (bytes.remaining() < HEADER) {
            return HEADER;
        }
        return HEADER + (((bytes.get(at + 3) & 0xff) << 8) | (bytes.get(at + 4) & 0xff));
    }

    /**
     * Waits for more bytes. What an exception interrupts goes on where it was the next time.
     *
     * @param bulk whether much is likely to follow
     * @return false if there are no more
     */
    boolean fill(InputStream in, boolean bulk) throws IOException {
        return isEmpty() ? readHeader(in, bulk) : readOn(in);
    }

    /** Gives the buffer back if nothing is left in it. */
    void release() {
        if (isEmpty() && bytes.capacity() > 0) {
            BufferPool.give(bytes);
            bytes = NOTHING;
        }
    }

    private boolean readHeader(InputStream in, boolean bulk) throws IOException {
        release();
        while (headerLength < HEADER) {
            int count = in.read(header, headerLength, HEADER - headerLength);
            if (count < 0) {
                return false;
            }
            headerLength += count;
        }
        headerLength = 0;
        int length = ((header[3] & 0xff) << 8) | (header[4] & 0xff);
        int size = HEADER + length;
        if (bulk && !exact && size > BufferPool.SMALL) {
            size = BufferPool.BULK;
        }
        // A length that no record has is refused by whoever looks at the header next.
        bytes = BufferPool.take(Math.min(size, BufferPool.BULK)).put(header).flip();
        return true;
    }

    private boolean readOn(InputStream in) throws IOException {
        int missing = recordLength() - bytes.remaining();
        makeRoom(missing);
        int room = exact ? missing : bytes.capacity() - bytes.limit();
        int count = in.read(bytes.array(), bytes.arrayOffset() + bytes.limit(), room);
        if (count < 0) {
            return false;
        }
        bytes.limit(bytes.limit() + count);
        return true;
    }

    private void makeRoom(int missing) {
        int needed = bytes.remaining() + missing;
        if (needed > bytes.capacity()) {
            ByteBuffer larger = BufferPool.take(needed).put(bytes).flip();
            release();
            bytes = larger;
        } else if (bytes.position() + needed > bytes.capacity()) {
            bytes.compact().flip();
        }
    }
}
