package io.rustls4j.jsse.socket;

import io.rustls4j.jsse.context.ContextState;
import io.rustls4j.jsse.parameters.Suites;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes the sockets of one SSLContext. */
public final class Rustls4jSocketFactory extends SSLSocketFactory {
    private final ContextState context;

    public Rustls4jSocketFactory(ContextState context) {
        this.context = context;
    }

    @Override
    public Socket createSocket() {
        return Rustls4jSocket.unconnected(context);
    }

    @Override
    public Socket createSocket(@Nullable String host, int port) throws IOException {
        return connect(host, address(host, port), null);
    }

    @Override
    public Socket createSocket(
            @Nullable String host, int port, @Nullable InetAddress localAddress, int localPort)
            throws IOException {
        return connect(host, address(host, port), new InetSocketAddress(localAddress, localPort));
    }

    @Override
    public Socket createSocket(@Nullable InetAddress address, int port) throws IOException {
        return connect(null, new InetSocketAddress(address, port), null);
    }

    @Override
    public Socket createSocket(
            @Nullable InetAddress address,
            int port,
            @Nullable InetAddress localAddress,
            int localPort)
            throws IOException {
        return connect(
                null,
                new InetSocketAddress(address, port),
                new InetSocketAddress(localAddress, localPort));
    }

    @Override
    public Socket createSocket(Socket below, @Nullable String host, int port, boolean autoClose)
            throws IOException {
        return Rustls4jSocket.layered(context, below, host, port, autoClose);
    }

    @Override
    public Socket createSocket(Socket below, @Nullable InputStream consumed, boolean autoClose)
            throws IOException {
        return Rustls4jSocket.layered(context, below, consumed, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return context.newParameters(true).enabledCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return Suites.supported();
    }

    private static InetSocketAddress address(@Nullable String host, int port) throws IOException {
        // java.net.Socket takes no name for this machine, too.
        return host != null
                ? new InetSocketAddress(host, port)
                : new InetSocketAddress(InetAddress.getByName(null), port);
    }

    private Socket connect(
            @Nullable String host, InetSocketAddress peer, @Nullable InetSocketAddress local)
            throws IOException {
        Rustls4jSocket socket = Rustls4jSocket.unconnected(context);
        try {
            if (local != null) {
                socket.bind(local);
            }
            socket.connect(peer, 0, host);
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }
}
