package io.rustls4j.jsse.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/** A client and a server with nothing but buffers between them. */
public final class EnginePair {
    /** The server's name. */
    public static final String NAME = Identity.NAME;

    private static final int CAPACITY = 20_000;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int PATIENCE = 200;

    public final SSLEngine client;
    public final SSLEngine server;

    private final ByteBuffer toServer = ByteBuffer.allocate(CAPACITY);
    private final ByteBuffer toClient = ByteBuffer.allocate(CAPACITY);
    private final ByteBuffer plaintext = ByteBuffer.allocate(CAPACITY);
    private final ByteBuffer record = ByteBuffer.allocate(CAPACITY);

    /** What happens to what is on its way, with the number of the flight. */
    private UnaryOperator<byte[]> onTheWay = UnaryOperator.identity();

    EnginePair(SSLContext clientContext, SSLContext serverContext, String protocol) {
        this(clientContext.createSSLEngine(NAME, 443), serverContext.createSSLEngine(), protocol);
    }

    /** Of two new engines; the client's is for the server's name. */
    public EnginePair(SSLEngine newClient, SSLEngine newServer, String protocol) {
        client = newClient;
        client.setUseClientMode(true);
        SSLParameters parameters = client.getSSLParameters();
        parameters.setProtocols(new String[] {protocol});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        client.setSSLParameters(parameters);
        server = newServer;
        server.setUseClientMode(false);
    }

    void changeWhatIsOnItsWay(UnaryOperator<byte[]> change) {
        onTheWay = change;
    }

    /** Shakes hands, and delivers what follows by itself, such as tickets. */
    public void handshake() throws SSLException {
        client.beginHandshake();
        server.beginHandshake();
        boolean clientDone = false;
        boolean serverDone = false;
        for (int i = 0; i < PATIENCE; i++) {
            clientDone |= step(client, toClient, toServer);
            serverDone |= step(server, toServer, toClient);
            if (clientDone && serverDone && toServer.position() == 0 && toClient.position() == 0) {
                return;
            }
        }
        throw new SSLException("the handshake does not come to an end");
    }

    /** Whether each side waits for bytes of the other: nothing is left to do but to give up. */
    boolean isWaiting() {
        return client.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP
                && server.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP;
    }

    private boolean step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
        return switch (engine.getHandshakeStatus()) {
            case NEED_TASK -> {
                for (Runnable task = engine.getDelegatedTask();
                        task != null;
                        task = engine.getDelegatedTask()) {
                    task.run();
                }
                yield false;
            }
            case NEED_WRAP -> isFinished(wrap(engine, out));
            default -> in.position() > 0 && isFinished(unwrap(engine, in));
        };
    }

    private SSLEngineResult wrap(SSLEngine engine, ByteBuffer out) throws SSLException {
        SSLEngineResult result = engine.wrap(NOTHING, record.clear());
        byte[] bytes = new byte[record.position()];
        record.get(0, bytes);
        out.put(onTheWay.apply(bytes));
        return result;
    }

    private SSLEngineResult unwrap(SSLEngine engine, ByteBuffer in) throws SSLException {
        in.flip();
        try {
            return engine.unwrap(in, plaintext.clear());
        } finally {
            in.compact();
        }
    }

    private static boolean isFinished(SSLEngineResult result) {
        return result.getHandshakeStatus() == HandshakeStatus.FINISHED;
    }

    /** Sends a message each way and reads it. */
    public List<String> exchange(String fromClient, String fromServer) throws SSLException {
        List<String> received = new ArrayList<>();
        received.add(send(client, server, fromClient));
        received.add(send(server, client, fromServer));
        return received;
    }

    private String send(SSLEngine from, SSLEngine to, String message) throws SSLException {
        from.wrap(ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8)), record.clear());
        to.unwrap(record.flip(), plaintext.clear());
        return StandardCharsets.UTF_8.decode(plaintext.flip()).toString();
    }

    /** Ends both directions, as the JDK's own documentation of engines has it. */
    public void close() throws SSLException {
        client.closeOutbound();
        client.wrap(NOTHING, record.clear());
        server.unwrap(record.flip(), plaintext.clear());
        server.closeOutbound();
        server.wrap(NOTHING, record.clear());
        client.unwrap(record.flip(), plaintext.clear());
    }
}
