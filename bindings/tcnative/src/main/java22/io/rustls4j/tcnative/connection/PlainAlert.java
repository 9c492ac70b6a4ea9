package io.rustls4j.tcnative.connection;

import io.rustls4j.AlertDescription;

/** Fatal alerts from before there are keys (RFC 8446 section 6). */
final class PlainAlert {
    private static final byte ALERT = 21;
    private static final byte FATAL = 2;

    private PlainAlert() {}

    /** A record with the alert. */
    static byte[] of(AlertDescription description) {
        return new byte[] {ALERT, 3, 3, 0, 2, FATAL, (byte) description.code()};
    }
}
