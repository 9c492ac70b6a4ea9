package io.rustls4j.jdk;

import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Passes the peer's chain to a verifier. As an extended trust manager it is the only one that
 * decides: JSSE adds no checks of its own.
 */
final class PeerTrustManager extends X509ExtendedTrustManager {
    private final ChainVerifier verifier;
    private final List<X509Certificate> hints;

    /**
     * Makes one for all connections of a configuration.
     *
     * @param verifier what decides
     * @param hints whose subjects a server names to its clients
     */
    PeerTrustManager(ChainVerifier verifier, List<X509Certificate> hints) {
        this.verifier = verifier;
        this.hints = hints;
    }

    @Override
    public void checkServerTrusted(
            X509Certificate[] chain, String authType, @Nullable SSLEngine engine)
            throws CertificateException {
        check(chain, ocspResponse(engine));
    }

    @Override
    public void checkClientTrusted(
            X509Certificate[] chain, String authType, @Nullable SSLEngine engine)
            throws CertificateException {
        check(chain, Optional.empty());
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return hints.toArray(X509Certificate[]::new);
    }

    private void check(X509Certificate[] chain, Optional<byte[]> ocspResponse)
            throws CertificateException {
        HandshakeState state = HandshakeState.current();
        List<X509Certificate> certificates = List.of(chain);
        state.peerChain(certificates);
        state.ocspResponse(ocspResponse);
        try {
            verifier.verify(new ChainVerifier.Shown(certificates, ocspResponse, Instant.now()));
        } catch (CertificateErrorException e) {
            throw refuse(state, e);
        } catch (Throwable e) {
            throw refuse(
                    state,
                    new CertificateErrorException(
                            CertificateError.OTHER, "the verifier failed: " + e, e));
        }
    }

    private static CertificateException refuse(
            HandshakeState state, CertificateErrorException reason) {
        state.refuse(new Refusal.Certificate(reason));
        return CertificateAlerts.exceptionFor(reason);
    }

    private static Optional<byte[]> ocspResponse(@Nullable SSLEngine engine) {
        return engine != null && engine.getHandshakeSession() instanceof ExtendedSSLSession session
                ? session.getStatusResponses().stream()
                        .findFirst()
                        .filter(response -> response.length > 0)
                : Optional.empty();
    }

    @Override
    public void checkClientTrusted(
            X509Certificate[] chain, String authType, @Nullable Socket socket)
            throws CertificateException {
        check(chain, Optional.empty());
    }

    @Override
    public void checkServerTrusted(
            X509Certificate[] chain, String authType, @Nullable Socket socket)
            throws CertificateException {
        check(chain, Optional.empty());
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        check(chain, Optional.empty());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        check(chain, Optional.empty());
    }
}
