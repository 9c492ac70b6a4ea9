package io.rustls4j.jsse.connection;

import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.TransferStatus;
import java.nio.ByteBuffer;

/** The records of an established connection, one at a time. Guarded by the connection. */
final class RecordCipher {
    private final TlsConnection tls;
    private final RecordSizes sizes;
    private boolean peerClosed;

    RecordCipher(TlsConnection tls, RecordSizes sizes) {
        this.tls = tls;
        this.sizes = sizes;
    }

    /** How much of so much plaintext goes into the next record. */
    int fragment(int available) {
        return Math.min(available, sizes.maxFragment());
    }

    /** Whether a record with this much plaintext surely fits. */
    boolean fits(int fragment, ByteBuffer target) {
        return target.remaining() >= fragment + sizes.overhead();
    }

    /** The most plaintext that a record of this length can hold. */
    int largestPlaintext(int recordLength) {
        return sizes.largestPlaintext(recordLength);
    }

    /** Whether the peer has said that nothing more will come. */
    boolean peerClosed() {
        return peerClosed;
    }

    /**
     * Encrypts as much of {@code fragment} bytes as there is room for, which is less than all of
     * them where an answer to a key update goes first; returns what came of it. {@link #encrypted}
     * says how many bytes those were.
     */
    int encrypt(ByteBuffer source, int fragment, ByteBuffer target) throws TlsException {
        int start = target.position();
        int limit = source.limit();
        source.limit(source.position() + fragment);
        try {
            tls.wrap(source, target);
        } finally {
            source.limit(limit);
        }
        return target.position() - start;
    }

    /** {@link #encrypt(ByteBuffer, int, ByteBuffer)} of what several buffers hold. */
    int encrypt(ByteBuffer[] sources, int offset, int length, int fragment, ByteBuffer target)
            throws TlsException {
        ByteBuffer first = Buffers.firstWithRoom(sources, offset, length);
        if (first != null && first.remaining() >= fragment) {
            return encrypt(first, fragment, target);
        }
        int start = target.position();
        encryptGathered(sources, offset, fragment, target);
        return target.position() - start;
    }

    private void encryptGathered(ByteBuffer[] sources, int offset, int fragment, ByteBuffer target)
            throws TlsException {
        ByteBuffer scratch = ScratchBuffers.take();
        try {
            Buffers.gather(sources, offset, fragment, scratch);
            tls.wrap(scratch.flip(), target);
            Buffers.advance(sources, offset, encrypted());
        } finally {
            ScratchBuffers.give(scratch, fragment);
        }
    }

    /** How much plaintext the last call took. */
    int encrypted() {
        return (int) tls.bytesConsumed();
    }

    /** Decrypts one record, for whose plaintext there is room; returns the plaintext's length. */
    int decrypt(ByteBuffer source, int record, ByteBuffer target) throws TlsException {
        int start = target.position();
        int limit = source.limit();
        source.limit(source.position() + record);
        try {
            peerClosed |= tls.unwrap(source, target) == TransferStatus.CLOSED;
        } finally {
            source.limit(limit);
        }
        return target.position() - start;
    }

    /** {@link #decrypt(ByteBuffer, int, ByteBuffer)} into several buffers. */
    int decrypt(ByteBuffer source, int record, ByteBuffer[] targets, int offset, int length)
            throws TlsException {
        ByteBuffer first = Buffers.firstWithRoom(targets, offset, length);
        return first != null && first.remaining() >= sizes.largestPlaintext(record)
                ? decrypt(source, record, first)
                : decryptScattered(source, record, targets, offset);
    }

    private int decryptScattered(ByteBuffer source, int record, ByteBuffer[] targets, int offset)
            throws TlsException {
        ByteBuffer scratch = ScratchBuffers.take();
        int produced = 0;
        try {
            produced = decrypt(source, record, scratch);
            Buffers.scatter(scratch.flip(), targets, offset);
            return produced;
        } finally {
            ScratchBuffers.give(scratch, produced);
        }
    }
}
