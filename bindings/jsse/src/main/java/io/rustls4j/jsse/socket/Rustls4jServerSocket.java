package io.rustls4j.jsse.socket;

import io.rustls4j.jsse.context.ContextState;
import io.rustls4j.jsse.parameters.ClientAuth;
import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.parameters.Protocols;
import io.rustls4j.jsse.parameters.Suites;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/** Accepts connections, and gives each a copy of what it is set to do itself. */
final class Rustls4jServerSocket extends SSLServerSocket {
    private final ReentrantLock lock = new ReentrantLock();
    private final ContextState context;
    private final ConnectionParameters parameters;
    private boolean client;

    Rustls4jServerSocket(ContextState context) throws IOException {
        this.context = context;
        this.parameters = context.newParameters(false);
    }

    Rustls4jServerSocket(ContextState context, int port, int backlog, @Nullable InetAddress address)
            throws IOException {
        super(port, backlog, address);
        this.context = context;
        this.parameters = context.newParameters(false);
    }

    /** Shakes no hands: a slow peer must keep nobody but its own socket waiting. */
    @Override
    public Socket accept() throws IOException {
        Socket tcp = super.accept();
        try {
            lock.lock();
            try {
                return Rustls4jSocket.accepted(context, parameters.copy(), client, tcp);
            } finally {
                lock.unlock();
            }
        } catch (IOException | RuntimeException e) {
            tcp.close();
            throw e;
        }
    }

    @Override
    public void setUseClientMode(boolean mode) {
        lock.lock();
        try {
            if (client != mode) {
                client = mode;
                parameters.setClient(mode);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean getUseClientMode() {
        lock.lock();
        try {
            return client;
        } finally {
            lock.unlock();
        }
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
        return ask(ConnectionParameters::enabledCipherSuites);
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {
        change(p -> p.setEnabledCipherSuites(suites));
    }

    @Override
    public String[] getEnabledProtocols() {
        return ask(ConnectionParameters::enabledProtocols);
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {
        change(p -> p.setEnabledProtocols(protocols));
    }

    @Override
    public SSLParameters getSSLParameters() {
        return ask(ConnectionParameters::toSslParameters);
    }

    @Override
    public void setSSLParameters(SSLParameters given) {
        change(p -> p.apply(given));
    }

    @Override
    public void setNeedClientAuth(boolean need) {
        change(p -> p.setClientAuth(need ? ClientAuth.NEED : ClientAuth.NONE));
    }

    @Override
    public boolean getNeedClientAuth() {
        return ask(ConnectionParameters::clientAuth) == ClientAuth.NEED;
    }

    @Override
    public void setWantClientAuth(boolean want) {
        change(p -> p.setClientAuth(want ? ClientAuth.WANT : ClientAuth.NONE));
    }

    @Override
    public boolean getWantClientAuth() {
        return ask(ConnectionParameters::clientAuth) == ClientAuth.WANT;
    }

    @Override
    public void setEnableSessionCreation(boolean enable) {
        change(p -> p.setEnableSessionCreation(enable));
    }

    @Override
    public boolean getEnableSessionCreation() {
        return ask(ConnectionParameters::enableSessionCreation);
    }

    @Override
    public String toString() {
        return "[SSL: " + super.toString() + "]";
    }

    private void change(Consumer<ConnectionParameters> change) {
        lock.lock();
        try {
            change.accept(parameters);
        } finally {
            lock.unlock();
        }
    }

    private <T> T ask(Function<ConnectionParameters, T> question) {
        lock.lock();
        try {
            return question.apply(parameters);
        } finally {
            lock.unlock();
        }
    }
}
