package io.rustls4j.jdk;

import io.rustls4j.AlertDescription;
import io.rustls4j.wire.ContentType;
import io.rustls4j.wire.PlainAlert;
import org.jspecify.annotations.Nullable;

/** What can be seen of a record from outside (RFC 8446 section 5.1). */
final class Records {
    static final int HEADER = 5;

    /** RFC 5246 section 6.2.3: 2^14 and 2048 more for protection; TLS 1.3 allows less. */
    static final int MAX_FRAGMENT = 16384 + 2048;

    private static final int FATAL = 2;

    private Records() {}

    static int type(byte[] record) {
        return record[0] & 0xff;
    }

    static int fragmentLength(byte[] header) {
        return (header[3] & 0xff) << 8 | (header[4] & 0xff);
    }

    /** Whether these bytes can begin a TLS record at all. */
    static boolean isTls(byte[] header) {
        int type = type(header);
        return type >= ContentType.CHANGE_CIPHER_SPEC
                && type <= ContentType.HEARTBEAT
                && header[1] == 3
                && header[2] <= 4
                && header[2] >= 0;
    }

    /**
     * What a fatal alert in the clear says, or null for every other record. An encrypted alert is
     * longer, and looks like application data in TLS 1.3.
     */
    static @Nullable AlertDescription plainFatalAlert(byte[] record) {
        boolean alert =
                record.length == PlainAlert.LENGTH
                        && type(record) == ContentType.ALERT
                        && fragmentLength(record) == 2
                        && record[HEADER] == FATAL;
        return alert
                ? AlertDescription.of(record[HEADER + 1] & 0xff).orElse(AlertDescription.UNKNOWN)
                : null;
    }

    static void setPlainAlert(byte[] record, AlertDescription alert) {
        record[HEADER + 1] = (byte) alert.code();
    }
}
