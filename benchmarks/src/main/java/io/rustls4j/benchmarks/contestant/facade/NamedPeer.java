package io.rustls4j.benchmarks.contestant.facade;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;

/**
 * As much of an engine as a trust manager looks at: the peer's name, and whether it is to be
 * checked. The facade's own verifiers check names by themselves; only a trust manager of the JDK
 * needs an engine for that.
 */
final class NamedPeer extends SSLEngine {
    private final boolean checkName;
    private final SSLSession session;

    NamedPeer(String name, boolean checkName) {
        super(name, -1);
        this.checkName = checkName;
        this.session = session(name);
    }

    @Override
    public SSLSession getHandshakeSession() {
        return session;
    }

    @Override
    public SSLParameters getSSLParameters() {
        SSLParameters parameters = new SSLParameters();
        if (checkName) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        return parameters;
    }

    private static SSLSession session(String name) {
        InvocationHandler answers =
                (Object proxy, Method method, Object[] arguments) ->
                        switch (method.getName()) {
                            case "getPeerHost" -> name;
                            case "getProtocol" -> "TLSv1.3";
                            default -> throw new UnsupportedOperationException(method.getName());
                        };
        return (SSLSession)
                Proxy.newProxyInstance(
                        NamedPeer.class.getClassLoader(),
                        new Class<?>[] {SSLSession.class},
                        answers);
    }

    @Override
    public SSLSession getSession() {
        return session;
    }

    @Override
    public boolean getUseClientMode() {
        return checkName;
    }

    @Override
    public SSLEngineResult wrap(ByteBuffer[] from, int offset, int length, ByteBuffer to) {
        throw noConnection();
    }

    @Override
    public SSLEngineResult unwrap(ByteBuffer from, ByteBuffer[] to, int offset, int length) {
        throw noConnection();
    }

    @Override
    public Runnable getDelegatedTask() {
        throw noConnection();
    }

    @Override
    public void closeInbound() {
        throw noConnection();
    }

    @Override
    public boolean isInboundDone() {
        throw noConnection();
    }

    @Override
    public void closeOutbound() {
        throw noConnection();
    }

    @Override
    public boolean isOutboundDone() {
        throw noConnection();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        throw noConnection();
    }

    @Override
    public String[] getEnabledCipherSuites() {
        throw noConnection();
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {
        throw noConnection();
    }

    @Override
    public String[] getSupportedProtocols() {
        throw noConnection();
    }

    @Override
    public String[] getEnabledProtocols() {
        throw noConnection();
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {
        throw noConnection();
    }

    @Override
    public void beginHandshake() {
        throw noConnection();
    }

    @Override
    public SSLEngineResult.HandshakeStatus getHandshakeStatus() {
        throw noConnection();
    }

    @Override
    public void setUseClientMode(boolean mode) {
        throw noConnection();
    }

    @Override
    public void setNeedClientAuth(boolean need) {
        throw noConnection();
    }

    @Override
    public boolean getNeedClientAuth() {
        throw noConnection();
    }

    @Override
    public void setWantClientAuth(boolean want) {
        throw noConnection();
    }

    @Override
    public boolean getWantClientAuth() {
        throw noConnection();
    }

    @Override
    public void setEnableSessionCreation(boolean flag) {
        throw noConnection();
    }

    @Override
    public boolean getEnableSessionCreation() {
        throw noConnection();
    }

    private static UnsupportedOperationException noConnection() {
        return new UnsupportedOperationException("there is only a name here, and no connection");
    }
}
