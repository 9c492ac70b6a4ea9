package io.rustls4j.jsse.connection;

import io.rustls4j.wire.ContentType;
import io.rustls4j.wire.MalformedMessageException;
import io.rustls4j.wire.WireReader;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Whether a client asks for its server's OCSP response (RFC 6066 section 8), which rustls does not
 * tell before it sends one. Clients that want one of certain responders are passed over, as they
 * are by the JDK.
 */
final class StatusRequest {
    private static final int CLIENT_HELLO = 1;
    private static final int RANDOM = 32;
    private static final int STATUS_REQUEST = 5;
    private static final int OCSP = 1;

    /** rustls takes no longer message. */
    private static final int LONGEST = 0xffff + 4;

    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    /** Looks at one record on its way to rustls. */
    void look(ByteBuffer record) {
        if (RecordHeader.type(record) == ContentType.HANDSHAKE && message.size() <= LONGEST) {
            byte[] fragment = new byte[record.remaining() - RecordHeader.LENGTH];
            record.get(record.position() + RecordHeader.LENGTH, fragment);
            message.writeBytes(fragment);
        }
    }

    /** Whether it was there in a hello that rustls has accepted. */
    boolean isMade() {
        try {
            return isIn(new WireReader(message.toByteArray()));
        } catch (MalformedMessageException e) {
            // rustls has read more leniently; no staple is what a client gets that asked for none.
            return false;
        }
    }

    private static boolean isIn(WireReader reader) throws MalformedMessageException {
        if (reader.u8() != CLIENT_HELLO) {
            return false;
        }
        WireReader hello = reader.slice(reader.u24());
        hello.u16();
        hello.skip(RANDOM);
        hello.vector8();
        hello.vector16();
        hello.vector8();
        WireReader extensions = hello.hasRemaining() ? hello.vector16() : hello;
        while (extensions.hasRemaining()) {
            int type = extensions.u16();
            WireReader value = extensions.vector16();
            if (type == STATUS_REQUEST) {
                return value.u8() == OCSP && !value.vector16().hasRemaining();
            }
        }
        return false;
    }
}
