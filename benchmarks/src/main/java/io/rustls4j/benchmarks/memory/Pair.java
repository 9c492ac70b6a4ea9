package io.rustls4j.benchmarks.memory;

import io.rustls4j.benchmarks.contestant.Connection;
import io.rustls4j.benchmarks.contestant.Stack;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A client, a server, and the bytes between them. */
public final class Pair {
    /** More round trips than any handshake has. */
    private static final int MAX_ROUNDS = 100;

    private final Connection client;
    private final Connection server;
    private final Buffers buffers;
    private final Tap tap;

    private Pair(Connection client, Connection server, Buffers buffers, Tap tap) {
        this.client = client;
        this.server = server;
        this.buffers = buffers;
        this.tap = tap;
    }

    /** Makes connections that have done nothing yet. */
    public static Pair of(Stack stack, Buffers buffers) throws IOException {
        return of(stack, buffers, Tap.NONE);
    }

    /** The same, with somebody who listens to what the server sends. */
    public static Pair of(Stack stack, Buffers buffers, Tap tap) throws IOException {
        buffers.clear();
        return new Pair(stack.client(), stack.server(), buffers, tap);
    }

    /** Does the handshake, to the last byte that either side sends without being asked. */
    public void handshake() throws IOException {
        for (int round = 0; client.isHandshaking() || server.isHandshaking(); round++) {
            if (round > MAX_ROUNDS) {
                throw new IOException(
                        "no end to the handshake: client "
                                + (client.isHandshaking() ? "waits" : "is done")
                                + ", server "
                                + (server.isHandshaking() ? "waits" : "is done"));
            }
            exchange();
        }
        exchange();
    }

    /** Sends a message from the client to the server; it is rewound first. */
    public void toServer(ByteBuffer message) throws IOException {
        send(client, message, buffers.toServer, server);
    }

    /** Sends a message from the server to the client; it is rewound first. */
    public void toClient(ByteBuffer message) throws IOException {
        send(server, message, buffers.toClient, client);
    }

    /** What the last message was, on the other side. */
    public ByteBuffer received() {
        return buffers.received.duplicate().flip();
    }

    /** Both sides say goodbye, and their memory is given back. */
    public void close() throws IOException {
        client.sendClose();
        server.sendClose();
        exchange();
        free();
    }

    /** Gives memory back without a word to the other side. */
    public void free() {
        client.free();
        server.free();
    }

    private void exchange() throws IOException {
        flush(client, buffers.toServer);
        deliver(buffers.toServer, server);
        flush(server, buffers.toClient);
        tap.serverSent(buffers.toClient);
        deliver(buffers.toClient, client);
    }

    private void flush(Connection from, ByteBuffer wire) throws IOException {
        while (from.wantsWrite()) {
            from.wrap(buffers.nothing, wire);
        }
    }

    /** What an engine does not take, since it has to answer first, stays for the next time. */
    private void deliver(ByteBuffer wire, Connection to) throws IOException {
        wire.flip();
        buffers.received.clear();
        int before;
        do {
            before = wire.remaining();
            if (before > 0) {
                to.unwrap(wire, buffers.received);
            }
        } while (wire.remaining() < before);
        wire.compact();
    }

    private void send(Connection from, ByteBuffer message, ByteBuffer wire, Connection to)
            throws IOException {
        message.rewind();
        wire.clear();
        do {
            from.wrap(message, wire);
        } while (message.hasRemaining());
        wire.flip();
        buffers.received.clear();
        while (buffers.received.position() < message.limit()) {
            int before = wire.remaining() - buffers.received.position();
            to.unwrap(wire, buffers.received);
            if (wire.remaining() - buffers.received.position() == before) {
                throw new IOException(
                        "only "
                                + buffers.received.position()
                                + " bytes of "
                                + message.limit()
                                + " have arrived");
            }
        }
        wire.clear();
    }
}
