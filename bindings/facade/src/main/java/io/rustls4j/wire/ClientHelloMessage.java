package io.rustls4j.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A client's hello on its way to rustls, kept for the extensions that rustls does not tell of (RFC
 * 8446 section 4.1.2, and RFC 5246 section 7.4.1.2, which has the same form). For one thread.
 */
public final class ClientHelloMessage {
    private static final int RECORD_HEADER = 5;
    private static final int CLIENT_HELLO = 1;
    private static final int RANDOM = 32;

    /** rustls takes no longer message. */
    private static final int LONGEST = 0xffff + 4;

    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    /** Starts without any of it. */
    public ClientHelloMessage() {}

    /**
     * Looks at one record; nothing is taken from the buffer.
     *
     * @param record a whole record, from position to limit
     */
    public void look(ByteBuffer record) {
        if (record.get(record.position()) == ContentType.HANDSHAKE && message.size() <= LONGEST) {
            byte[] fragment = new byte[record.remaining() - RECORD_HEADER];
            record.get(record.position() + RECORD_HEADER, fragment);
            message.writeBytes(fragment);
        }
    }

    /**
     * Finds an extension.
     *
     * @param type its number
     * @return its content; empty if the client has not sent it
     * @throws MalformedMessageException if the hello is cut off, or is another message
     */
    public Optional<WireReader> extension(int type) throws MalformedMessageException {
        WireReader reader = new WireReader(message.toByteArray());
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
}
