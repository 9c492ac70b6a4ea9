package io.rustls4j.tcnative.netty;

import io.netty.util.ReferenceCountUtil;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;

/** Two engines in memory, one buffer each way. */
final class EnginePair implements AutoCloseable {
    private static final int ROUNDS = 20;
    private static final int ROOM = 1 << 16;

    private final SSLEngine client;
    private final SSLEngine server;
    private final ByteBuffer toServer = ByteBuffer.allocateDirect(ROOM);
    private final ByteBuffer toClient = ByteBuffer.allocateDirect(ROOM);

    EnginePair(SSLEngine client, SSLEngine server) {
        this.client = client;
        this.server = server;
    }

    SSLEngine client() {
        return client;
    }

    SSLEngine server() {
        return server;
    }

    /** Handshakes; gives the tickets that come after it time to arrive. */
    EnginePair handshake() throws SSLException {
        client.beginHandshake();
        server.beginHandshake();
        exchange();
        return this;
    }

    /** Lets each side say what it has to say, and the other hear it. */
    void exchange() throws SSLException {
        for (int i = 0; i < ROUNDS; i++) {
            pump(client, toServer, toClient);
            pump(server, toClient, toServer);
        }
    }

    /** Lets a side hear what the other one has said, if that has failed meanwhile. */
    void hear(SSLEngine engine) throws SSLException {
        if (engine == client) {
            pump(client, toServer, toClient);
        } else {
            pump(server, toClient, toServer);
        }
    }

    private static void pump(SSLEngine engine, ByteBuffer out, ByteBuffer in) throws SSLException {
        runTasks(engine);
        SSLEngineResult result;
        do {
            result = engine.wrap(ByteBuffer.allocate(0), out);
            runTasks(engine);
        } while (result.bytesProduced() > 0);
        ByteBuffer plaintext = ByteBuffer.allocate(ROOM);
        in.flip();
        do {
            result = engine.unwrap(in, plaintext);
            runTasks(engine);
        } while (result.bytesConsumed() > 0);
        in.compact();
    }

    private static void runTasks(SSLEngine engine) {
        Runnable task;
        while ((task = engine.getDelegatedTask()) != null) {
            task.run();
        }
    }

    /** Sends a text and returns what arrives. */
    static String send(SSLEngine from, SSLEngine to, String text) throws SSLException {
        ByteBuffer plaintext = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        ByteBuffer received = ByteBuffer.allocate(plaintext.remaining() + ROOM);
        while (plaintext.hasRemaining()) {
            ByteBuffer records = ByteBuffer.allocate(ROOM);
            from.wrap(plaintext, records);
            records.flip();
            while (records.hasRemaining()) {
                if (to.unwrap(records, received).bytesConsumed() == 0) {
                    throw new SSLException("nothing is read of " + records);
                }
            }
        }
        received.flip();
        return StandardCharsets.UTF_8.decode(received).toString();
    }

    @Override
    public void close() {
        ReferenceCountUtil.release(client);
        ReferenceCountUtil.release(server);
    }
}
