package io.rustls4j.jsse.trust;

import io.rustls4j.CertificateDer;
import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.ClientCertVerifier;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.jsse.handshake.CurrentHandshake;
import io.rustls4j.jsse.handshake.Endpoint;
import io.rustls4j.jsse.handshake.HandshakeView;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Puts what a peer has shown to a manager, with the arguments that SunJSSE gives. The session has
 * no peer certificates yet when the manager is asked, as with SunJSSE.
 */
final class ManagerCheck {
    private final X509ExtendedTrustManager manager;

    ManagerCheck(X509ExtendedTrustManager manager) {
        this.manager = manager;
    }

    /** For rustls, which would take a server. */
    void checkServer(ServerCertVerifier.Presented presented) throws CertificateErrorException {
        CurrentHandshake.get().managerJudges();
        judgeServer(presented.chain(), presented.ocspResponse());
    }

    /** For rustls, which would take a client. */
    void checkClient(ClientCertVerifier.Presented presented) throws CertificateErrorException {
        CurrentHandshake.get().managerJudges();
        judgeClient(presented.chain());
    }

    void judgeServer(List<CertificateDer> presented, Optional<byte[]> ocspResponse)
            throws CertificateErrorException {
        HandshakeView view = CurrentHandshake.get();
        requireHello(view);
        X509Certificate[] chain = parse(presented);
        if (ocspResponse.isPresent()) {
            view.session().setStatusResponses(List.of(ocspResponse.get()));
        }
        boolean tls13 = view.session().getProtocol().equals("TLSv1.3");
        String authType =
                tls13 ? AuthType.UNKNOWN : AuthType.ofSuite(view.session().getCipherSuite());
        try {
            switch (view.endpoint()) {
                case Endpoint.OfEngine(var engine) ->
                        manager.checkServerTrusted(chain, authType, engine);
                case Endpoint.OfSocket(var socket) ->
                        manager.checkServerTrusted(chain, authType, socket);
            }
        } catch (CertificateException e) {
            throw Refusal.ofServer(e, tls13);
        }
    }

    void judgeClient(List<CertificateDer> presented) throws CertificateErrorException {
        HandshakeView view = CurrentHandshake.get();
        X509Certificate[] chain = parse(presented);
        String authType = AuthType.ofKey(chain[0].getPublicKey());
        try {
            switch (view.endpoint()) {
                case Endpoint.OfEngine(var engine) ->
                        manager.checkClientTrusted(chain, authType, engine);
                case Endpoint.OfSocket(var socket) ->
                        manager.checkClientTrusted(chain, authType, socket);
            }
        } catch (CertificateException e) {
            throw Refusal.ofClient(e);
        }
    }

    /** The JDK's managers check less where the session does not tell what was negotiated. */
    private static void requireHello(HandshakeView view) {
        if (!view.session().isNegotiated()) {
            throw new IllegalStateException(
                    "the server has shown certificates, but nothing was read of its hello");
        }
    }

    private static X509Certificate[] parse(List<CertificateDer> presented)
            throws CertificateErrorException {
        try {
            X509Certificate[] chain = new X509Certificate[presented.size()];
            for (int i = 0; i < chain.length; i++) {
                chain[i] = presented.get(i).toX509();
            }
            return chain;
        } catch (CertificateException e) {
            throw new CertificateErrorException(
                    CertificateError.BAD_ENCODING,
                    "a certificate of the peer cannot be parsed: " + e.getMessage(),
                    e);
        }
    }
}
