package io.rustls4j.jsse.oracle;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Writes down what a trust manager is shown, and lets another one decide. */
final class WatchingTrustManager extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager decides;
    private final List<String> seen;

    WatchingTrustManager(X509ExtendedTrustManager decides, List<String> seen) {
        this.decides = decides;
        this.seen = seen;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        note("client", chain, authType, engine);
        decides.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        note("server", chain, authType, engine);
        decides.checkServerTrusted(chain, authType, engine);
    }

    private void note(String whose, X509Certificate[] chain, String authType, SSLEngine engine) {
        ExtendedSSLSession session = (ExtendedSSLSession) engine.getHandshakeSession();
        seen.add(whose + " of " + chain.length + " as " + authType);
        seen.add("client mode " + engine.getUseClientMode());
        seen.add("protocol " + session.getProtocol());
        seen.add("suite " + session.getCipherSuite());
        seen.add("valid " + session.isValid());
        seen.add("peer " + session.getPeerHost() + ":" + session.getPeerPort());
        seen.add("names " + session.getRequestedServerNames());
        seen.add("local " + (session.getLocalCertificates() == null ? "none" : "some"));
        seen.add("peer certificates " + Outcome.of(() -> session.getPeerCertificates().length));
        seen.add("supports " + (session.getLocalSupportedSignatureAlgorithms().length > 0));
        seen.add("responses " + session.getStatusResponses());
        if (whose.equals("client") || !session.getProtocol().equals("TLSv1.3")) {
            // With TLS 1.3, rustls tells a client only when it has judged the server.
            seen.add("application protocol " + engine.getHandshakeApplicationProtocol());
            seen.add("application protocol in the end " + engine.getApplicationProtocol());
        }
        if (whose.equals("client")) {
            // A client on rustls learns this when rustls has judged the server, not before.
            seen.add("knows " + (session.getPeerSupportedSignatureAlgorithms().length > 0));
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
        throw new AssertionError("asked for a socket");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
        throw new AssertionError("asked for a socket");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {
        throw new AssertionError("asked without an engine");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {
        throw new AssertionError("asked without an engine");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return decides.getAcceptedIssuers();
    }
}
