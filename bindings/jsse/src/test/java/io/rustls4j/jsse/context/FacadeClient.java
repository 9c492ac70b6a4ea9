package io.rustls4j.jsse.context;

import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.TlsConnection;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/** A client that is no JSSE, and so tells more; it trusts everybody. */
final class FacadeClient implements AutoCloseable {
    private static final int ROOM = 1 << 16;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final ClientConfig config =
            ClientConfig.builder(EngineKind.RUSTLS)
                    .serverVerifier(ServerCertVerifier.dangerous().custom(shown -> {}))
                    .build();

    /** Shakes hands, and takes what the server sends by itself; to be closed by the caller. */
    TlsConnection shakeHands(SSLEngine server) throws Exception {
        TlsConnection client = config.connect("server.example");
        server.setUseClientMode(false);
        server.beginHandshake();
        ByteBuffer toServer = ByteBuffer.allocate(ROOM);
        ByteBuffer toClient = ByteBuffer.allocate(ROOM);
        boolean moves = true;
        while (moves) {
            client.wrap(NOTHING, toServer);
            boolean task = runTask(server);
            server.wrap(NOTHING, toClient);
            moves = task || toServer.position() + toClient.position() > 0;
            toServer.flip();
            if (toServer.hasRemaining() && !task) {
                server.unwrap(toServer, ByteBuffer.allocate(ROOM));
            }
            toServer.compact();
            toClient.flip();
            while (toClient.hasRemaining()) {
                client.unwrap(toClient, ByteBuffer.allocate(ROOM));
            }
            toClient.clear();
        }
        return client;
    }

    private static boolean runTask(SSLEngine server) {
        if (server.getHandshakeStatus() != HandshakeStatus.NEED_TASK) {
            return false;
        }
        server.getDelegatedTask().run();
        return true;
    }

    @Override
    public void close() {
        config.close();
    }
}
