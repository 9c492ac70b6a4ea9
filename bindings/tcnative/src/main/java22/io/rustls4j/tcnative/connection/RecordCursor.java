package io.rustls4j.tcnative.connection;

import io.rustls4j.tcnative.bio.NativeMemory;

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

    /** How many of the bytes at an address, at most, belong to the record that is being read. */
    int next(long source, int available) {
        if (header == HEADER) {
            return Math.min(body, available);
        }
        int missing = HEADER - header;
        if (available < missing) {
            return available;
        }
        int high = header > 3 ? lengthHigh : NativeMemory.unsigned(source + 3 - header);
        int low = header > 4 ? lengthLow : NativeMemory.unsigned(source + 4 - header);
        return Math.min(missing + (high << 8 | low), available);
    }

    /** Notes that so many bytes of the source, counted from its start, were read. */
    void read(long source, int count) {
        int at = 0;
        while (header < HEADER && at < count) {
            int value = NativeMemory.unsigned(source + at);
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
