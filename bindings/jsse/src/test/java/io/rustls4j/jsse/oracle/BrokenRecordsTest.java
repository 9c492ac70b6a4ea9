package io.rustls4j.jsse.oracle;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that were tampered with on their way, after the handshake. */
class BrokenRecordsTest {
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void aFlippedBit(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    table.client().send(ByteBuffer.allocate(100));
                    flip(table.server().inbox());
                    brokenRecord(table, table.server(), table.client());
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void aFlippedBitFromTheServer(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    table.server().send(ByteBuffer.allocate(100));
                    flip(table.client().inbox());
                    brokenRecord(table, table.client(), table.server());
                });
    }

    private static void flip(ByteBuffer record) {
        int last = record.limit() - 1;
        record.put(last, (byte) (record.get(last) ^ 1));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void aRecordTwice(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    table.client().send(ByteBuffer.allocate(100));
                    byte[] record = new byte[table.server().inbox().remaining()];
                    table.server().inbox().duplicate().get(record);
                    table.server().deliver(ByteBuffer.wrap(record));
                    ByteBuffer room = Table.room();
                    table.note(
                            "once",
                            () -> table.server().engine().unwrap(table.server().inbox(), room));
                    brokenRecord(table, table.server(), table.client());
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void unencryptedData(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    table.server().deliver(ByteBuffer.wrap(hex("1703030005" + "68656c6c6f")));
                    brokenRecord(table, table.server(), table.client());
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void garbageAfterTheHandshake(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    // Not beyond the exception: the JDK's engine goes on as if nothing had been.
                    ByteBuffer garbage = ByteBuffer.wrap(hex("630303000400000000"));
                    ByteBuffer room = Table.room();
                    table.note("unwrap", () -> table.server().engine().unwrap(garbage, room));
                    table.note("plaintext", room::position);
                });
    }

    private static void brokenRecord(Table table, Seat seat, Seat peer) throws SSLException {
        SSLEngine engine = seat.engine();
        ByteBuffer room = Table.room();
        table.note("unwrap", () -> engine.unwrap(seat.inbox(), room));
        table.note("plaintext", room::position);
        table.noteState("broken", engine);
        table.note("alert", () -> seat.send(ByteBuffer.wrap(new byte[1])));
        table.noteState("alert sent", engine);
        table.note("unwrap again", () -> engine.unwrap(EMPTY, Table.room()));
        table.note("wrap again", () -> engine.wrap(EMPTY, Table.room()));
        table.note("session", engine.getSession()::isValid);
        table.noteAction("begin", engine::beginHandshake);
        table.noteAction("closeInbound", engine::closeInbound);
        table.noteAction("closeOutbound", engine::closeOutbound);
        table.talk();
        table.note("peer", peer::ending);
        table.note("peer's alert", peer::receivedAlert);
        table.noteState("peer", peer.engine());
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
