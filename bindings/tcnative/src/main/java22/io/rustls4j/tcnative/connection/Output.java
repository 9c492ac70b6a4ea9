package io.rustls4j.tcnative.connection;

import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.tcnative.bio.NativeMemory;
import io.rustls4j.tcnative.bio.NetworkBio;
import io.rustls4j.tcnative.bio.OutputRoom;
import io.rustls4j.wire.RecordArrays;
import java.lang.foreign.MemorySegment;

/** What a connection says of itself: handshakes, alerts, tickets. Guarded by its lock. */
final class Output {
    private static final MemorySegment NOTHING = MemorySegment.NULL;

    private final NetworkBio bio;
    private final Facts facts;

    Output(NetworkBio bio, Facts facts) {
        this.bio = bio;
        this.facts = facts;
    }

    /** Queues all that there is; of a handshake, it is looked at on its way. */
    void takeFrom(TlsConnection tls, boolean handshaking) throws TlsException {
        if (!tls.wantsWrite()) {
            return;
        }
        MemorySegment room = OutputRoom.take();
        try {
            takeFrom(tls, handshaking, room);
        } finally {
            OutputRoom.give(room);
        }
    }

    private void takeFrom(TlsConnection tls, boolean handshaking, MemorySegment room)
            throws TlsException {
        while (tls.wantsWrite()) {
            tls.wrap(NOTHING, room);
            int produced = (int) tls.bytesProduced();
            if (produced == 0) {
                return;
            }
            if (handshaking) {
                look(room.address(), produced);
            }
            bio.enqueue(room.address(), produced);
        }
    }

    private void look(long records, int length) {
        byte[] copy = RecordArrays.take(length);
        NativeMemory.read(records, copy, 0, length);
        facts.look(copy, length);
        RecordArrays.give(copy);
    }
}
