package io.rustls4j.jsse.socket;

import io.rustls4j.jsse.connection.JsseConnection;
import io.rustls4j.jsse.context.ContextState;
import io.rustls4j.jsse.handshake.Endpoint;
import io.rustls4j.jsse.parameters.ClientAuth;
import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.parameters.Protocols;
import io.rustls4j.jsse.parameters.Suites;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** What a socket is set to do when it shakes hands. */
abstract class ConfiguredSocket extends DelegatingSocket {
    private final ReentrantLock lock = new ReentrantLock();
    private final JsseConnection connection;

    ConfiguredSocket(
            ContextState context,
            ConnectionParameters parameters,
            boolean client,
            Socket tcp,
            boolean layered) {
        super(tcp, layered);
        this.connection =
                new JsseConnection(context, new Endpoint.OfSocket(this), parameters, client);
    }

    final JsseConnection connection() {
        return connection;
    }

    @Override
    public final void setUseClientMode(boolean mode) {
        change(parameters -> connection.setUseClientMode(mode));
    }

    @Override
    public final boolean getUseClientMode() {
        return connection.isClient();
    }

    @Override
    public final String[] getSupportedCipherSuites() {
        return Suites.supported();
    }

    @Override
    public final String[] getSupportedProtocols() {
        return Protocols.supported();
    }

    @Override
    public final String[] getEnabledCipherSuites() {
        return ask(ConnectionParameters::enabledCipherSuites);
    }

    @Override
    public final void setEnabledCipherSuites(String[] suites) {
        change(parameters -> parameters.setEnabledCipherSuites(suites));
    }

    @Override
    public final String[] getEnabledProtocols() {
        return ask(ConnectionParameters::enabledProtocols);
    }

    @Override
    public final void setEnabledProtocols(String[] protocols) {
        change(parameters -> parameters.setEnabledProtocols(protocols));
    }

    @Override
    public final SSLParameters getSSLParameters() {
        return ask(ConnectionParameters::toSslParameters);
    }

    @Override
    public final void setSSLParameters(SSLParameters given) {
        change(parameters -> parameters.apply(given));
    }

    @Override
    public final void setNeedClientAuth(boolean need) {
        change(p -> p.setClientAuth(need ? ClientAuth.NEED : ClientAuth.NONE));
    }

    @Override
    public final boolean getNeedClientAuth() {
        return ask(ConnectionParameters::clientAuth) == ClientAuth.NEED;
    }

    @Override
    public final void setWantClientAuth(boolean want) {
        change(p -> p.setClientAuth(want ? ClientAuth.WANT : ClientAuth.NONE));
    }

    @Override
    public final boolean getWantClientAuth() {
        return ask(ConnectionParameters::clientAuth) == ClientAuth.WANT;
    }

    @Override
    public final void setEnableSessionCreation(boolean enable) {
        change(parameters -> parameters.setEnableSessionCreation(enable));
    }

    @Override
    public final boolean getEnableSessionCreation() {
        return ask(ConnectionParameters::enableSessionCreation);
    }

    @Override
    public final void setHandshakeApplicationProtocolSelector(
            @Nullable BiFunction<SSLSocket, List<String>, String> selector) {
        change(parameters -> parameters.setSocketSelector(selector));
    }

    @Override
    public final @Nullable BiFunction<SSLSocket, List<String>, String>
            getHandshakeApplicationProtocolSelector() {
        lock.lock();
        try {
            return connection.parameters().socketSelector();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final @Nullable String getApplicationProtocol() {
        return connection.applicationProtocol();
    }

    @Override
    public final @Nullable String getHandshakeApplicationProtocol() {
        return connection.handshakeApplicationProtocol();
    }

    private void change(Consumer<ConnectionParameters> change) {
        lock.lock();
        try {
            change.accept(connection.parameters());
        } finally {
            lock.unlock();
        }
    }

    private <T> T ask(Function<ConnectionParameters, T> question) {
        lock.lock();
        try {
            return question.apply(connection.parameters());
        } finally {
            lock.unlock();
        }
    }
}
