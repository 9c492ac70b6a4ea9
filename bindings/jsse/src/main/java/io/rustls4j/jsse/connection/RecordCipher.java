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

    /** Encrypts {@code fragment} bytes, for which there is room; returns the record's length. */
    int encrypt(ByteBuffer[] sources, int offset, int length, int fragment, ByteBuffer target)
            throws TlsException {
        int start = target.position();
        ByteBuffer first = Buffers.firstWithRoom(sources, offset, length);
        if (first != null && first.remaining() >= fragment) {
            int limit = first.limit();
            first.limit(first.position() + fragment);
            try {
                tls.wrap(first, target);
            } finally {
                first.limit(limit);
            }
        } else {
            encryptGathered(sources, offset, fragment, target);
        }
        return target.position() - start;
    }

    private void encryptGathered(ByteBuffer[] sources, int offset, int fragment, ByteBuffer target)
            throws TlsException {
        ByteBuffer scratch = ScratchBuffers.take();
        try {
            Buffers.gather(sources, offset, fragment, scratch);
            tls.wrap(scratch.flip(), target);
            Buffers.advance(sources, offset, fragment);
        } finally {
            ScratchBuffers.give(scratch, fragment);
        }
    }

    /** Decrypts one record, for whose plaintext there is room; returns the plaintext's length. */
    int decrypt(ByteBuffer source, int record, ByteBuffer[] targets, int offset, int length)
            throws TlsException {
        int largest = sizes.largestPlaintext(record);
        ByteBuffer first = Buffers.firstWithRoom(targets, offset, length);
        int limit = source.limit();
        source.limit(source.position() + record);
        try {
            if (first != null && (first.remaining() >= largest || length == 1)) {
                int start = first.position();
                decryptOne(source, first);
                return first.position() - start;
            }
            return decryptScattered(source, targets, offset);
        } finally {
            source.limit(limit);
        }
    }

    private int decryptScattered(ByteBuffer source, ByteBuffer[] targets, int offset)
            throws TlsException {
        ByteBuffer scratch = ScratchBuffers.take();
        int produced = 0;
        try {
            decryptOne(source, scratch);
            produced = scratch.position();
            Buffers.scatter(scratch.flip(), targets, offset);
            return produced;
        } finally {
            ScratchBuffers.give(scratch, produced);
        }
    }

    private void decryptOne(ByteBuffer source, ByteBuffer target) throws TlsException {
        peerClosed |= tls.unwrap(source, target) == TransferStatus.CLOSED;
    }
}
