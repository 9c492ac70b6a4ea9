package io.rustls4j.tcnative.connection;

import io.rustls4j.wire.ClientHelloMessage;
import io.rustls4j.wire.MalformedMessageException;
import java.nio.ByteBuffer;

/** Whether a client of TLS 1.2 takes tickets (RFC 5077 section 3.2), which rustls does not tell. */
final class TicketSupport {
    private static final int SESSION_TICKET = 35;

    private final ClientHelloMessage hello = new ClientHelloMessage();

    /** Looks at one record on its way to rustls. */
    void look(ByteBuffer record) {
        hello.look(record);
    }

    /** Whether it was there in a hello that rustls has accepted. */
    boolean isThere() {
        try {
            return hello.extension(SESSION_TICKET).isPresent();
        } catch (MalformedMessageException e) {
            // rustls has read more leniently; nearly all clients take tickets.
            return true;
        }
    }
}
