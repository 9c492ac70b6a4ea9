package io.rustls4j.jsse.connection;

import io.rustls4j.wire.ContentType;
import java.nio.ByteBuffer;

/** What the first five bytes of a record say (RFC 8446 section 5.1). */
final class RecordHeader {
    static final int LENGTH = 5;

    /** The largest record that any version allows, with its header (RFC 5246 section 6.2.3). */
    static final int MAX_RECORD = LENGTH + 16384 + 2048;

    /** The result for fewer bytes than a header has. */
    static final int INCOMPLETE = -1;

    /** The result for bytes that are no record. */
    static final int NO_RECORD = -2;

    private RecordHeader() {}

    /** The length of the record that starts at the position, header included, or one of the two. */
    static int recordLength(ByteBuffer source) {
        int at = source.position();
        if (source.remaining() < LENGTH) {
            return INCOMPLETE;
        }
        int type = source.get(at);
        if (type < ContentType.CHANGE_CIPHER_SPEC
                || type > ContentType.APPLICATION_DATA
                || source.get(at + 1) != 3) {
            return NO_RECORD;
        }
        // Byte by byte, since the order of the caller's buffer may be either.
        return LENGTH + ((source.get(at + 3) & 0xff) << 8 | (source.get(at + 4) & 0xff));
    }

    /** The content type of the record that starts at the position. */
    static int type(ByteBuffer source) {
        return source.get(source.position());
    }
}
