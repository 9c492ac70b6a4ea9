package io.rustls4j.jsse.oracle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that end before the handshake does. */
class CancelTest {
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void outboundBeforeTheHandshake(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    for (Seat seat : table.seats()) {
                        SSLEngine engine = seat.engine();
                        table.noteAction("close", engine::closeOutbound);
                        table.noteState("closed", engine);
                        table.noteEnd(seat);
                        table.noteAction("begin", engine::beginHandshake);
                        table.noteAction("close inbound, too", engine::closeInbound);
                        table.noteState("all closed", engine);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void inboundBeforeTheHandshake(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    for (Seat seat : table.seats()) {
                        SSLEngine engine = seat.engine();
                        table.noteAction("close", engine::closeInbound);
                        table.noteState("closed", engine);
                        table.noteAction("begin", engine::beginHandshake);
                        table.noteEnd(seat);
                        table.noteAction("close outbound, too", engine::closeOutbound);
                        table.noteState("all closed", engine);
                        table.noteEnd(seat);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void outboundAfterTheHello(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    SSLEngine client = table.client().engine();
                    client.beginHandshake();
                    table.client().send(EMPTY);
                    client.closeOutbound();
                    table.noteState("closed", client);
                    while (client.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
                        table.client().send(EMPTY);
                    }
                    table.note("said", table.client()::plainAlerts);
                    table.noteState("wrapped", client);
                    table.talk();
                    if (!setting.isTls13()) {
                        // With TLS 1.3 the JDK's server takes no alert in the clear any more.
                        table.note("server", table.server()::ending);
                    }
                    table.noteState("talked out");
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void outboundInsteadOfTheHello(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    SSLEngine client = table.client().engine();
                    client.beginHandshake();
                    client.closeOutbound();
                    table.noteState("closed", client);
                    table.talk();
                    table.note("server was told", table.server()::receivedAlert);
                    if (!setting.isTls13()) {
                        // With TLS 1.3 the JDK's server takes no alert in the clear any more.
                        table.note("server", table.server()::ending);
                    }
                    table.noteState("talked out");
                    table.noteEnd(table.client());
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void whatIsSaidInsteadOfAHandshake(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    for (Seat seat : table.seats()) {
                        SSLEngine engine = seat.engine();
                        engine.beginHandshake();
                        engine.closeOutbound();
                        table.note("said", () -> records(engine));
                        table.noteState("wrapped", engine);
                    }
                });
    }

    /** The types of records until there is no more to say, with the alert where it is one. */
    private static List<String> records(SSLEngine engine) throws SSLException {
        ByteBuffer all = ByteBuffer.allocate(1 << 16);
        while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
            engine.wrap(EMPTY, all);
        }
        List<String> types = new ArrayList<>();
        all.flip();
        while (all.hasRemaining()) {
            int type = all.get();
            all.getShort();
            int length = all.getShort();
            types.add(type == 21 ? "alert " + all.get(all.position() + 1) : "type " + type);
            all.position(all.position() + length);
        }
        return types;
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void outboundWhileATaskIsDue(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    SSLEngine server = table.server().engine();
                    table.client().engine().beginHandshake();
                    table.client().step();
                    server.unwrap(table.server().inbox(), Table.room());
                    table.noteState("task is due", server);
                    Runnable task = server.getDelegatedTask();
                    server.closeOutbound();
                    table.noteState("closed", server);
                    task.run();
                    table.noteState("task has run", server);
                    table.talk();
                    if (setting.isTls13() || setting.client() == Stack.JDK) {
                        // With TLS 1.2 our client has nothing to say between its finished and the
                        // server's.
                        table.noteState("talked out", server);
                        table.noteEnd(table.server());
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void inboundAfterTheHello(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    SSLEngine client = table.client().engine();
                    client.beginHandshake();
                    table.client().send(EMPTY);
                    table.noteAction("close", client::closeInbound);
                    table.noteState("closed", client);
                    ByteBuffer room = Table.room();
                    table.note("wrap", () -> client.wrap(EMPTY, room));
                    table.note("unwrap", () -> client.unwrap(EMPTY, room));
                    table.noteState("in the end", client);
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void theTransportEndsWithinTheServersFlight(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    SSLEngine client = table.client().engine();
                    client.beginHandshake();
                    table.client().step();
                    while (table.server().step()) {
                        // Until the server has said all that it has to say.
                    }
                    ByteBuffer flight = table.client().inbox();
                    flight.limit(flight.position() + 20);
                    table.client().step();
                    table.note("half a record", () -> client.unwrap(flight, Table.room()));
                    table.noteAction("the end", client::closeInbound);
                    table.noteState("ended", client);
                    table.note("unwrap", () -> client.unwrap(flight, Table.room()));
                    table.note("wrap", () -> client.wrap(EMPTY, Table.room()));
                    table.noteState("in the end", client);
                    table.note("session", client.getSession()::isValid);
                });
    }
}
