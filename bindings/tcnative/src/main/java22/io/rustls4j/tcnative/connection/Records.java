package io.rustls4j.tcnative.connection;

import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.TransferStatus;
import io.rustls4j.tcnative.bio.NativeMemory;
import io.rustls4j.tcnative.bio.NetworkBio;
import io.rustls4j.tcnative.error.OpenSslError;
import java.lang.foreign.MemorySegment;

/** The records of an established connection, one at a time. Guarded by the connection's lock. */
final class Records {
    /**
     * The most that a record has besides its plaintext: with TLS 1.2 a header, an explicit nonce
     * and a tag (RFC 5288 section 3).
     */
    static final int MAX_OVERHEAD = RecordCursor.HEADER + 8 + 16;

    private static final int MAX_FRAGMENT = 16384;
    private static final MemorySegment NOTHING = MemorySegment.NULL;

    private final NetworkBio bio;
    private final Output output;
    private final Sessions sessions;
    private final Status status;
    private final RecordCursor cursor = new RecordCursor();

    /** Plaintext that did not fit is still with rustls: at most so many bytes. */
    private int waiting;

    Records(NetworkBio bio, Output output, Sessions sessions, Status status) {
        this.bio = bio;
        this.output = output;
        this.sessions = sessions;
        this.status = status;
    }

    /** How much plaintext waits that did not fit: 0 for none, otherwise no less than that. */
    int waiting() {
        return waiting;
    }

    int read(TlsConnection tls, MemorySegment room) throws TlsException {
        if (waiting > 0) {
            return delivered(tls, tls.unwrap(NOTHING, room), waiting);
        }
        while (bio.readable() > 0) {
            long source = bio.address();
            int count = cursor.next(source, bio.readable());
            TransferStatus transfer;
            int used = count;
            try {
                transfer = tls.unwrap(NativeMemory.at(source, count), room);
                used = (int) tls.bytesConsumed();
            } finally {
                // What could not be decrypted was read all the same.
                cursor.read(source, used);
                bio.advance(used);
            }
            int produced = delivered(tls, transfer, MAX_FRAGMENT);
            if (produced != 0 || status.isPeerClosed()) {
                return produced;
            }
            sessions.lookForTickets(tls);
            output.takeFrom(tls, false);
        }
        return status.wants(status.hasReceivedClose() ? Want.PEER_CLOSED : Want.READ);
    }

    private int delivered(TlsConnection tls, TransferStatus transfer, int atMost) {
        int produced = (int) tls.bytesProduced();
        waiting = transfer == TransferStatus.OUTPUT_FULL ? Math.max(atMost - produced, 1) : 0;
        if (transfer == TransferStatus.CLOSED) {
            status.closeReceived();
            status.wants(Want.PEER_CLOSED);
            return produced;
        }
        return status.done(produced);
    }

    int write(TlsConnection tls, long address, int length) throws TlsException {
        if (status.hasSentClose()) {
            return status.refused(OpenSslError.PROTOCOL_IS_SHUTDOWN);
        }
        bio.flush();
        if (bio.writable() <= MAX_OVERHEAD) {
            return status.wants(Want.WRITE);
        }
        tls.wrap(NativeMemory.at(address, length), bio.window());
        bio.advance((int) tls.bytesProduced());
        int written = (int) tls.bytesConsumed();
        return written > 0 ? status.done(written) : status.wants(Want.WRITE);
    }
}
