package io.rustls4j.jdk;

import io.rustls4j.wire.ContentType;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Cuts the stream of received bytes into records. The JDK takes whole records only, and decrypts
 * them where they are: so they are copied, and the caller's buffer may be read-only and stays as it
 * was.
 *
 * <p>A header that is none, or that announces too much, is not waited for: it is made into one that
 * the JDK refuses at once, with an alert that only it can encrypt.
 */
final class RecordAssembler {
    private static final byte[] NOT_TLS = {0, 0, 0, (byte) 0xff, (byte) 0xff};
    private static final byte[] OVERSIZED = {ContentType.HANDSHAKE, 3, 3, (byte) 0xff, (byte) 0xff};

    /** What the bytes so far are. */
    enum State {
        /** A record that is not complete. */
        PARTIAL,
        /** A record that is complete. */
        COMPLETE,
        /** A header that is not TLS. */
        NOT_TLS,
        /** A header that announces more than TLS allows. */
        OVERSIZED
    }

    private byte[] record = new byte[Records.HEADER];
    private int length;
    private State state = State.PARTIAL;

    /** Takes bytes up to the end of one record. */
    State fill(ByteBuffer source) {
        if (state == State.PARTIAL && length < Records.HEADER) {
            take(source, Records.HEADER);
            if (length == Records.HEADER) {
                judgeHeader();
            }
        }
        if (state == State.PARTIAL && length >= Records.HEADER) {
            take(source, record.length);
            if (length == record.length) {
                state = State.COMPLETE;
            }
        }
        return state;
    }

    /** The record, or the header that stands for it; the bytes may be changed. */
    byte[] record() {
        return record;
    }

    /** Begins the next record. */
    void next() {
        Arrays.fill(record, (byte) 0);
        record = new byte[Records.HEADER];
        length = 0;
        state = State.PARTIAL;
    }

    private void judgeHeader() {
        if (!Records.isTls(record)) {
            refuse(State.NOT_TLS, NOT_TLS);
        } else if (Records.fragmentLength(record) > Records.MAX_FRAGMENT) {
            refuse(State.OVERSIZED, OVERSIZED);
        } else {
            record = Arrays.copyOf(record, Records.HEADER + Records.fragmentLength(record));
        }
    }

    private void refuse(State why, byte[] header) {
        record = header.clone();
        state = why;
    }

    private void take(ByteBuffer source, int until) {
        int count = Math.min(source.remaining(), until - length);
        source.get(record, length, count);
        length += count;
    }
}
