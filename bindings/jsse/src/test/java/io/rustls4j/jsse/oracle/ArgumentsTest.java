package io.rustls4j.jsse.oracle;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arguments that no engine can take, and calls that come too early. */
@NullUnmarked
class ArgumentsTest {
    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void beforeTheHandshake(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    badArguments("client", table, table.client().engine());
                    badArguments("server", table, table.server().engine());
                    table.noteState("untouched");
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void afterTheHandshake(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    badArguments("client", table, table.client().engine());
                    badArguments("server", table, table.server().engine());
                    Table.exchange(table.client(), table.server(), new byte[] {1, 2, 3});
                    Table.exchange(table.server(), table.client(), new byte[] {4, 5, 6});
                });
    }

    private static void badArguments(String whose, Table table, SSLEngine engine) {
        ByteBuffer some = Table.room();
        ByteBuffer[] one = {some.duplicate()};
        ByteBuffer[] withNull = {some.duplicate(), null};
        ByteBuffer readOnly = some.asReadOnlyBuffer();
        table.note(whose + " wrap null source", () -> engine.wrap((ByteBuffer) null, some));
        table.note(whose + " wrap null sources", () -> engine.wrap((ByteBuffer[]) null, some));
        table.note(whose + " wrap null among sources", () -> engine.wrap(withNull, some));
        table.note(whose + " wrap to null", () -> engine.wrap(one, null));
        table.note(whose + " wrap to read-only", () -> engine.wrap(one, readOnly));
        table.note(whose + " wrap offset -1", () -> engine.wrap(one, -1, 1, some));
        table.note(whose + " wrap length -1", () -> engine.wrap(one, 0, -1, some));
        table.note(whose + " wrap beyond", () -> engine.wrap(one, 1, 1, some));
        table.note(whose + " unwrap null source", () -> engine.unwrap(null, some));
        table.note(whose + " unwrap to null", () -> engine.unwrap(some, (ByteBuffer) null));
        table.note(whose + " unwrap to nulls", () -> engine.unwrap(some, (ByteBuffer[]) null));
        table.note(whose + " unwrap to null among", () -> engine.unwrap(some, withNull));
        table.note(whose + " unwrap to read-only", () -> engine.unwrap(some, readOnly));
        table.note(whose + " unwrap offset -1", () -> engine.unwrap(some, one, -1, 1));
        table.note(whose + " unwrap length -1", () -> engine.unwrap(some, one, 0, -1));
        table.note(whose + " unwrap beyond", () -> engine.unwrap(some, one, 1, 1));
        table.note(whose + " source untouched", some::position);
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void withoutAMode(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    withoutAMode("client", table, table.newEngine(true));
                    withoutAMode("server", table, table.newEngine(false));
                });
    }

    private static void withoutAMode(String whose, Table table, SSLEngine engine) {
        ByteBuffer empty = ByteBuffer.allocate(0);
        ByteBuffer room = Table.room();
        table.note(whose + " wrap", () -> engine.wrap(empty, room));
        table.note(whose + " wrap null", () -> engine.wrap(empty, null));
        table.note(whose + " unwrap", () -> engine.unwrap(empty, room));
        table.noteAction(whose + " beginHandshake", engine::beginHandshake);
        table.note(whose + " task", engine::getDelegatedTask);
        table.note(whose + " handshake session", engine::getHandshakeSession);
        table.note(whose + " application protocol", engine::getApplicationProtocol);
        table.note(whose + " handshake protocol", engine::getHandshakeApplicationProtocol);
        table.note(whose + " session", () -> engine.getSession().getCipherSuite());
        table.noteState(whose, engine);
        table.noteAction(whose + " closeInbound", engine::closeInbound);
        table.noteState(whose + " after closeInbound", engine);
        table.noteAction(whose + " closeOutbound", engine::closeOutbound);
        table.noteState(whose + " after closeOutbound", engine);
        table.note(whose + " wrap after all", () -> engine.wrap(empty, room));
    }
}
