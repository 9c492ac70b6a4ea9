package io.rustls4j.jsse.connection;

import io.rustls4j.wire.ContentType;
import io.rustls4j.wire.WireReader;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds messages of one type among those of a handshake that pass in the clear, whatever records
 * they come in (RFC 8446 section 5.1). Nearly every one is in one record, and is read where that
 * is. For one thread.
 */
final class ClearMessages {
    private static final int HEADER = 4;
    private static final byte[] NOTHING = {};

    /** rustls takes no longer message. */
    private static final int LONGEST = HEADER + 0xffff;

    private final byte type;

    /** What has come of a message that goes on in another record, and room for more of it. */
    private byte[] kept = NOTHING;

    private int keptLength;

    /** How much is still to come of a record. */
    private int missing;

    private boolean ofHandshake;
    private boolean ended;

    /** Starts before the first record. */
    ClearMessages(byte type) {
        this.type = type;
    }

    /** Looks for nothing more, and lets go of what was kept. */
    void end() {
        ended = true;
        kept = NOTHING;
        keptLength = 0;
    }

    boolean isEnded() {
        return ended;
    }

    /**
     * Goes on to the next message.
     *
     * @param records records, of which the last may be cut off and go on in the next buffer; taken
     *     up to the end of the message
     * @return a message with its header, to be read before anything else happens; null if the
     *     records have no more
     */
    @Nullable WireReader next(ByteBuffer records) {
        while (records.hasRemaining() && !ended) {
            if (missing == 0) {
                begin(records);
            } else if (ofHandshake) {
                WireReader message = message(records);
                if (message != null) {
                    return message;
                }
            } else {
                take(records, Math.min(missing, records.remaining()));
            }
        }
        return null;
    }

    private void begin(ByteBuffer records) {
        int length = RecordHeader.recordLength(records);
        if (length < 0) {
            end();
            return;
        }
        ofHandshake = RecordHeader.type(records) == ContentType.HANDSHAKE;
        missing = length - RecordHeader.LENGTH;
        records.position(records.position() + RecordHeader.LENGTH);
    }

    private void take(ByteBuffer records, int length) {
        records.position(records.position() + length);
        missing -= length;
    }

    private @Nullable WireReader message(ByteBuffer records) {
        int available = Math.min(missing, records.remaining());
        if (keptLength == 0 && records.hasArray() && available >= HEADER) {
            int start = records.arrayOffset() + records.position();
            int length = length(records.array(), start);
            if (length <= available) {
                take(records, length);
                return ofType(records.array(), start, length);
            }
        }
        return joined(records, available);
    }

    private @Nullable WireReader joined(ByteBuffer records, int available) {
        int wanted = keptLength < HEADER ? HEADER : length(kept, 0);
        if (wanted > LONGEST) {
            end();
            return null;
        }
        int part = Math.min(wanted - keptLength, available);
        makeRoom(keptLength + part, wanted);
        records.get(records.position(), kept, keptLength, part);
        take(records, part);
        keptLength += part;
        if (keptLength < HEADER || keptLength < length(kept, 0)) {
            return null;
        }
        int length = keptLength;
        keptLength = 0;
        return ofType(kept, 0, length);
    }

    /** Doubled, so that a message in many records is not copied for each of them. */
    private void makeRoom(int needed, int wanted) {
        if (needed > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(needed, Math.min(wanted, 2 * kept.length)));
        }
    }

    private @Nullable WireReader ofType(byte[] bytes, int start, int length) {
        return bytes[start] == type ? new WireReader(bytes, start, start + length) : null;
    }

    private static int length(byte[] bytes, int at) {
        return HEADER
                + ((bytes[at + 1] & 0xff) << 16
                        | (bytes[at + 2] & 0xff) << 8
                        | (bytes[at + 3] & 0xff));
    }

    /** How much memory is held between two records. */
    int room() {
        return kept.length;
    }
}
