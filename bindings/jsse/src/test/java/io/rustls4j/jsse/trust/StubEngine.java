package io.rustls4j.jsse.trust;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;

/** As much of an engine as trust managers read: its parameters and its handshake's session. */
final class StubEngine extends SSLEngine {
    private final SSLSession session;
    private SSLParameters parameters;

    StubEngine(SSLSession session, SSLParameters parameters) {
        this.session = session;
        this.parameters = parameters;
    }

    @Override
    public SSLSession getHandshakeSession() {
        return session;
    }

    @Override
    public SSLParameters getSSLParameters() {
        return parameters;
    }

    @Override
    public void setSSLParameters(SSLParameters changed) {
        parameters = changed;
    }

    @Override
    public SSLSession getSession() {
        throw unread();
    }

    @Override
    public SSLEngineResult wrap(ByteBuffer[] srcs, int offset, int length, ByteBuffer dst) {
        throw unread();
    }

    @Override
    public SSLEngineResult unwrap(ByteBuffer src, ByteBuffer[] dsts, int offset, int length) {
        throw unread();
    }

    @Override
    public Runnable getDelegatedTask() {
        throw unread();
    }

    @Override
    public void closeInbound() {
        throw unread();
    }

    @Override
    public boolean isInboundDone() {
        throw unread();
    }

    @Override
    public void closeOutbound() {
        throw unread();
    }

    @Override
    public boolean isOutboundDone() {
        throw unread();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        throw unread();
    }

    @Override
    public String[] getEnabledCipherSuites() {
        throw unread();
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {
        throw unread();
    }

    @Override
    public String[] getSupportedProtocols() {
        throw unread();
    }

    @Override
    public String[] getEnabledProtocols() {
        throw unread();
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {
        throw unread();
    }

    @Override
    public void beginHandshake() {
        throw unread();
    }

    @Override
    public SSLEngineResult.HandshakeStatus getHandshakeStatus() {
        throw unread();
    }

    @Override
    public void setUseClientMode(boolean mode) {
        throw unread();
    }

    @Override
    public boolean getUseClientMode() {
        throw unread();
    }

    @Override
    public void setNeedClientAuth(boolean need) {
        throw unread();
    }

    @Override
    public boolean getNeedClientAuth() {
        throw unread();
    }

    @Override
    public void setWantClientAuth(boolean want) {
        throw unread();
    }

    @Override
    public boolean getWantClientAuth() {
        throw unread();
    }

    @Override
    public void setEnableSessionCreation(boolean flag) {
        throw unread();
    }

    @Override
    public boolean getEnableSessionCreation() {
        throw unread();
    }

    private static UnsupportedOperationException unread() {
        return new UnsupportedOperationException("no trust manager reads this");
    }
}
