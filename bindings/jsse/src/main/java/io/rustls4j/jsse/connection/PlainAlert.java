package io.rustls4j.jsse.connection;

import io.rustls4j.AlertDescription;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An alert from before there are keys (RFC 8446 section 6).
 *
 * @param fatal whether it says so
 * @param description what it says
 */
record PlainAlert(boolean fatal, AlertDescription description) {
    static final int LENGTH = RecordHeader.LENGTH + 2;
    private static final byte WARNING = 1;
    private static final byte FATAL = 2;

    /** The alert in a record; empty for another record, or one that is encrypted. */
    static Optional<PlainAlert> in(ByteBuffer record) {
        if (RecordHeader.type(record) != RecordHeader.ALERT || record.remaining() != LENGTH) {
            return Optional.empty();
        }
        int at = record.position() + RecordHeader.LENGTH;
        return AlertDescription.of(record.get(at + 1) & 0xff)
                .map(description -> new PlainAlert(record.get(at) == FATAL, description));
    }

    static byte[] closeNotify() {
        return record(WARNING, AlertDescription.CLOSE_NOTIFY);
    }

    static byte[] userCanceled() {
        return record(WARNING, AlertDescription.USER_CANCELED);
    }

    static byte[] fatal(AlertDescription alert) {
        return record(FATAL, alert);
    }

    private static byte[] record(byte level, AlertDescription alert) {
        return new byte[] {RecordHeader.ALERT, 3, 3, 0, 2, level, (byte) alert.code()};
    }
}
