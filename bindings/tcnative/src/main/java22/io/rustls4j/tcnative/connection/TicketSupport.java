package io.rustls4j.tcnative.connection;

import io.rustls4j.wire.ClientHelloMessage;
import io.rustls4j.wire.MalformedMessageException;
import java.nio.ByteBuffer;

/** Whether a client of TLS 1.2 takes tickets (RFC 5077 section 3.2), which rustls does not tell. */
final class TicketSupport {
    private static final int SESSION_TICKET = 35;

    private final ClientHelloMessage hello = new ClientHelloMessage();

    /** Keeps what a record has of a hello that goes on in another one. */
    void keep(ByteBuffer record) {
        hello.keep(record);
    }

    /**
     * Whether the extension is there in a hello that rustls has accepted.
     *
     * @param last the record that completed the hello
     */
    boolean isIn(ByteBuffer last) {
        try {
            return hello.extension(SESSION_TICKET, last).isPresent();
        } catch (MalformedMessageException e) {
            // rustls has read more leniently; nearly all clients take tickets.
            return true;
        }
    }
}
