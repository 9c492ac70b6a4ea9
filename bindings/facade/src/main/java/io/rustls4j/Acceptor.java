package io.rustls4j;

import io.rustls4j.engine.AcceptorPeer;
import io.rustls4j.engine.Engines;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Reads a client's hello before there is a configuration (rustls's {@code Acceptor}), so that the
 * server can choose one by it. For one thread at a time.
 *
 * <p>Feed what the client sends to {@link #read}; when {@link #accept()} returns something, choose
 * a configuration and turn it into a connection, or refuse the client.
 */
public final class Acceptor implements AutoCloseable {
    private final EngineKind engine;
    private final AcceptorPeer peer;
    private boolean accepted;

    private Acceptor(EngineKind engine, AcceptorPeer peer) {
        this.engine = engine;
        this.peer = peer;
    }

    /**
     * Starts on the current engine.
     *
     * @return an acceptor, which the caller closes
     */
    public static Acceptor create() {
        return create(Engines.current().kind());
    }

    /**
     * Starts on one engine.
     *
     * @param engine which engine; configurations must be of the same
     * @return an acceptor, which the caller closes
     * @throws EngineUnavailableException if it cannot run here
     */
    public static Acceptor create(EngineKind engine) {
        return new Acceptor(engine, Engines.get(engine).newAcceptor());
    }

    /**
     * Takes bytes from the client ({@code rustls_acceptor_read_tls}). What follows a hello that
     * {@link #accept()} refuses is taken and ignored.
     *
     * @param ciphertext what was received; its position moves by what was taken, which may be less
     *     than all of it: call {@link #accept()} before the rest
     * @throws IllegalStateException after {@link #accept()} has returned a hello, after close, or,
     *     with rustls, if nothing can be taken before {@link #accept()} has looked at what is here
     */
    public void read(ByteBuffer ciphertext) {
        if (accepted) {
            throw new IllegalStateException(
                    "the hello is complete; feed the connection that is made from it");
        }
        peer.read(ciphertext);
    }

    /**
     * Looks whether the hello is complete ({@code rustls_acceptor_accept}).
     *
     * @return the accepted hello, once; empty if more bytes are needed
     * @throws TlsException if what came is not a hello; {@link #pendingAlert()} has what to tell
     *     the client
     * @throws IllegalStateException after it has returned a hello, or after close
     */
    public Optional<Accepted> accept() throws TlsException {
        if (accepted) {
            throw new IllegalStateException("the hello was handed out already");
        }
        Optional<ClientHello> hello = peer.accept();
        accepted = hello.isPresent();
        return hello.map(clientHello -> new Accepted(engine, peer, clientHello));
    }

    /**
     * After a failure of {@link #accept()} or {@link Accepted#intoConnection}: the record with the
     * alert to send.
     *
     * @return its bytes; empty if there is none
     */
    public byte[] pendingAlert() {
        return peer.pendingAlert();
    }

    /** Gives the memory back. A connection made from it goes on. Closing twice does nothing. */
    @Override
    public void close() {
        peer.close();
    }
}
