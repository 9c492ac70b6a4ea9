package io.rustls4j.jsse.handshake;

import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.session.JsseSession;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

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

    /** What is set now; not to be changed. */
    ConnectionParameters parameters();

    /** A manager is about to be asked, who sees what is set now. */
    default void managerJudges() {}

    /**
     * Tells which certificates this side will show; null for none. A client's session has them once
     * the handshake is done, as with the JDK: rustls asks for them before it has judged the server.
     */
    default void willShow(X509Certificate @Nullable [] chain) {
        session().setLocalCertificates(chain);
    }
}
