package io.rustls4j.tcnative.connection;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Where the records of an established connection end, so that no more than one is read at a time:
 * what comes after it stays with Netty.
 */
final class RecordCursor {
    static final int HEADER = 5;

    private int header;
    private int lengthHigh;
    private int lengthLow;

    /** How much of the record's body is still to come, once the header is known. */
    private int body;

    /** How many bytes, at most, belong to the record that is being read. */
    int next(MemorySegment source, int available) {
        if (header == HEADER) {
            return Math.min(body, available);
        }
        int missing = HEADER - header;
        if (available < missing) {
            return available;
        }
        int high = header > 3 ? lengthHigh : source.get(ValueLayout.JAVA_BYTE, 3 - header) & 0xff;
        int low = header > 4 ? lengthLow : source.get(ValueLayout.JAVA_BYTE, 4 - header) & 0xff;
        return Math.min(missing + (high << 8 | low), available);
    }

    /** Notes that so many bytes of the source, counted from its start, were read. */
    void read(MemorySegment source, int count) {
        int at = 0;
        while (header < HEADER && at < count) {
            int value = source.get(ValueLayout.JAVA_BYTE, at) & 0xff;
            if (header == 3) {
                lengthHigh = value;
            } else if (header == 4) {
                lengthLow = value;
            }
            header++;
            at++;
            if (header == HEADER) {
                body = lengthHigh << 8 | lengthLow;
            }
        }
        body -= count - at;
        if (header == HEADER && body <= 0) {
            header = 0;
            body = 0;
        }
    }
}
