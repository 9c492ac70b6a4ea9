package io.rustls4j.tcnative.connection;

import io.rustls4j.AlertDescription;
import io.rustls4j.wire.PlainAlert;
import io.rustls4j.wire.RecordArrays;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A record of the handshake as it came, in an array that is to be given back. */
final class ReceivedRecord {
    private static final Optional<PlainAlert> CLOSE_NOTIFY =
            Optional.of(new PlainAlert(false, AlertDescription.CLOSE_NOTIFY));

    private final byte[] bytes;
    private final int length;

    /** An array of {@link RecordArrays}, or one like them. */
    ReceivedRecord(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    byte contentType() {
        return bytes[0];
    }

    /**
     * Whether it is a close_notify in the clear, which rustls passes over in a handshake: it would
     * wait for a peer that is gone.
     */
    boolean isCloseNotify() {
        return length == PlainAlert.LENGTH && PlainAlert.in(buffer()).equals(CLOSE_NOTIFY);
    }

    ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    void show(Facts facts) {
        facts.look(bytes, length);
    }

    /** To be done once, when nobody reads it any more. */
    void giveBack() {
        RecordArrays.give(bytes);
    }
}
