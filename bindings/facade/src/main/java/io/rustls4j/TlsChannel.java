package io.rustls4j;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A TLS connection over a blocking channel: read and write plaintext, and it does the rest.
 *
 * <p>One thread may read while another writes. Waiting for the transport holds no monitor, so that
 * virtual threads unmount. The first read or write does the handshake; {@link #handshake()} does it
 * by itself.
 */
public final class TlsChannel implements ByteChannel {
    private static final System.Logger LOGGER = System.getLogger("io.rustls4j");
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    private final ByteChannel transport;
    private final TlsConnection connection;

    /** Held around each call of the connection, never while waiting for input. */
    private final ReentrantLock connectionLock = new ReentrantLock();

    /** Held while records go out, so that they leave in the order in which they were made. */
    private final ReentrantLock outgoing = new ReentrantLock();

    /** Held by whoever does the handshake; taken before the two others. */
    private final ReentrantLock handshake = new ReentrantLock();

    /** Held by whoever reads from the transport. */
    private final ReentrantLock incoming = new ReentrantLock();

    private final ByteBuffer received = ByteBuffer.allocate(RecordSize.MAX).flip();
    private final ByteBuffer sending = ByteBuffer.allocate(RecordSize.MAX);
    private volatile boolean open = true;

    private TlsChannel(ByteChannel transport, TlsConnection connection) {
        this.transport = transport;
        this.connection = connection;
    }

    /**
     * The client's side.
     *
     * @param config what the client does
     * @param serverName the DNS name or IP address that the server's certificate must be for
     * @param transport a connected channel in blocking mode; closed with this one, and if this
     *     fails
     * @return a channel that has not done its handshake yet
     * @throws TlsConfigException if the name is neither
     */
    public static TlsChannel client(ClientConfig config, String serverName, ByteChannel transport) {
        return orClose(transport, () -> new TlsChannel(transport, config.connect(serverName)));
    }

    /**
     * The server's side.
     *
     * @param config what the server does
     * @param transport a connected channel in blocking mode; closed with this one, and if this
     *     fails
     * @return a channel that has not done its handshake yet
     */
    public static TlsChannel server(ServerConfig config, ByteChannel transport) {
        return orClose(transport, () -> new TlsChannel(transport, config.accept()));
    }

    /**
     * The server's side, with a configuration chosen by the client's hello, on the engine that
     * {@link TlsEngines#currentKind()} names. Waits for the hello.
     *
     * @param choice the configuration for a hello, or empty to refuse the client with {@link
     *     AlertDescription#UNRECOGNISED_NAME}
     * @param transport a connected channel in blocking mode; closed with this one, and if this
     *     fails
     * @return a channel in the middle of its handshake
     * @throws TlsException if there is no hello, or it is refused
     * @throws IOException if the transport fails
     */
    public static TlsChannel server(
            Function<ClientHello, Optional<ServerConfig>> choice, ByteChannel transport)
            throws IOException {
        return orClose(transport, () -> accept(TlsEngines.currentKind(), choice, transport));
    }

    /**
     * The server's side, with a configuration chosen by the client's hello. Waits for the hello.
     *
     * @param engine the engine of the configurations
     * @param choice the configuration for a hello, or empty to refuse the client with {@link
     *     AlertDescription#UNRECOGNISED_NAME}
     * @param transport a connected channel in blocking mode; closed with this one, and if this
     *     fails
     * @return a channel in the middle of its handshake
     * @throws TlsException if there is no hello, or it is refused
     * @throws IOException if the transport fails
     */
    public static TlsChannel server(
            EngineKind engine,
            Function<ClientHello, Optional<ServerConfig>> choice,
            ByteChannel transport)
            throws IOException {
        return orClose(transport, () -> accept(engine, choice, transport));
    }

    private static TlsChannel accept(
            EngineKind engine,
            Function<ClientHello, Optional<ServerConfig>> choice,
            ByteChannel transport)
            throws IOException {
        ByteBuffer received = ByteBuffer.allocate(RecordSize.MAX).flip();
        try (Acceptor acceptor = Acceptor.create(engine)) {
            TlsConnection connection = AcceptLoop.accept(acceptor, choice, transport, received);
            TlsChannel channel = new TlsChannel(transport, connection);
            channel.received.compact().put(received).flip();
            return channel;
        }
    }

    @FunctionalInterface
    private interface Opening<E extends Exception> {
        TlsChannel open() throws E;
    }

    private static <E extends Exception> TlsChannel orClose(
            ByteChannel transport, Opening<E> opening) throws E {
        try {
            return opening.open();
        } catch (Exception e) {
            closeAfter(transport, e);
            throw e;
        }
    }

    /**
     * Asks the connection what was negotiated, or has it refresh its keys: {@code
     * channel.ask(TlsConnection::alpnProtocol)}. Nobody reads or writes meanwhile; a reader that
     * waits for the transport is not waited for. Moving bytes through the connection behind this
     * channel's back breaks both.
     *
     * @param <T> the kind of answer
     * @param question called once, now, on this thread; not to keep the connection
     * @return its answer
     * @throws IllegalStateException if this channel is closed, or from a callback of the connection
     */
    public <T extends @Nullable Object> T ask(
            Function<? super TlsConnection, ? extends T> question) {
        return exclusively(question::apply);
    }

    /**
     * Does the handshake, if it is not done yet.
     *
     * @throws TlsException if it fails; the peer has been told
     * @throws IOException if the transport fails
     */
    public void handshake() throws IOException {
        checkOpen();
        if (holds(TlsConnection::isHandshaking)) {
            doHandshake();
        }
    }

    /** Whoever comes second finds it done, and never waits for a reader that waits for the peer. */
    private void doHandshake() throws IOException {
        handshake.lock();
        try {
            flush();
            if (holds(TlsConnection::isHandshaking)) {
                receiveHandshake();
            }
            flush();
        } finally {
            handshake.unlock();
        }
    }

    private void receiveHandshake() throws IOException {
        incoming.lock();
        try {
            while (holds(TlsConnection::isHandshaking)) {
                // No plaintext can come before the handshake is done, so that none is lost here.
                // The handshake's end and the peer's goodbye may come at once.
                if (step(EMPTY) == TransferStatus.CLOSED && holds(TlsConnection::isHandshaking)) {
                    throw new TruncatedException(
                            "the peer closed the connection during the handshake");
                }
            }
        } finally {
            incoming.unlock();
        }
    }

    /**
     * Reads plaintext; waits until there is some.
     *
     * @param target where it goes
     * @return the number of bytes, or -1 after the peer's close_notify; 0 only if the target is
     *     full
     * @throws TruncatedException if the transport ends without a close_notify
     * @throws TlsException if the connection fails; the peer has been told
     * @throws IOException if the transport fails
     */
    @Override
    public int read(ByteBuffer target) throws IOException {
        handshake();
        if (!target.hasRemaining()) {
            return 0;
        }
        incoming.lock();
        try {
            int start = target.position();
            while (target.position() == start) {
                if (step(target) == TransferStatus.CLOSED && target.position() == start) {
                    return -1;
                }
            }
            return target.position() - start;
        } finally {
            incoming.unlock();
        }
    }

    /**
     * Writes all of the plaintext.
     *
     * @param source what to write
     * @return the number of bytes, which is all there were
     * @throws ClosedChannelException after {@link #shutdownOutput()}
     * @throws TlsException if the connection fails, or has failed for a reader
     * @throws IOException if the transport fails
     */
    @Override
    public int write(ByteBuffer source) throws IOException {
        handshake();
        int length = source.remaining();
        send(source);
        return length;
    }

    /**
     * Sends a close_notify and keeps reading possible.
     *
     * @throws IOException if the transport fails
     */
    public void shutdownOutput() throws IOException {
        checkOpen();
        use(
                held -> {
                    held.sendCloseNotify();
                    return held;
                });
        flush();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /**
     * Sends a close_notify, if the transport still takes it, and closes the transport. Does not
     * wait for the peer's. Closing twice does nothing.
     *
     * @throws IOException if the transport cannot be closed
     */
    @Override
    public void close() throws IOException {
        if (!open) {
            return;
        }
        // A writer that waits for the transport holds the lock: closing must not wait for it in
        // turn. And from a callback nothing can be sent.
        boolean canSend = !connectionLock.isHeldByCurrentThread() && outgoing.tryLock();
        try {
            if (canSend) {
                sayGoodbye();
            }
        } finally {
            open = false;
            if (canSend) {
                outgoing.unlock();
            }
            closeBoth();
        }
    }

    private void closeBoth() throws IOException {
        try {
            transport.close();
        } finally {
            connection.close();
        }
    }

    private void sayGoodbye() {
        try {
            shutdownOutput();
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "the close_notify could not be sent", e);
        }
    }

    /** Takes what is there; where that is nothing, waits for more. */
    private TransferStatus step(ByteBuffer target) throws IOException {
        int room = target.remaining();
        TransferStatus status;
        try {
            status = use(held -> held.unwrap(received, target));
        } catch (TlsException e) {
            tellPeer(e);
            throw e;
        }
        flush();
        boolean gotNothing = target.remaining() == room && !received.hasRemaining();
        boolean wantsMore = target.hasRemaining() || holds(TlsConnection::isHandshaking);
        if (status == TransferStatus.OK && gotNothing && wantsMore) {
            receive();
        }
        return status;
    }

    private void receive() throws IOException {
        received.clear();
        int count;
        try {
            count = transport.read(received);
        } finally {
            received.flip();
        }
        if (count < 0) {
            use(
                    held -> {
                        held.endOfInput();
                        return held;
                    });
        }
    }

    /**
     * Whoever is sending takes along what is queued meanwhile, so nobody waits for that: a reader
     * that did could wait for a peer that waits for it.
     */
    private void flush() throws IOException {
        while (holds(TlsConnection::wantsWrite) && outgoing.tryLock()) {
            try {
                sendInTurn(EMPTY);
            } finally {
                outgoing.unlock();
            }
        }
    }

    private void send(ByteBuffer source) throws IOException {
        outgoing.lock();
        try {
            sendInTurn(source);
        } finally {
            outgoing.unlock();
        }
        flush();
    }

    private void sendInTurn(ByteBuffer source) throws IOException {
        do {
            sending.clear();
            use(held -> held.wrap(source, sending));
            sending.flip();
            while (sending.hasRemaining()) {
                transport.write(sending);
            }
        } while (source.hasRemaining() || holds(TlsConnection::wantsWrite));
    }

    /** The alert is queued; if it cannot be sent, the reason for it is still the news. */
    private void tellPeer(TlsException reason) {
        try {
            flush();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private interface Use<T extends @Nullable Object, E extends Exception> {
        T on(TlsConnection connection) throws E;
    }

    private boolean holds(Use<Boolean, TlsException> question) throws IOException {
        return use(question);
    }

    /**
     * The connection refuses what a closed channel, or one whose output is shut down, must refuse.
     */
    private <T> T use(Use<T, TlsException> call) throws IOException {
        return exclusively(
                held -> {
                    try {
                        return call.on(held);
                    } catch (IllegalStateException e) {
                        ClosedChannelException closed = new ClosedChannelException();
                        closed.initCause(e);
                        throw closed;
                    }
                });
    }

    private <T extends @Nullable Object, E extends Exception> T exclusively(Use<T, E> call)
            throws E {
        if (connectionLock.isHeldByCurrentThread()) {
            throw new IllegalStateException(
                    "a callback of the connection cannot use the channel that waits for it");
        }
        connectionLock.lock();
        try {
            return call.on(connection);
        } finally {
            connectionLock.unlock();
        }
    }

    private void checkOpen() throws ClosedChannelException {
        if (!open) {
            throw new ClosedChannelException();
        }
    }

    private static void closeAfter(ByteChannel transport, Exception reason) {
        try {
            transport.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
