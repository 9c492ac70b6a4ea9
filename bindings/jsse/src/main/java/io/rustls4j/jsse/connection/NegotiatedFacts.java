package io.rustls4j.jsse.connection;

import io.rustls4j.CipherSuite;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.TlsConnection;
import io.rustls4j.jsse.session.JsseSession;
import java.util.Optional;

/** Notes in a session what rustls has negotiated. */
final class NegotiatedFacts {
    private NegotiatedFacts() {}

    static void record(TlsConnection tls, JsseSession session) {
        Optional<ProtocolVersion> version = tls.protocolVersion();
        if (version.isPresent()) {
            session.setProtocol(version.get());
        }
        Optional<CipherSuite> suite = tls.negotiatedCipherSuite();
        if (suite.isPresent()) {
            session.setCipherSuite(suite.get());
        }
    }
}
