package io.rustls4j.jsse.connection;

import io.rustls4j.wire.ClientHelloMessage;
import io.rustls4j.wire.MalformedMessageException;
import io.rustls4j.wire.WireReader;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Whether a client asks for its server's OCSP response (RFC 6066 section 8), which rustls does not
 * tell before it sends one. Clients that want one of certain responders are passed over, as they
 * are by the JDK.
 */
final class StatusRequest {
    private static final int STATUS_REQUEST = 5;
    private static final int OCSP = 1;

    private final ClientHelloMessage hello = new ClientHelloMessage();

    /** Keeps what a record has of a hello that goes on in another one. */
    void keep(ByteBuffer record) {
        hello.keep(record);
    }

    /**
     * Whether it was there in a hello that rustls has accepted.
     *
     * @param last the record that completed the hello
     */
    boolean isMadeIn(ByteBuffer last) {
        try {
            Optional<WireReader> request = hello.extension(STATUS_REQUEST, last);
            return request.isPresent() && isForAnyResponder(request.get());
        } catch (MalformedMessageException e) {
            // rustls has read more leniently; no staple is what a client gets that asked for none.
            return false;
        }
    }

    private static boolean isForAnyResponder(WireReader request) throws MalformedMessageException {
        return request.u8() == OCSP && !request.vector16().hasRemaining();
    }
}
