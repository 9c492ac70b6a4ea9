package io.rustls4j.peers;

import io.rustls4j.ServerConfig;
import io.rustls4j.TlsChannel;
import io.rustls4j.testkit.Loopback;
import io.rustls4j.testkit.Program;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Our server on loopback, which says the same to everybody and remembers who came. */
final class OurServer implements AutoCloseable {
    private final ServerSocketChannel listener;
    private final ServerConfig config;
    private final Conversation conversation;
    private final BlockingQueue<Visit> visits = new LinkedBlockingQueue<>();

    private OurServer(
            ServerSocketChannel listener, ServerConfig config, Conversation conversation) {
        this.listener = listener;
        this.config = config;
        this.conversation = conversation;
    }

    /** Starts it; the configuration is closed with it. */
    static OurServer start(ServerConfig config, Conversation conversation) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(Loopback.ADDRESS, 0));
        OurServer server = new OurServer(listener, config, conversation);
        Thread.ofVirtual().name("our server").start(server::acceptAll);
        return server;
    }

    int port() throws IOException {
        return ((InetSocketAddress) listener.getLocalAddress()).getPort();
    }

    /**
     * The next connection that has ended; programs are asked for what they printed if there is
     * none.
     */
    Visit awaitVisit(Program client) throws InterruptedException {
        Visit visit = visits.poll(30, TimeUnit.SECONDS);
        if (visit == null) {
            throw new AssertionError("nobody came to our server; the client is " + client);
        }
        return visit;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        config.close();
    }

    private void acceptAll() {
        try {
            while (true) {
                SocketChannel socket = listener.accept();
                Thread.ofVirtual().name("our server's visitor").start(() -> serve(socket));
            }
        } catch (ClosedChannelException e) {
            // The test is over.
        } catch (IOException e) {
            throw new AssertionError("our server cannot accept", e);
        }
    }

    private void serve(SocketChannel socket) {
        TlsChannel channel = TlsChannel.server(config, socket);
        Optional<IOException> failure = talk(channel);
        Visit visit = channel.ask(connection -> Visit.of(connection, failure));
        try {
            channel.close();
        } catch (IOException e) {
            // The peer may have gone first, which is its right.
        } finally {
            visits.add(visit);
        }
    }

    private Optional<IOException> talk(TlsChannel channel) {
        try {
            channel.handshake();
            conversation.talk(channel);
            channel.shutdownOutput();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }
}
