package io.rustls4j.jsse.keys;

import io.rustls4j.ProtocolVersion;
import io.rustls4j.jsse.handshake.Endpoint;
import io.rustls4j.jsse.handshake.HandshakeView;
import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.parameters.ContextKind;
import io.rustls4j.jsse.session.JsseSession;

/** A handshake as key managers see it. */
record View(
        boolean isClient, Endpoint endpoint, JsseSession session, ConnectionParameters parameters)
        implements HandshakeView {
    static View of(boolean client, ProtocolVersion version, Endpoint endpoint) {
        JsseSession session = JsseSession.none(null, -1);
        session.setProtocol(version);
        return new View(
                client, endpoint, session, ConnectionParameters.defaults(ContextKind.TLS, client));
    }

    static View of(boolean client, ProtocolVersion version) {
        return of(client, version, new Endpoint.OfEngine(SunPeer.unusedEngine()));
    }
}
