package io.rustls4j.jsse.trust;

import io.rustls4j.jsse.handshake.Endpoint;
import io.rustls4j.jsse.handshake.HandshakeView;
import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.session.JsseSession;
import javax.net.ssl.SSLParameters;

/** The handshake of a judging side, as its manager may see it. */
record JudgingView(boolean isClient, Endpoint endpoint, JsseSession session)
        implements HandshakeView {
    static JudgingView byEngine(boolean client, JsseSession session, SSLParameters wishes) {
        return new JudgingView(
                client, new Endpoint.OfEngine(new StubEngine(session, wishes)), session);
    }

    static JudgingView bySocket(boolean client, JsseSession session, SSLParameters wishes) {
        return new JudgingView(
                client, new Endpoint.OfSocket(new StubSocket(session, wishes)), session);
    }

    @Override
    public ConnectionParameters parameters() {
        throw new UnsupportedOperationException("no verifier reads this");
    }
}
