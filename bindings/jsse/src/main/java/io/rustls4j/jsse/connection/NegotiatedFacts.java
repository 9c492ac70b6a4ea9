package io.rustls4j.jsse.connection;

import io.rustls4j.TlsConnection;
import io.rustls4j.jsse.session.JsseSession;

/** Notes in a session what rustls has negotiated. */
final class NegotiatedFacts {
    private NegotiatedFacts() {}

    static void record(TlsConnection tls, JsseSession session) {
        tls.protocolVersion().ifPresent(session::setProtocol);
        tls.negotiatedCipherSuite().ifPresent(session::setCipherSuite);
    }
}
