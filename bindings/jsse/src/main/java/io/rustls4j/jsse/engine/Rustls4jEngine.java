package io.rustls4j.jsse.engine;

import io.rustls4j.jsse.connection.JsseConnection;
import io.rustls4j.jsse.context.ContextState;
import io.rustls4j.jsse.handshake.Endpoint;
import io.rustls4j.jsse.parameters.ClientAuth;
import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.parameters.Protocols;
import io.rustls4j.jsse.parameters.Suites;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BiFunction;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** An engine: the JDK's face on a {@link JsseConnection}, which does all of it. */
public final class Rustls4jEngine extends SSLEngine {
    private final JsseConnection connection;

    /** An engine without a peer to resume with. */
    public Rustls4jEngine(ContextState context) {
        this.connection = new JsseConnection(context, new Endpoint.OfEngine(this), null, -1);
    }

    /** An engine for a peer, which is not looked up. */
    public Rustls4jEngine(ContextState context, @Nullable String host, int port) {
        super(host, port);
        this.connection = new JsseConnection(context, new Endpoint.OfEngine(this), host, port);
    }

    @Override
    public SSLEngineResult wrap(ByteBuffer source, ByteBuffer target) throws SSLException {
        return connection.wrap(source, target);
    }

    @Override
    public SSLEngineResult unwrap(ByteBuffer source, ByteBuffer target) throws SSLException {
        return connection.unwrap(source, target);
    }

    @Override
    public SSLEngineResult wrap(ByteBuffer[] sources, int offset, int length, ByteBuffer target)
            throws SSLException {
        return connection.wrap(sources, offset, length, target);
    }

    @Override
    public SSLEngineResult unwrap(ByteBuffer source, ByteBuffer[] targets, int offset, int length)
            throws SSLException {
        return connection.unwrap(source, targets, offset, length);
    }

    @Override
    public @Nullable Runnable getDelegatedTask() {
        return connection.delegatedTask();
    }

    @Override
    public void closeInbound() throws SSLException {
        connection.closeInbound();
    }

    @Override
    public boolean isInboundDone() {
        return connection.isInboundDone();
    }

    @Override
    public void closeOutbound() {
        connection.closeOutbound();
    }

    @Override
    public boolean isOutboundDone() {
        return connection.isOutboundDone();
    }

    @Override
    public void beginHandshake() throws SSLException {
        connection.beginHandshake();
    }

    @Override
    public HandshakeStatus getHandshakeStatus() {
        return connection.handshakeStatus();
    }

    @Override
    public SSLSession getSession() {
        return connection.currentSession();
    }

    @Override
    public @Nullable SSLSession getHandshakeSession() {
        return connection.handshakeSession();
    }

    @Override
    public @Nullable String getApplicationProtocol() {
        return connection.applicationProtocol();
    }

    @Override
    public @Nullable String getHandshakeApplicationProtocol() {
        return connection.handshakeApplicationProtocol();
    }

    @Override
    public void setUseClientMode(boolean mode) {
        connection.setUseClientMode(mode);
    }

    @Override
    public boolean getUseClientMode() {
        return connection.isClient();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return Suites.supported();
    }

    @Override
    public String[] getSupportedProtocols() {
        return Protocols.supported();
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return parameters().enabledCipherSuites();
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {
        parameters().setEnabledCipherSuites(suites);
    }

    @Override
    public String[] getEnabledProtocols() {
        return parameters().enabledProtocols();
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {
        parameters().setEnabledProtocols(protocols);
    }

    @Override
    public SSLParameters getSSLParameters() {
        return parameters().toSslParameters();
    }

    @Override
    public void setSSLParameters(SSLParameters given) {
        parameters().apply(given);
    }

    @Override
    public void setNeedClientAuth(boolean need) {
        parameters().setClientAuth(need ? ClientAuth.NEED : ClientAuth.NONE);
    }

    @Override
    public boolean getNeedClientAuth() {
        return parameters().clientAuth() == ClientAuth.NEED;
    }

    @Override
    public void setWantClientAuth(boolean want) {
        parameters().setClientAuth(want ? ClientAuth.WANT : ClientAuth.NONE);
    }

    @Override
    public boolean getWantClientAuth() {
        return parameters().clientAuth() == ClientAuth.WANT;
    }

    @Override
    public void setEnableSessionCreation(boolean enable) {
        parameters().setEnableSessionCreation(enable);
    }

    @Override
    public boolean getEnableSessionCreation() {
        return parameters().enableSessionCreation();
    }

    @Override
    public void setHandshakeApplicationProtocolSelector(
            @Nullable BiFunction<SSLEngine, List<String>, String> selector) {
        parameters().setEngineSelector(selector);
    }

    @Override
    public @Nullable BiFunction<SSLEngine, List<String>, String>
            getHandshakeApplicationProtocolSelector() {
        return parameters().engineSelector();
    }

    private ConnectionParameters parameters() {
        return connection.parameters();
    }
}
