package io.rustls4j.jsse.trust;

import java.security.Principal;
import java.security.cert.Certificate;
import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSessionContext;
import org.jspecify.annotations.Nullable;

/** As much of a session as trust managers read: peer, protocol and offered signatures. */
final class StubSession extends ExtendedSSLSession {
    private static final String[] SIGNATURES = {
        "SHA256withECDSA",
        "SHA384withECDSA",
        "SHA512withECDSA",
        "Ed25519",
        "RSASSA-PSS",
        "SHA256withRSA",
        "SHA384withRSA",
        "SHA512withRSA"
    };

    private final @Nullable String peerHost;
    private final List<SNIServerName> serverNames;

    StubSession(@Nullable String peerHost, List<SNIServerName> serverNames) {
        this.peerHost = peerHost;
        this.serverNames = serverNames;
    }

    @Override
    public String[] getLocalSupportedSignatureAlgorithms() {
        return SIGNATURES.clone();
    }

    @Override
    public String[] getPeerSupportedSignatureAlgorithms() {
        return SIGNATURES.clone();
    }

    @Override
    public List<SNIServerName> getRequestedServerNames() {
        return serverNames;
    }

    @Override
    public List<byte[]> getStatusResponses() {
        return List.of();
    }

    @Override
    public String getProtocol() {
        return "TLSv1.3";
    }

    @Override
    public String getCipherSuite() {
        return "TLS_AES_128_GCM_SHA256";
    }

    @Override
    public @Nullable String getPeerHost() {
        return peerHost;
    }

    @Override
    public int getPeerPort() {
        return 443;
    }

    @Override
    public Certificate[] getPeerCertificates() throws SSLPeerUnverifiedException {
        throw new SSLPeerUnverifiedException("peer not authenticated");
    }

    @Override
    public Principal getPeerPrincipal() throws SSLPeerUnverifiedException {
        throw new SSLPeerUnverifiedException("peer not authenticated");
    }

    @Override
    public Certificate @Nullable [] getLocalCertificates() {
        return null;
    }

    @Override
    public @Nullable Principal getLocalPrincipal() {
        return null;
    }

    @Override
    public byte[] getId() {
        throw unread();
    }

    @Override
    public SSLSessionContext getSessionContext() {
        throw unread();
    }

    @Override
    public long getCreationTime() {
        throw unread();
    }

    @Override
    public long getLastAccessedTime() {
        throw unread();
    }

    @Override
    public void invalidate() {
        throw unread();
    }

    @Override
    public boolean isValid() {
        throw unread();
    }

    @Override
    public void putValue(String name, Object value) {
        throw unread();
    }

    @Override
    public Object getValue(String name) {
        throw unread();
    }

    @Override
    public void removeValue(String name) {
        throw unread();
    }

    @Override
    public String[] getValueNames() {
        throw unread();
    }

    @Override
    public int getPacketBufferSize() {
        throw unread();
    }

    @Override
    public int getApplicationBufferSize() {
        throw unread();
    }

    private static UnsupportedOperationException unread() {
        return new UnsupportedOperationException("no trust manager reads this");
    }
}
