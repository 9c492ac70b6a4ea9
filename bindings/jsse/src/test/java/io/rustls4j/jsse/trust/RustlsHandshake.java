package io.rustls4j.jsse.trust;

import io.rustls4j.ClientConfig;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.jsse.handshake.CurrentHandshake;
import io.rustls4j.jsse.handshake.HandshakeView;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** A handshake of rustls with itself, in which one side judges the other. */
final class RustlsHandshake {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int ROOM = 64 * 1024;
    private static final int MAX_ROUNDS = 20;

    private final HandshakeView judge;
    private final TlsConnection client;
    private final TlsConnection server;
    private final ByteBuffer toServer = ByteBuffer.allocate(ROOM).flip();
    private final ByteBuffer toClient = ByteBuffer.allocate(ROOM).flip();

    private RustlsHandshake(HandshakeView judge, TlsConnection client, TlsConnection server) {
        this.judge = judge;
        this.client = client;
        this.server = server;
    }

    /** What the judging side has thrown, if it has. Closes the configurations. */
    static Optional<TlsException> refusal(
            HandshakeView judge, ClientConfig client, ServerConfig server) throws Exception {
        try (TlsConnection ofClient = client.connect(Shown.NAME);
                TlsConnection ofServer = server.accept()) {
            return CurrentHandshake.during(
                    judge, new RustlsHandshake(judge, ofClient, ofServer)::run);
        } finally {
            client.close();
            server.close();
        }
    }

    private Optional<TlsException> run() throws TlsException {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            for (TlsConnection side : List.of(client, server)) {
                try {
                    move(side);
                } catch (TlsException e) {
                    if (side.isClient() != judge.isClient()) {
                        throw e;
                    }
                    return Optional.of(e);
                }
            }
            if (!client.isHandshaking() && !server.isHandshaking()) {
                return Optional.empty();
            }
        }
        throw new AssertionError("a handshake without an end");
    }

    private void move(TlsConnection side) throws TlsException {
        ByteBuffer in = side.isClient() ? toClient : toServer;
        ByteBuffer out = side.isClient() ? toServer : toClient;
        side.unwrap(in, NOTHING);
        out.compact();
        while (side.wantsWrite()) {
            side.wrap(NOTHING, out);
        }
        out.flip();
    }
}
