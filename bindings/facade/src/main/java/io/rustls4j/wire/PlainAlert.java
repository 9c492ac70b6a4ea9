package io.rustls4j.wire;

import io.rustls4j.AlertDescription;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An alert from before there are keys (RFC 8446 section 6).
 *
 * @param fatal whether it says so
 * @param description what it says
 */
public record PlainAlert(boolean fatal, AlertDescription description) {
    /** The length of its record, in bytes. */
    public static final int LENGTH = 7;

    private static final int LEVEL = 5;
    private static final int DESCRIPTION = 6;
    private static final byte WARNING = 1;
    private static final byte FATAL = 2;

    /**
     * Finds the alert in a record.
     *
     * @param record one whole record, from position to limit, which stay as they are
     * @return the alert; empty for another record, one that is encrypted, or an unknown description
     */
    public static Optional<PlainAlert> in(ByteBuffer record) {
        int at = record.position();
        if (record.remaining() != LENGTH || record.get(at) != ContentType.ALERT) {
            return Optional.empty();
        }
        return AlertDescription.of(record.get(at + DESCRIPTION) & 0xff)
                .map(description -> new PlainAlert(record.get(at + LEVEL) == FATAL, description));
    }

    /**
     * The end of one direction, as a record.
     *
     * @return the record's bytes
     */
    public static byte[] closeNotify() {
        return record(WARNING, AlertDescription.CLOSE_NOTIFY);
    }

    /**
     * A handshake that is given up, as a record.
     *
     * @return the record's bytes
     */
    public static byte[] userCanceled() {
        return record(WARNING, AlertDescription.USER_CANCELED);
    }

    /**
     * A failure, as a record.
     *
     * @param alert what has failed
     * @return the record's bytes
     */
    public static byte[] fatal(AlertDescription alert) {
        return record(FATAL, alert);
    }

    private static byte[] record(byte level, AlertDescription alert) {
        return new byte[] {ContentType.ALERT, 3, 3, 0, 2, level, (byte) alert.code()};
    }
}
