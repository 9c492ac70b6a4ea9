package io.rustls4j.tcnative.connection;

import io.rustls4j.tcnative.bio.NativeMemory;
import io.rustls4j.tcnative.bio.NetworkBio;
import io.rustls4j.wire.ContentType;
import io.rustls4j.wire.RecordArrays;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts a record of the handshake together from what comes in pieces. */
final class HandshakeRecord {
    private static final byte[] NOTHING = new byte[0];

    private byte[] part = NOTHING;

    /** How much of {@code part} has come. */
    private int known;

    /**
     * The next record; null as long as it is not complete. Bytes that are no record are handed out
     * as they are: rustls knows the right alert.
     */
    @Nullable ReceivedRecord next(NetworkBio bio) {
        if (known < RecordCursor.HEADER && !startRecord(bio)) {
            return null;
        }
        int length = isRecord(part[0], part[1]) ? length(part[3], part[4]) : known;
        return fill(bio, length) ? handOut(length) : null;
    }

    /** Takes the header, and the body at once if it is there. */
    private boolean startRecord(NetworkBio bio) {
        int length = RecordCursor.HEADER;
        if (known == 0 && bio.readable() >= RecordCursor.HEADER) {
            long header = bio.address();
            int whole = length(NativeMemory.byteAt(header + 3), NativeMemory.byteAt(header + 4));
            boolean record = isRecord(NativeMemory.byteAt(header), NativeMemory.byteAt(header + 1));
            length = record && whole <= bio.readable() ? whole : length;
        }
        return fill(bio, length);
    }

    private static boolean isRecord(byte type, byte majorVersion) {
        return type >= ContentType.CHANGE_CIPHER_SPEC
                && type <= ContentType.APPLICATION_DATA
                && majorVersion == 3;
    }

    private static int length(byte high, byte low) {
        return RecordCursor.HEADER + ((high & 0xff) << 8 | (low & 0xff));
    }

    /** Room is made for what is there, not for what the peer says that there will be. */
    private boolean fill(NetworkBio bio, int length) {
        int reach = Math.min(length, known + bio.readable());
        if (known == 0 && reach == length && length > RecordCursor.HEADER) {
            part = RecordArrays.take(length);
        } else if (part.length < reach) {
            part = Arrays.copyOf(part, reach);
        }
        known += bio.take(part, known, reach);
        return known >= length;
    }

    private ReceivedRecord handOut(int length) {
        ReceivedRecord whole = new ReceivedRecord(part, length);
        part = NOTHING;
        known = 0;
        return whole;
    }
}
