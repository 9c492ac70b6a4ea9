package io.rustls4j.jsse.connection;

import io.rustls4j.CipherSuite;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.jsse.session.JsseSession;
import io.rustls4j.wire.MalformedMessageException;
import io.rustls4j.wire.ServerHello;
import io.rustls4j.wire.WireReader;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the server's hello as it passes, since rustls cannot be asked while it is at work, and
 * managers want to know version and suite just then. What cannot be read here is left to rustls.
 */
final class ServerHelloPeek {
    private static final byte SERVER_HELLO = 2;

    private final JsseSession session;
    private final ClearMessages messages = new ClearMessages(SERVER_HELLO);
    private @Nullable String applicationProtocol;

    ServerHelloPeek(JsseSession session) {
        this.session = session;
    }

    boolean isDone() {
        return messages.isEnded();
    }

    /**
     * What TLS 1.2 has agreed on, "" for none; null before, and with TLS 1.3, which encrypts it.
     */
    @Nullable String applicationProtocol() {
        return applicationProtocol;
    }

    /** Looks at records. */
    void look(ByteBuffer records) {
        ByteBuffer rest = records.duplicate();
        WireReader message = messages.next(rest);
        while (message != null) {
            read(message);
            message = messages.next(rest);
        }
    }

    private void read(WireReader message) {
        try {
            take(ServerHello.parse(message));
        } catch (MalformedMessageException e) {
            // rustls reads it next and fails the handshake with the right alert.
            messages.end();
        }
    }

    private void take(ServerHello hello) {
        if (hello.helloRetryRequest()) {
            return;
        }
        messages.end();
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
