package io.rustls4j.jsse.handshake;

import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.session.JsseSession;

/** One handshake that is going on, as callbacks on its thread may see it. */
public interface HandshakeView {
    /** Whether this side is the client. */
    boolean isClient();

    /** What the application holds. */
    Endpoint endpoint();

    /**
     * The session in the making, as {@code getHandshakeSession()} gives it out: peer host and port
     * are set, and protocol and suite as soon as they are known.
     */
    JsseSession session();

    /** What was set when the handshake began; not to be changed. */
    ConnectionParameters parameters();
}
