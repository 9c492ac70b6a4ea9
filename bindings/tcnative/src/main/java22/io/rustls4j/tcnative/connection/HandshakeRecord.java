package io.rustls4j.tcnative.connection;

import io.rustls4j.tcnative.bio.NetworkBio;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts a record of the handshake together from what comes in pieces. */
final class HandshakeRecord {
    private static final byte[] NOTHING = new byte[0];
    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int APPLICATION_DATA = 23;

    private byte[] part = NOTHING;

    /**
     * The next record; null as long as it is not complete. Bytes that are no record are handed out
     * as they are: rustls knows the right alert.
     */
    byte @Nullable [] next(NetworkBio bio) {
        if (part.length < RecordCursor.HEADER && !fill(bio, RecordCursor.HEADER)) {
            return null;
        }
        if (!isRecord()) {
            return handOut();
        }
        int length = RecordCursor.HEADER + ((part[3] & 0xff) << 8 | (part[4] & 0xff));
        return fill(bio, length) ? handOut() : null;
    }

    private boolean isRecord() {
        return part[0] >= CHANGE_CIPHER_SPEC && part[0] <= APPLICATION_DATA && part[1] == 3;
    }

    private boolean fill(NetworkBio bio, int length) {
        int missing = length - part.length;
        if (missing > 0 && bio.readable() > 0) {
            byte[] more = bio.take(missing);
            int known = part.length;
            part = Arrays.copyOf(part, known + more.length);
            System.arraycopy(more, 0, part, known, more.length);
        }
        return part.length >= length;
    }

    private byte[] handOut() {
        byte[] whole = part;
        part = NOTHING;
        return whole;
    }
}
