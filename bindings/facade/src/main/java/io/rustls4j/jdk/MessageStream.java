package io.rustls4j.jdk;

import io.rustls4j.wire.MalformedMessageException;
import java.util.Arrays;
import java.util.Optional;

/** Puts together handshake messages from records in the clear, which may be cut anywhere. */
final class MessageStream {
    /** More than any real hello; the JDK itself stops at 32 KiB. */
    static final int MAX = 1 << 16;

    private static final int HEADER = 4;

    private byte[] bytes = {};

    /** Adds a handshake record. */
    void add(byte[] record) throws MalformedMessageException {
        int fragment = record.length - Records.HEADER;
        if (fragment == 0) {
            throw new MalformedMessageException("an empty handshake record");
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + fragment);
        System.arraycopy(record, Records.HEADER, longer, bytes.length, fragment);
        bytes = longer;
    }

    /** Takes the next message with its header, if it is complete. */
    Optional<byte[]> next() throws MalformedMessageException {
        if (bytes.length < HEADER) {
            return Optional.empty();
        }
        int length =
                HEADER + ((bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff));
        if (length > MAX) {
            throw new MalformedMessageException(
                    "a handshake message of " + length + " bytes; at most " + MAX + " are taken");
        }
        if (bytes.length < length) {
            return Optional.empty();
        }
        byte[] message = Arrays.copyOf(bytes, length);
        bytes = Arrays.copyOfRange(bytes, length, bytes.length);
        return Optional.of(message);
    }
}
