package io.rustls4j.jsse.session;

import io.rustls4j.jsse.handshake.CurrentHandshake;
import io.rustls4j.jsse.handshake.Endpoint;
import io.rustls4j.jsse.handshake.HandshakeView;
import io.rustls4j.jsse.parameters.ConnectionParameters;
import java.util.concurrent.Callable;

/** A handshake of which only the session matters. */
record Handshaking(JsseSession session, boolean isClient) implements HandshakeView {
    /** Runs a step of a server's handshake. */
    static <T> T asServer(JsseSession session, Callable<T> step) {
        try {
            return CurrentHandshake.during(new Handshaking(session, false), step);
        } catch (Exception e) {
            throw new AssertionError("a step of a handshake failed", e);
        }
    }

    @Override
    public Endpoint endpoint() {
        throw new AssertionError("nobody asks for the endpoint here");
    }

    @Override
    public ConnectionParameters parameters() {
        throw new AssertionError("nobody asks for the parameters here");
    }
}
