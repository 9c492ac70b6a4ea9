package io.rustls4j.cli.server;

import io.rustls4j.ServerConfig;
import io.rustls4j.TlsChannel;
import io.rustls4j.TlsException;
import io.rustls4j.cli.CommandFailure;
import io.rustls4j.cli.Deadline;
import io.rustls4j.cli.Negotiated;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection of a server. */
final class TlsSession {
    private static final System.Logger LOGGER = System.getLogger("io.rustls4j.cli");
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final SocketChannel socket;
    private final ServerConfig config;
    private final ConnectionHandler handler;
    private final ConnectionLog log;
    private final long start = System.nanoTime();
    private volatile @Nullable TlsChannel channelAfterHandshake;
    private volatile @Nullable Thread thread;

    TlsSession(
            SocketChannel socket,
            ServerConfig config,
            ConnectionHandler handler,
            ConnectionLog log) {
        this.socket = socket;
        this.config = config;
        this.handler = handler;
        this.log = log;
    }

    void start(Runnable atEnd) {
        thread =
                Thread.ofVirtual()
                        .name("tls-session")
                        .start(
                                () -> {
                                    try {
                                        run();
                                    } finally {
                                        atEnd.run();
                                    }
                                });
    }

    /**
     * Asks the client to leave. Does not wait, and does not close a connection that has got beyond
     * its handshake: closing meanwhile could overtake the close_notify that another thread has
     * still to write. The client's own goodbye ends the session, or else {@link #awaitEnd}.
     */
    void stop() {
        Thread.ofVirtual().start(this::sayGoodbye);
    }

    /** Waits for the session to end by itself, and ends it if that takes too long. */
    void awaitEnd(Duration limit) {
        Thread running = thread;
        try {
            if (running != null && !running.join(limit)) {
                close(socket);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Optional<SocketAddress> peer = Optional.empty();
        Optional<Negotiated> negotiated = Optional.empty();
        try (SocketChannel transport = socket) {
            peer = Optional.of(transport.getRemoteAddress());
            transport.setOption(StandardSocketOptions.TCP_NODELAY, true);
            try (TlsChannel channel = TlsChannel.server(config, transport)) {
                handshake(channel);
                channelAfterHandshake = channel;
                negotiated = Optional.of(channel.ask(Negotiated::of));
                String done = serve(channel);
                end(channel);
                log.ended(event(peer, negotiated, Optional.of(done), Optional.empty()));
            }
        } catch (IOException | CommandFailure | RuntimeException e) {
            log.ended(event(peer, negotiated, Optional.empty(), Optional.of(e)));
        }
    }

    /** A client that says nothing must not hold a socket for ever. */
    private void handshake(TlsChannel channel) throws IOException, CommandFailure {
        try (Deadline deadline = Deadline.after(HANDSHAKE, socket)) {
            try {
                channel.handshake();
            } catch (TlsException e) {
                drain(socket);
                throw e;
            } catch (IOException e) {
                if (deadline.passed()) {
                    throw CommandFailure.ofConnection(
                            "nothing came for " + HANDSHAKE.toSeconds() + " s", e);
                }
                throw e;
            }
        }
    }

    private String serve(TlsChannel channel) throws IOException {
        try {
            return handler.serve(channel);
        } catch (ClosedChannelException e) {
            // The handler was writing when stop() ended the output: closing now could overtake the
            // close_notify, too.
            drain(channel);
            throw e;
        }
    }

    private void end(TlsChannel channel) {
        try {
            channel.shutdownOutput();
            drain(channel);
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "the client left first", e);
        }
    }

    /**
     * Waits a moment for the client to close: closing first, with its bytes unread, would reset the
     * connection, and the client would lose what it has not received yet, such as the alert that
     * tells it why.
     */
    private void drain(ReadableByteChannel channel) {
        ByteBuffer rest = ByteBuffer.allocate(4096);
        try (Deadline deadline = Deadline.after(LINGER, socket)) {
            while (!deadline.passed() && channel.read(rest) >= 0) {
                rest.clear();
            }
        } catch (IOException e) {
            // How the client leaves is its own affair.
            LOGGER.log(System.Logger.Level.DEBUG, "the client left without a goodbye", e);
        }
    }

    private ConnectionLog.Event event(
            Optional<SocketAddress> peer,
            Optional<Negotiated> negotiated,
            Optional<String> done,
            Optional<Exception> failure) {
        SocketAddress from = peer.orElseGet(() -> InetSocketAddress.createUnresolved("unknown", 0));
        return new ConnectionLog.Event(from, negotiated, done, failure, System.nanoTime() - start);
    }

    private void sayGoodbye() {
        TlsChannel established = channelAfterHandshake;
        if (established == null) {
            close(socket);
            return;
        }
        try {
            established.shutdownOutput();
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "the connection ends already", e);
        }
    }

    private static void close(SocketChannel socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "closing a connection", e);
        }
    }
}
