package io.rustls4j.jsse.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Application data, with buffers of all kinds and sizes. */
class DataTest {
    private static final int RECORD_PLAINTEXT = 1 << 14;

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void tooLittleOfARecord(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    SSLEngine server = table.server().engine();
                    ByteBuffer record = record(table.client(), 100);
                    ByteBuffer room = Table.room();
                    int all = record.limit();
                    for (int some : new int[] {0, 1, 4, 5, 6}) {
                        table.note(
                                some + " bytes", () -> server.unwrap(record.slice(0, some), room));
                    }
                    table.note("all but one", () -> server.unwrap(record.slice(0, all - 1), room));
                    table.note("all", () -> server.unwrap(record, room));
                    table.note("plaintext", room::position);
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void tooLittleRoomForPlaintext(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    SSLEngine server = table.server().engine();
                    ByteBuffer record = record(table.client(), 1000);
                    for (int room : new int[] {0, 1, 999}) {
                        table.note(
                                "into " + room,
                                () -> server.unwrap(record, ByteBuffer.allocate(room)));
                        table.noteState("after " + room, server);
                        table.note("left", record::position);
                    }
                    table.note(
                            "into no buffer at all",
                            () -> server.unwrap(record, new ByteBuffer[0]));
                    ByteBuffer[] scattered = {
                        ByteBuffer.allocate(400), ByteBuffer.allocate(300), ByteBuffer.allocate(299)
                    };
                    table.note("into 999 in three", () -> server.unwrap(record, scattered));
                    ByteBuffer enough =
                            ByteBuffer.allocate(server.getSession().getApplicationBufferSize());
                    table.note("into enough", () -> server.unwrap(record, enough));
                    table.note("plaintext", enough::position);
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void tooLittleRoomForARecord(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    SSLEngine client = table.client().engine();
                    ByteBuffer plaintext = ByteBuffer.allocate(1000);
                    for (int room : new int[] {0, 1, 5, 21, 500}) {
                        table.note(
                                "into " + room,
                                () -> client.wrap(plaintext, ByteBuffer.allocate(room)));
                        table.note("left", plaintext::remaining);
                    }
                    int enough = client.getSession().getPacketBufferSize();
                    table.note(
                            "into enough",
                            () -> client.wrap(plaintext, ByteBuffer.allocate(enough)));
                    table.note("left in the end", plaintext::remaining);
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void nothingToWrap(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    SSLEngine client = table.client().engine();
                    ByteBuffer empty = ByteBuffer.allocate(0);
                    ByteBuffer room = Table.room();
                    table.note("an empty buffer", () -> client.wrap(empty, room));
                    table.note("no buffer", () -> client.wrap(new ByteBuffer[0], room));
                    table.note(
                            "two empty buffers",
                            () -> client.wrap(new ByteBuffer[] {empty, empty}, room));
                    table.note(
                            "none of two",
                            () -> client.wrap(new ByteBuffer[] {room, room}, 1, 0, room));
                    table.note("unwrap of nothing", () -> client.unwrap(empty, room));
                    table.noteState("after all", client);
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void oneRecordACall(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    Seat server = table.server();
                    table.client().send(ByteBuffer.wrap(new byte[10]));
                    table.client().send(ByteBuffer.wrap(new byte[20]));
                    ByteBuffer room = ByteBuffer.allocate(1 << 16);
                    table.note("first", () -> server.unwrap(server.inbox(), room));
                    table.note("plaintext", room::position);
                    table.note("second", () -> server.unwrap(server.inbox(), room));
                    table.note("all plaintext", room::position);
                    table.note("third", () -> server.unwrap(server.inbox(), room));
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void gatherAndScatter(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    byte[] message = random(900);
                    ByteBuffer[] sources = {
                        ByteBuffer.wrap(new byte[7]),
                        ByteBuffer.wrap(message, 0, 100),
                        ByteBuffer.allocate(0),
                        ByteBuffer.allocateDirect(300).put(message, 100, 300).flip(),
                        ByteBuffer.wrap(message, 400, 500).asReadOnlyBuffer(),
                        ByteBuffer.wrap(new byte[9])
                    };
                    ByteBuffer record = ByteBuffer.allocateDirect(20_000);
                    table.note(
                            "gathered", () -> table.client().engine().wrap(sources, 1, 4, record));
                    table.note("untouched before", sources[0]::remaining);
                    table.note("untouched after", sources[5]::remaining);
                    for (int i = 1; i <= 4; i++) {
                        table.note("left in " + i, sources[i]::remaining);
                    }
                    ByteBuffer[] targets = {
                        ByteBuffer.allocate(1),
                        ByteBuffer.allocate(10).position(5),
                        ByteBuffer.allocateDirect(400),
                        ByteBuffer.allocate(0),
                        Table.room(),
                        ByteBuffer.allocate(1)
                    };
                    table.note(
                            "scattered",
                            () -> table.server().engine().unwrap(record.flip(), targets, 1, 4));
                    ByteBuffer all = ByteBuffer.allocate(900);
                    for (ByteBuffer target : targets) {
                        table.note("given", target::position);
                    }
                    all.put(targets[1].flip().position(5)).put(targets[2].flip());
                    all.put(targets[4].flip());
                    assertThat(all.flip()).isEqualTo(ByteBuffer.wrap(message));
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void kindsOfBuffers(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    for (boolean direct : new boolean[] {false, true}) {
                        for (boolean sliced : new boolean[] {false, true}) {
                            for (boolean readOnly : new boolean[] {false, true}) {
                                through(table, direct, sliced, readOnly);
                            }
                        }
                    }
                });
    }

    private static void through(Table table, boolean direct, boolean sliced, boolean readOnly)
            throws SSLException {
        byte[] message = random(5000);
        ByteBuffer plaintext = buffer(6000, direct, sliced).put(message).flip();
        ByteBuffer records = buffer(20_000, direct, sliced);
        ByteBuffer room = buffer(20_000, direct, sliced);
        SSLEngineResult wrapped =
                table.client().wrap(readOnly ? plaintext.asReadOnlyBuffer() : plaintext, records);
        ByteBuffer source = records.flip();
        SSLEngineResult unwrapped =
                table.server().unwrap(readOnly ? source.asReadOnlyBuffer() : source, room);
        table.note("wrapped", () -> wrapped);
        table.note("unwrapped", () -> unwrapped);
        assertThat(room.flip()).isEqualTo(ByteBuffer.wrap(message));
    }

    private static ByteBuffer buffer(int size, boolean direct, boolean sliced) {
        int all = sliced ? size + 13 : size;
        ByteBuffer made = direct ? ByteBuffer.allocateDirect(all) : ByteBuffer.allocate(all);
        return sliced ? made.slice(13, size) : made;
    }

    /** How data is cut into records is compared only in that a record never has too much. */
    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void largeData(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.handshake();
                    table.note("up", () -> stream(table.client(), table.server()));
                    table.note("down", () -> stream(table.server(), table.client()));
                    table.noteState("after all");
                });
    }

    private static boolean stream(Seat from, Seat to) throws SSLException {
        byte[] message = random(3 << 20);
        ByteBuffer plaintext = ByteBuffer.wrap(message);
        ByteBuffer received = ByteBuffer.allocate(message.length);
        ByteBuffer packet = ByteBuffer.allocate(from.engine().getSession().getPacketBufferSize());
        ByteBuffer room = ByteBuffer.allocate(to.engine().getSession().getApplicationBufferSize());
        while (plaintext.hasRemaining()) {
            SSLEngineResult wrapped = from.wrap(plaintext, packet);
            assertThat(wrapped.getStatus()).isEqualTo(Status.OK);
            assertThat(wrapped.bytesConsumed()).isBetween(1, RECORD_PLAINTEXT);
            packet.flip();
            while (packet.hasRemaining()) {
                assertThat(to.unwrap(packet, room).getStatus()).isEqualTo(Status.OK);
                received.put(room.flip());
                room.clear();
            }
            packet.clear();
        }
        return received.flip().equals(ByteBuffer.wrap(message));
    }

    private static ByteBuffer record(Seat from, int plaintext) throws SSLException {
        ByteBuffer record = Table.room();
        from.wrap(ByteBuffer.allocate(plaintext), record);
        return record.flip();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
