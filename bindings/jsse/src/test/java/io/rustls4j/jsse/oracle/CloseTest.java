package io.rustls4j.jsse.oracle;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ends of a connection: orderly, half, twice, and without a word. */
class CloseTest {
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void outbound(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    closesOutbound(table, table.client(), table.server());
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void outboundByTheServer(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    closesOutbound(table, table.server(), table.client());
                });
    }

    private static void closesOutbound(Table table, Seat closing, Seat other) throws SSLException {
        ByteBuffer room = Table.room();
        ByteBuffer unsent = ByteBuffer.allocate(10);
        SSLEngine first = closing.engine();
        SSLEngine second = other.engine();
        first.closeOutbound();
        first.closeOutbound();
        table.noteState("closed", first);
        table.note("wrap into nothing", () -> first.wrap(unsent, EMPTY));
        table.noteState("still closed", first);
        ByteBuffer goodbye = Table.room();
        table.note("wrap", () -> first.wrap(unsent, goodbye));
        table.note("unsent", unsent::remaining);
        table.noteState("said goodbye", first);
        table.note("wrap again", () -> first.wrap(unsent, room));
        table.note("other takes it", () -> second.unwrap(goodbye.flip(), room));
        table.noteState("other has it", second);
        table.note("other wraps", () -> other.send(EMPTY));
        table.noteState("other wrapped", second);
        table.note("other wraps data", () -> other.send(ByteBuffer.wrap(new byte[3])));
        table.note("first takes that", () -> first.unwrap(closing.inbox(), room));
        table.noteState("first took it", first);
        table.noteAction("other closes", second::closeOutbound);
        table.noteAction("other's inbound", second::closeInbound);
        table.talk();
        table.noteState("talked out");
        table.noteAction("first's inbound", first::closeInbound);
        table.noteState("in the end");
        table.noteEnd(closing);
        table.noteEnd(other);
        table.note("first's session", first.getSession()::isValid);
        table.note("other's session", second.getSession()::isValid);
    }

    /** Half of a connection goes on: only with TLS 1.3. */
    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void half(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    closesHalf(table, table.client(), table.server());
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void halfByTheServer(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    closesHalf(table, table.server(), table.client());
                });
    }

    private static void closesHalf(Table table, Seat closing, Seat other) throws SSLException {
        closing.engine().closeOutbound();
        closing.send(EMPTY);
        ByteBuffer room = Table.room();
        table.note("other takes it", () -> other.unwrap(other.inbox(), room));
        table.noteState("other", other.engine());
        table.note("other sends", () -> other.send(ByteBuffer.wrap(new byte[5])));
        table.note("closing takes", () -> closing.unwrap(closing.inbox(), room));
        table.note("plaintext", room::position);
        table.noteState("closing", closing.engine());
        table.noteAction("closing begins", closing.engine()::beginHandshake);
        table.noteAction("other begins", other.engine()::beginHandshake);
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void bothAtOnce(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    table.client().engine().closeOutbound();
                    table.server().engine().closeOutbound();
                    table.talk();
                    table.noteState("talked out");
                    table.noteAction("client", table.client().engine()::closeInbound);
                    table.noteAction("server", table.server().engine()::closeInbound);
                    table.noteEnd(table.client());
                    table.noteEnd(table.server());
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void withoutAWord(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    for (Seat seat : table.seats()) {
                        SSLEngine engine = seat.engine();
                        table.noteAction("close", engine::closeInbound);
                        table.noteState("closed", engine);
                        table.noteAction("again", engine::closeInbound);
                        table.note("session", engine.getSession()::isValid);
                        table.note("unwrap", () -> engine.unwrap(EMPTY, Table.room()));
                        table.noteEnd(seat);
                        table.noteState("in the end", engine);
                        table.noteAction("close outbound", engine::closeOutbound);
                        table.noteEnd(seat);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void dataAfterOwnClose(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    Seat server = table.server();
                    server.send(ByteBuffer.wrap(new byte[11]));
                    SSLEngine client = table.client().engine();
                    client.closeOutbound();
                    table.client().send(EMPTY);
                    ByteBuffer room = Table.room();
                    table.note("data", () -> client.unwrap(table.client().inbox(), room));
                    table.note("plaintext", room::position);
                    table.noteState("after", client);
                });
    }
}
