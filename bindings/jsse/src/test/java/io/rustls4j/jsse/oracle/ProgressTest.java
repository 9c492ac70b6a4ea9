package io.rustls4j.jsse.oracle;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How a handshake goes on, call by call. How many records and tasks it takes is up to each
 * implementation, so only the points that every handshake passes are compared.
 */
class ProgressTest {
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void firstCalls(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    SSLEngine client = table.client().engine();
                    SSLEngine server = table.server().engine();
                    ByteBuffer room = Table.room();
                    table.noteState("new");
                    table.noteAction("client begins", client::beginHandshake);
                    table.noteAction("server begins", server::beginHandshake);
                    table.noteState("begun");
                    table.noteAction("client begins again", client::beginHandshake);
                    table.noteAction("server begins again", server::beginHandshake);
                    table.note("client task", client::getDelegatedTask);
                    table.note("server task", server::getDelegatedTask);
                    table.note("client unwraps nothing", () -> client.unwrap(EMPTY, room));
                    table.note("server unwraps nothing", () -> server.unwrap(EMPTY, room));
                    table.note(
                            "server wraps before it has a hello", () -> server.wrap(EMPTY, room));
                    table.note("client wraps its hello", () -> client.wrap(EMPTY, room));
                    table.note("client wraps once more", () -> client.wrap(EMPTY, room));
                    table.noteState("hello sent");
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void wrapAndUnwrapBegin(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    SSLEngine client = table.client().engine();
                    SSLEngine server = table.server().engine();
                    ByteBuffer room = Table.room();
                    table.note("client unwraps first", () -> client.unwrap(EMPTY, room));
                    table.note("server unwraps first", () -> server.unwrap(EMPTY, room));
                    table.noteState("begun");
                    table.note("mode of client", () -> mode(client));
                    table.note("mode of server", () -> mode(server));
                });
    }

    private static boolean mode(SSLEngine engine) {
        engine.setUseClientMode(!engine.getUseClientMode());
        return engine.getUseClientMode();
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void finished(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.noteHandshake();
                    table.noteState("done");
                    table.note("client task", table.client().engine()::getDelegatedTask);
                    table.note("server task", table.server().engine()::getDelegatedTask);
                    table.note("session", table.client().engine()::getHandshakeSession);
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void callsWhileATaskIsDue(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    SSLEngine client = table.client().engine();
                    SSLEngine server = table.server().engine();
                    client.beginHandshake();
                    whileATaskIsDue("server", table, table.client(), server);
                    table.server().runTasks();
                    while (server.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
                        table.server().send(EMPTY);
                    }
                    whileATaskIsDue("client", table, table.server(), client);
                    table.client().runTasks();
                    table.talk();
                    table.noteState("done");
                });
    }

    private static void whileATaskIsDue(String whose, Table table, Seat peer, SSLEngine engine)
            throws SSLException {
        ByteBuffer room = Table.room();
        Seat seat = whose.equals("server") ? table.server() : table.client();
        while (peer.engine().getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
            peer.send(EMPTY);
        }
        while (engine.getHandshakeStatus() != HandshakeStatus.NEED_TASK) {
            seat.unwrap(seat.inbox(), room);
        }
        table.note(whose + " wraps", () -> engine.wrap(EMPTY, room));
        table.note(whose + " unwraps nothing", () -> engine.unwrap(EMPTY, room));
        table.noteAction(whose + " begins", engine::beginHandshake);
        table.noteState(whose + " has a task", engine);
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void tasksOnAnotherThread(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.client().engine().beginHandshake();
                    for (int step = 0; step < 200; step++) {
                        onAnotherThread(table.client());
                        onAnotherThread(table.server());
                    }
                    table.note("client", table.client()::ending);
                    table.note("server", table.server()::ending);
                });
    }

    private static void onAnotherThread(Seat seat) throws InterruptedException {
        if (seat.engine().getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
            Runnable task = seat.engine().getDelegatedTask();
            Thread worker = Thread.ofVirtual().start(task);
            worker.join();
        } else {
            seat.step();
        }
    }
}
