package io.rustls4j.jsse.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/** Two engines that speak with each other, and what was seen of them. */
final class Table {
    private static final int ENOUGH_STEPS = 1000;

    private final Setting setting;
    private final Cast cast;
    private final List<String> notes;
    private final SSLContext clientContext;
    private final SSLContext serverContext;
    private final Seat client;
    private final Seat server;

    Table(Setting setting, Cast cast) throws Exception {
        this(
                setting,
                cast,
                new ArrayList<>(),
                Contexts.of(
                        setting.client().provider(),
                        cast.clientKey(),
                        cast.clientTrusts(),
                        cast.trust()),
                Contexts.of(
                        setting.server().provider(),
                        cast.serverKey(),
                        cast.serverTrusts(),
                        cast.trust()));
    }

    private Table(
            Setting setting,
            Cast cast,
            List<String> notes,
            SSLContext clientContext,
            SSLContext serverContext) {
        this.setting = setting;
        this.cast = cast;
        this.notes = notes;
        this.clientContext = clientContext;
        this.serverContext = serverContext;
        SSLEngine clientEngine = newEngine(true);
        clientEngine.setUseClientMode(true);
        clientEngine.setEnabledProtocols(new String[] {setting.protocol()});
        cast.client().accept(clientEngine);
        SSLEngine serverEngine = newEngine(false);
        serverEngine.setUseClientMode(false);
        serverEngine.setEnabledProtocols(new String[] {setting.protocol()});
        cast.server().accept(serverEngine);
        client = new Seat("client", clientEngine);
        server = new Seat("server", serverEngine);
        client.meet(server);
        server.meet(client);
    }

    /** Another connection of the same contexts, whose notes come after these. */
    Table again() {
        return new Table(setting, cast, notes, clientContext, serverContext);
    }

    /** An engine on which nothing was set yet. */
    SSLEngine newEngine(boolean ofClient) {
        if (!ofClient) {
            return serverContext.createSSLEngine();
        }
        return cast.host() == null
                ? clientContext.createSSLEngine()
                : clientContext.createSSLEngine(cast.host(), 443);
    }

    Setting setting() {
        return setting;
    }

    Seat client() {
        return client;
    }

    Seat server() {
        return server;
    }

    List<Seat> seats() {
        return List.of(client, server);
    }

    SSLContext clientContext() {
        return clientContext;
    }

    void note(String what, Callable<?> call) {
        notes.add(what + ": " + Outcome.of(call));
    }

    void noteAction(String what, Outcome.Action action) {
        notes.add(what + ": " + Outcome.ofAction(action));
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Lets both sides talk until neither has anything to say or to take. */
    void talk() {
        for (int step = 0; step < ENOUGH_STEPS; step++) {
            boolean clientWent = client.step();
            boolean serverWent = server.step();
            if (!clientWent && !serverWent) {
                return;
            }
        }
        throw new AssertionError("the two sides do not stop talking");
    }

    /** A handshake that must work. */
    void handshake() throws SSLException {
        client.engine().beginHandshake();
        talk();
        assertThat(client.failure()).as("client").isNull();
        assertThat(server.failure()).as("server").isNull();
        assertThat(client.finishedBy()).as("client is done").isNotNull();
        assertThat(server.finishedBy()).as("server is done").isNotNull();
    }

    /** A handshake, and plaintext to the client, behind the tickets: its session. */
    SSLSession connect() throws SSLException {
        handshake();
        exchange(server, client, new byte[] {1, 2, 3});
        return client.engine().getSession();
    }

    /** A handshake that may fail, and how it ended. */
    void noteHandshake() throws SSLException {
        client.engine().beginHandshake();
        talk();
        notes.add("client " + client.ending());
        notes.add("server " + server.ending());
    }

    /** Where both engines stand. */
    void noteState(String when) {
        noteState(when + ", client", client.engine());
        noteState(when + ", server", server.engine());
    }

    void noteState(String whose, SSLEngine engine) {
        note(whose + " status", engine::getHandshakeStatus);
        note(whose + " inbound done", engine::isInboundDone);
        note(whose + " outbound done", engine::isOutboundDone);
    }

    /** What an engine still does that has no more to do. */
    void noteEnd(Seat seat) {
        SSLEngine engine = seat.engine();
        ByteBuffer empty = ByteBuffer.allocate(0);
        note("wrap at the end", () -> engine.wrap(empty, room()));
        note("wrap data at the end", () -> engine.wrap(ByteBuffer.allocate(1), room()));
        note("unwrap at the end", () -> engine.unwrap(empty, room()));
        note("task at the end", engine::getDelegatedTask);
    }

    /** Enough for any record, and for what is in it. */
    static ByteBuffer room() {
        return ByteBuffer.allocate(20_000);
    }

    /** One record of plaintext from one side to the other, which must come through. */
    static void exchange(Seat from, Seat to, byte[] message) throws SSLException {
        from.send(ByteBuffer.wrap(message));
        ByteBuffer plaintext = ByteBuffer.allocate(1 << 15);
        while (to.inbox().hasRemaining() && plaintext.position() < message.length) {
            to.unwrap(to.inbox(), plaintext);
        }
        assertThat(plaintext.flip()).isEqualTo(ByteBuffer.wrap(message));
    }
}
