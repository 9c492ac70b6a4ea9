package io.rustls4j.jsse.connection;

import io.rustls4j.CipherSuite;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.jsse.session.JsseSession;
import io.rustls4j.wire.ContentType;
import io.rustls4j.wire.MalformedMessageException;
import io.rustls4j.wire.ServerHello;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the server's hello as it passes, since rustls cannot be asked while it is at work, and
 * managers want to know version and suite just then. What cannot be read here is left to rustls.
 */
final class ServerHelloPeek {
    private static final int SERVER_HELLO = 2;
    private static final int MESSAGE_HEADER = 4;

    private final JsseSession session;
    private boolean done;
    private @Nullable String applicationProtocol;

    ServerHelloPeek(JsseSession session) {
        this.session = session;
    }

    boolean isDone() {
        return done;
    }

    /**
     * What TLS 1.2 has agreed on, "" for none; null before, and with TLS 1.3, which encrypts it.
     */
    @Nullable String applicationProtocol() {
        return applicationProtocol;
    }

    /** Looks at one record. */
    void look(ByteBuffer record) {
        if (done || record.remaining() < RecordHeader.LENGTH + MESSAGE_HEADER) {
            return;
        }
        int at = record.position() + RecordHeader.LENGTH;
        int length =
                MESSAGE_HEADER
                        + ((record.get(at + 1) & 0xff) << 16
                                | (record.get(at + 2) & 0xff) << 8
                                | (record.get(at + 3) & 0xff));
        if (RecordHeader.type(record) != ContentType.HANDSHAKE
                || record.get(at) != SERVER_HELLO
                || at + length > record.limit()) {
            return;
        }
        byte[] message = new byte[length];
        record.get(at, message);
        try {
            take(ServerHello.parse(message));
        } catch (MalformedMessageException e) {
            // rustls reads it next and fails the handshake with the right alert.
            done = true;
        }
    }

    private void take(ServerHello hello) {
        if (hello.helloRetryRequest()) {
            return;
        }
        done = true;
        session.setCipherSuite(new CipherSuite(hello.cipherSuite()));
        Optional<ProtocolVersion> version = ProtocolVersion.of(hello.version());
        if (version.isPresent()) {
            session.setProtocol(version.get());
        }
        if (hello.isTls13()) {
            return;
        }
        applicationProtocol = hello.applicationProtocol().orElse("");
        if (hello.sessionId().length > 0) {
            session.setId(hello.sessionId());
        }
    }
}
