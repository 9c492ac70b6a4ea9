package io.rustls4j.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A client's hello on its way to rustls, read once more for the extensions that rustls does not
 * tell of (RFC 8446 section 4.1.2, and RFC 5246 section 7.4.1.2, which has the same form). Nearly
 * every hello is in one record, and is read where that is. For one thread.
 */
public final class ClientHelloMessage {
    private static final int RECORD_HEADER = 5;
    private static final int CLIENT_HELLO = 1;
    private static final int RANDOM = 32;
    private static final byte[] NOTHING = {};

    /** rustls takes no longer message. */
    private static final int LONGEST = 0xffff + 4;

    /** What has come in records before the last one. */
    private byte[] kept = NOTHING;

    /** Starts without any of it. */
    public ClientHelloMessage() {}

    /**
     * Copies the part of the hello that is in a record which does not complete it.
     *
     * @param record a whole record, from position to limit; nothing is taken from the buffer
     */
    public void keep(ByteBuffer record) {
        if (kept.length <= LONGEST) {
            kept = withFragment(record);
        }
    }

    /**
     * Finds an extension.
     *
     * @param type its number
     * @param last the record that completes the hello, from position to limit; nothing is taken
     *     from the buffer
     * @return its content, in the record's memory where that is an array; empty if the client has
     *     not sent it
     * @throws MalformedMessageException if the hello is cut off, or is another message
     */
    public Optional<WireReader> extension(int type, ByteBuffer last)
            throws MalformedMessageException {
        WireReader reader = message(last);
        if (reader.u8() != CLIENT_HELLO) {
            throw new MalformedMessageException("not a ClientHello");
        }
        WireReader body = reader.slice(reader.u24());
        body.u16();
        body.skip(RANDOM);
        body.vector8();
        body.vector16();
        body.vector8();
        WireReader extensions = body.hasRemaining() ? body.vector16() : body;
        while (extensions.hasRemaining()) {
            int found = extensions.u16();
            WireReader content = extensions.vector16();
            if (found == type) {
                return Optional.of(content);
            }
        }
        return Optional.empty();
    }

    private WireReader message(ByteBuffer last) {
        if (kept.length == 0 && last.hasArray() && hasFragment(last)) {
            int start = last.arrayOffset();
            return new WireReader(
                    last.array(), start + last.position() + RECORD_HEADER, start + last.limit());
        }
        return new WireReader(withFragment(last));
    }

    private byte[] withFragment(ByteBuffer record) {
        if (!hasFragment(record)) {
            return kept;
        }
        int length = record.remaining() - RECORD_HEADER;
        byte[] all = Arrays.copyOf(kept, kept.length + length);
        record.get(record.position() + RECORD_HEADER, all, kept.length, length);
        return all;
    }

    private static boolean hasFragment(ByteBuffer record) {
        return record.get(record.position()) == ContentType.HANDSHAKE;
    }
}
