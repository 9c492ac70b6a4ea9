package io.rustls4j.jsse.connection;

import io.rustls4j.AlertDescription;

/** Alerts from before there are keys (RFC 8446 section 6), as records. */
final class PlainAlert {
    private static final byte WARNING = 1;
    private static final byte FATAL = 2;

    private PlainAlert() {}

    static byte[] closeNotify() {
        return record(WARNING, AlertDescription.CLOSE_NOTIFY);
    }

    static byte[] fatal(AlertDescription alert) {
        return record(FATAL, alert);
    }

    private static byte[] record(byte level, AlertDescription alert) {
        return new byte[] {RecordHeader.ALERT, 3, 3, 0, 2, level, (byte) alert.code()};
    }
}
