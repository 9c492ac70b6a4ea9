package io.rustls4j.cli.server;

import io.rustls4j.ServerConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accepts TLS connections, each on a virtual thread, until it is closed. */
public final class TlsListener implements AutoCloseable {
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ServerSocketChannel socket;
    private final ServerConfig config;
    private final ConnectionHandler handler;
    private final ConnectionLog log;
    private final Set<TlsSession> sessions = ConcurrentHashMap.newKeySet();

    private TlsListener(
            ServerSocketChannel socket,
            ServerConfig config,
            ConnectionHandler handler,
            ConnectionLog log) {
        this.socket = socket;
        this.config = config;
        this.handler = handler;
        this.log = log;
    }

    /**
     * Takes a port.
     *
     * @param address where to listen; port 0 takes any that is free
     * @param config what the server does; stays the caller's
     * @param handler what is done with connections
     * @param log who is told of them
     * @return a listener that does not accept yet
     * @throws IOException if the address cannot be used
     */
    public static TlsListener bind(
            InetSocketAddress address,
            ServerConfig config,
            ConnectionHandler handler,
            ConnectionLog log)
            throws IOException {
        ServerSocketChannel socket = ServerSocketChannel.open();
        try {
            socket.bind(address, 128);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
        return new TlsListener(socket, config, handler, log);
    }

    /**
     * Where it listens.
     *
     * @return the address with the port that was taken
     * @throws IOException if it is closed
     */
    public InetSocketAddress address() throws IOException {
        return (InetSocketAddress) socket.getLocalAddress();
    }

    /** Accepts until this is closed, or the thread is interrupted. */
    public void serve() {
        // Not on this thread: an interrupt that meets accept() loses the connection that was just
        // accepted.
        Thread acceptor = Thread.ofVirtual().name("accept").start(this::accept);
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops accepting, says goodbye on every connection, and waits a moment for them to end. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            log.note("the listening socket does not close: " + e.getMessage());
        }
        // An interrupt is one way to end serve(); the farewells are owed nevertheless.
        boolean interrupted = Thread.interrupted();
        sessions.forEach(TlsSession::stop);
        long end = System.nanoTime() + FAREWELL.toNanos();
        for (TlsSession session : sessions) {
            session.awaitEnd(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (socket.isOpen()) {
            try {
                start(socket.accept());
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                log.note("cannot accept a connection: " + e.getMessage());
                pause();
            }
        }
    }

    private void start(SocketChannel accepted) {
        TlsSession session = new TlsSession(accepted, config, handler, log);
        sessions.add(session);
        session.start(() -> sessions.remove(session));
        if (!socket.isOpen()) {
            session.stop();
        }
    }

    /** Running out of file descriptors must not become a busy loop. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
