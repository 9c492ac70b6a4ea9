package io.rustls4j.jsse.trust;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * A manager that knows nothing of connections, with the checks that SunJSSE makes after it: the
 * peer's identity, and the algorithms of the chain.
 */
final class WrappedTrustManager extends X509ExtendedTrustManager {
    private final X509TrustManager manager;

    WrappedTrustManager(X509TrustManager manager) {
        this.manager = manager;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        manager.checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        manager.checkClientTrusted(chain, authType);
        if (socket instanceof SSLSocket tls && tls.isConnected()) {
            if (identifies(tls.getSSLParameters())) {
                PinnedPeer.of(chain[0])
                        .checkClientTrusted(PinnedPeer.chain(chain[0]), authType, tls);
            }
            checkAlgorithms(chain, tls.getSSLParameters(), tls.getHandshakeSession());
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        manager.checkClientTrusted(chain, authType);
        if (identifies(engine.getSSLParameters())) {
            PinnedPeer.of(chain[0])
                    .checkClientTrusted(PinnedPeer.chain(chain[0]), authType, engine);
        }
        checkAlgorithms(chain, engine.getSSLParameters(), engine.getHandshakeSession());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        manager.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        manager.checkServerTrusted(chain, authType);
        if (socket instanceof SSLSocket tls && tls.isConnected()) {
            if (identifies(tls.getSSLParameters())) {
                PinnedPeer.of(chain[0])
                        .checkServerTrusted(PinnedPeer.chain(chain[0]), authType, tls);
            }
            checkAlgorithms(chain, tls.getSSLParameters(), tls.getHandshakeSession());
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        manager.checkServerTrusted(chain, authType);
        if (identifies(engine.getSSLParameters())) {
            PinnedPeer.of(chain[0])
                    .checkServerTrusted(PinnedPeer.chain(chain[0]), authType, engine);
        }
        checkAlgorithms(chain, engine.getSSLParameters(), engine.getHandshakeSession());
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return manager.getAcceptedIssuers();
    }

    private static boolean identifies(SSLParameters parameters) {
        String algorithm = parameters.getEndpointIdentificationAlgorithm();
        return algorithm != null && !algorithm.isEmpty();
    }

    private void checkAlgorithms(
            X509Certificate[] chain, SSLParameters parameters, SSLSession session)
            throws CertificateException {
        new ChainAlgorithms(parameters.getAlgorithmConstraints(), session)
                .check(chain, manager.getAcceptedIssuers());
    }
}
