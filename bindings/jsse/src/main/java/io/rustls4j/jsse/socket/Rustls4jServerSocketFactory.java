package io.rustls4j.jsse.socket;

import io.rustls4j.jsse.context.ContextState;
import io.rustls4j.jsse.parameters.Suites;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes the server sockets of one SSLContext. */
public final class Rustls4jServerSocketFactory extends SSLServerSocketFactory {
    /** What java.net.ServerSocket takes where nothing is said. */
    private static final int DEFAULT_BACKLOG = 50;

    private final ContextState context;

    public Rustls4jServerSocketFactory(ContextState context) {
        this.context = context;
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new Rustls4jServerSocket(context);
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return createServerSocket(port, DEFAULT_BACKLOG);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return createServerSocket(port, backlog, null);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, @Nullable InetAddress address)
            throws IOException {
        return new Rustls4jServerSocket(context, port, backlog, address);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return context.newParameters(false).enabledCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return Suites.supported();
    }
}
