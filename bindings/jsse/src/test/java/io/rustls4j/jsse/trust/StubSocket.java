package io.rustls4j.jsse.trust;

import java.io.InputStream;
import java.io.OutputStream;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** As much of a connected socket as trust managers read. */
final class StubSocket extends SSLSocket {
    private final SSLSession session;
    private SSLParameters parameters;

    StubSocket(SSLSession session, SSLParameters parameters) {
        this.session = session;
        this.parameters = parameters;
    }

    @Override
    public boolean isConnected() {
        return true;
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
    public InputStream getInputStream() {
        throw unread();
    }

    @Override
    public OutputStream getOutputStream() {
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
    public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {
        throw unread();
    }

    @Override
    public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {
        throw unread();
    }

    @Override
    public void startHandshake() {
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
