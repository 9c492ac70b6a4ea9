package io.rustls4j.jsse.trust;

import io.rustls4j.CipherSuite;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.parameters.ContextKind;
import io.rustls4j.jsse.session.JsseSession;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;

/** Sessions in the making, as far as a handshake has come when the peer shows its certificate. */
final class Sessions {
    private Sessions() {}

    static JsseSession handshaking(ProtocolVersion version) throws SSLHandshakeException {
        JsseSession session = JsseSession.none(Shown.NAME, 443);
        session.setProtocol(version);
        session.setCipherSuite(
                version == ProtocolVersion.TLSV1_3
                        ? CipherSuite.TLS13_AES_128_GCM_SHA256
                        : CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256);
        session.setLocalSignatureSchemes(offered());
        return session;
    }

    /** What a connection offers of which nothing was said. */
    static List<SignatureScheme> offered() throws SSLHandshakeException {
        return ConnectionParameters.defaults(ContextKind.TLS, true).offer().schemes();
    }
}
