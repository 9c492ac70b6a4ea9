package io.rustls4j.jsse.socket;

import io.rustls4j.jsse.context.ContextState;
import io.rustls4j.jsse.parameters.ConnectionParameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Objects;
import javax.net.ssl.HandshakeCompletedEvent;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** A socket: TLS on a TCP connection, which is its own or was given to it. */
final class Rustls4jSocket extends ConfiguredSocket {
    private static final System.Logger LOG = System.getLogger("io.rustls4j.jsse");

    private final Transport transport;
    private final boolean layered;
    private final Link link;
    private final Handshaking handshaking;
    private final Closure closure;
    private final InputStream input;
    private final OutputStream output;
    private final HandshakeListeners listeners = new HandshakeListeners();

    private Rustls4jSocket(
            ContextState context,
            ConnectionParameters parameters,
            boolean client,
            Transport transport,
            boolean layered) {
        super(context, parameters, client, transport.socket(), layered);
        this.transport = transport;
        this.layered = layered;
        this.link = new Link(connection(), transport);
        this.handshaking = new Handshaking(link, this::handshakeCompleted);
        this.closure = new Closure(link);
        this.input = new PlaintextInput(link, handshaking, closure);
        this.output = new PlaintextOutput(link, handshaking, closure);
    }

    /** A client that is not connected yet. */
    static Rustls4jSocket unconnected(ContextState context) {
        return new Rustls4jSocket(
                context,
                context.newParameters(true),
                true,
                new Transport(new Socket(), true),
                false);
    }

    /** A socket on a connection that a server socket has accepted. */
    static Rustls4jSocket accepted(
            ContextState context, ConnectionParameters parameters, boolean client, Socket tcp)
            throws IOException {
        Rustls4jSocket made =
                new Rustls4jSocket(context, parameters, client, new Transport(tcp, true), false);
        made.connected(null, tcp.getPort(), null);
        return made;
    }

    /** A client on somebody's connection. */
    static Rustls4jSocket layered(
            ContextState context, Socket below, @Nullable String host, int port, boolean autoClose)
            throws IOException {
        Rustls4jSocket made = layered(context, true, below, autoClose);
        made.connected(host, port, null);
        return made;
    }

    /** A server on somebody's connection, of which some bytes have been read already. */
    static Rustls4jSocket layered(
            ContextState context, Socket below, @Nullable InputStream consumed, boolean autoClose)
            throws IOException {
        Rustls4jSocket made = layered(context, false, below, autoClose);
        made.connected(null, below.getPort(), consumed);
        return made;
    }

    private static Rustls4jSocket layered(
            ContextState context, boolean client, Socket below, boolean autoClose)
            throws SocketException {
        Objects.requireNonNull(below, "the existing socket cannot be null");
        if (!below.isConnected()) {
            throw new SocketException("Underlying socket is not connected");
        }
        return new Rustls4jSocket(
                context,
                context.newParameters(client),
                client,
                new Transport(below, autoClose),
                true);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
        connect(endpoint, timeoutMillis, null);
    }

    /** Connects to a peer whose name the caller knows. */
    void connect(SocketAddress endpoint, int timeoutMillis, @Nullable String host)
            throws IOException {
        if (layered) {
            throw new SocketException("Already connected");
        }
        if (!(endpoint instanceof InetSocketAddress)) {
            throw new SocketException("Cannot handle non-Inet socket addresses.");
        }
        transport.socket().connect(endpoint, timeoutMillis);
        connected(host, getPort(), null);
    }

    private void connected(@Nullable String host, int port, @Nullable InputStream consumed)
            throws IOException {
        connection().setPeer(host == null || host.isEmpty() ? nameOfAddress() : host, port);
        transport.connected(consumed);
    }

    /** The name that the address was made from, or its digits. Nothing is looked up. */
    private @Nullable String nameOfAddress() {
        InetAddress address = getInetAddress();
        return address == null ? null : new InetSocketAddress(address, 0).getHostString();
    }

    @Override
    public void startHandshake() throws IOException {
        handshaking.start();
    }

    private void handshakeCompleted() {
        listeners.tell(new HandshakeCompletedEvent(this, connection().currentSession()));
    }

    @Override
    public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {
        listeners.remove(listener);
    }

    /** Shakes hands first; if that fails, the session is one of no connection at all. */
    @Override
    public SSLSession getSession() {
        try {
            if (transport.isConnected()) {
                handshaking.ensureDoneAtOnce();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "no session without a handshake", e);
        }
        return connection().currentSession();
    }

    @Override
    public @Nullable SSLSession getHandshakeSession() {
        return connection().handshakeSession();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        requireOpen();
        if (connection().isInboundDone()) {
            throw new SocketException("Socket input is already shutdown");
        }
        return input;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        requireOpen();
        if (connection().isOutboundDone()) {
            throw new SocketException("Socket output is already shutdown");
        }
        return output;
    }

    private void requireOpen() throws SocketException {
        if (isClosed()) {
            throw new SocketException("Socket is closed");
        }
        if (!transport.isConnected()) {
            throw new SocketException("Socket is not connected");
        }
    }

    @Override
    public void shutdownInput() throws IOException {
        closure.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        closure.shutdownOutput();
    }

    @Override
    public boolean isInputShutdown() {
        return closure.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return closure.isOutputShutdown();
    }

    @Override
    public void close() {
        closure.close();
    }

    @Override
    public boolean isClosed() {
        return link.isClosed();
    }

    @Override
    public String toString() {
        return "SSLSocket[hostname="
                + connection().peerHost()
                + ", port="
                + getPort()
                + ", "
                + connection().currentSession()
                + "]";
    }
}
