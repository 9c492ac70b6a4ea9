package io.rustls4j.benchmarks.contestant.facade;

import io.rustls4j.CertificateDer;
import io.rustls4j.ClientCertVerifier;
import io.rustls4j.ServerCertVerifier;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Asks a trust manager the way a JSSE provider does: certificates parsed, name check asked for. */
final class TrustManagerCheck {
    private static final String AUTH_TYPE = "UNKNOWN";

    private final X509ExtendedTrustManager manager;

    TrustManagerCheck(X509ExtendedTrustManager manager) {
        this.manager = manager;
    }

    void server(ServerCertVerifier.Presented presented) throws CertificateException {
        SSLEngine peer = new NamedPeer(presented.serverName(), true);
        manager.checkServerTrusted(parse(presented.chain()), AUTH_TYPE, peer);
    }

    void client(ClientCertVerifier.Presented presented) throws CertificateException {
        SSLEngine peer = new NamedPeer("", false);
        manager.checkClientTrusted(parse(presented.chain()), AUTH_TYPE, peer);
    }

    private static X509Certificate[] parse(List<CertificateDer> chain) throws CertificateException {
        X509Certificate[] parsed = new X509Certificate[chain.size()];
        for (int i = 0; i < parsed.length; i++) {
            parsed[i] = chain.get(i).toX509();
        }
        return parsed;
    }
}
