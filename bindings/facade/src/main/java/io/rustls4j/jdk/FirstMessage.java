package io.rustls4j.jdk;

import java.util.Arrays;
import java.util.Optional;

/** Puts together the first handshake message of a stream of records in the clear, which may be cut anywhere. */
final class FirstMessage {
    /** More than any real hello; the JDK itself stops at 32 KiB. */
    static final int MAX = 1 << 16;

    private static final int HEADER = 4;

    private byte[] bytes = {};

    /**
     * Adds a record.
     *
     * @return the message with its header, once it is complete
     */
    Optional<byte[]> add(byte[] record) throws MalformedMessageException {
        int fragment = record.length - Records.HEADER;
        if (fragment == 0) {
            throw new MalformedMessageException("an empty handshake record");
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + fragment);
        System.arraycopy(record, Records.HEADER, longer, bytes.length, fragment);
        bytes = longer;
        return message();
    }

    private Optional<byte[]> message() throws MalformedMessageException {
        if (bytes.length < HEADER) {
            return Optional.empty();
        }
        int length = HEADER + ((bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff));
        if (length > MAX) {
            throw new MalformedMessageException(
                    "a handshake message of " + length + " bytes; at most " + MAX + " are taken");
        }
        return bytes.length < length ? Optional.empty() : Optional.of(Arrays.copyOf(bytes, length));
    }
}
