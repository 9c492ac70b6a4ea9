package io.rustls4j.jsse.context;

import io.rustls4j.jsse.engine.Rustls4jEngine;
import io.rustls4j.jsse.keys.KeyChoice;
import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.parameters.ContextKind;
import io.rustls4j.jsse.parameters.Protocols;
import io.rustls4j.jsse.parameters.Suites;
import io.rustls4j.jsse.socket.Rustls4jServerSocketFactory;
import io.rustls4j.jsse.socket.Rustls4jSocketFactory;
import io.rustls4j.jsse.trust.PeerTrust;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** An SSLContext on rustls. */
public class Rustls4jContext extends SSLContextSpi {
    private final ContextKind kind;
    private volatile @Nullable ContextState state;

    public Rustls4jContext(ContextKind kind) {
        this.kind = kind;
    }

    /** rustls has its own source of random numbers, so {@code random} is not used. */
    @Override
    protected void engineInit(
            KeyManager @Nullable [] keyManagers,
            TrustManager @Nullable [] trustManagers,
            @Nullable SecureRandom random)
            throws KeyManagementException {
        state =
                new ContextState(
                        kind,
                        PeerTrust.of(Managers.trust(trustManagers)),
                        KeyChoice.of(Managers.keys(keyManagers)));
    }

    private ContextState state() {
        ContextState known = state;
        if (known == null) {
            throw new IllegalStateException("SSLContext is not initialized");
        }
        return known;
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
        return new Rustls4jSocketFactory(state());
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
        return new Rustls4jServerSocketFactory(state());
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
        return new Rustls4jEngine(state());
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
        return new Rustls4jEngine(state(), host, port);
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
        return state().serverSessions();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
        return state().clientSessions();
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
        return state().newParameters(true).toSslParameters();
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
        ConnectionParameters parameters = state().newParameters(true);
        parameters.setEnabledProtocols(Protocols.supported());
        parameters.setEnabledCipherSuites(Suites.supported());
        return parameters.toSslParameters();
    }
}
