package io.rustls4j.jsse.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Too little of a record, and too little room for one, within a handshake. */
class HandshakeBuffersTest {
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void byteByByte(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.client().engine().beginHandshake();
                    for (int step = 0; step < 200; step++) {
                        byteByByte(table.client());
                        byteByByte(table.server());
                    }
                    table.note("client", table.client()::ending);
                    table.note("server", table.server()::ending);
                    Table.exchange(table.client(), table.server(), new byte[] {1, 2, 3});
                    Table.exchange(table.server(), table.client(), new byte[] {4, 5, 6});
                });
    }

    /** Every prefix of a record is too little, and none of it is taken. */
    private static void byteByByte(Seat seat) throws SSLException {
        ByteBuffer inbox = seat.inbox();
        ByteBuffer room = Table.room();
        boolean takes = seat.engine().getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP;
        if (!takes || !inbox.hasRemaining()) {
            seat.step();
            return;
        }
        int all = inbox.limit();
        int record = inbox.position() + 5 + (inbox.getShort(inbox.position() + 3) & 0xffff);
        for (int limit = inbox.position(); limit < record; limit++) {
            inbox.limit(limit);
            assertThat(seat.unwrap(inbox, room).getStatus())
                    .as("%s of %s bytes", limit - inbox.position(), record - inbox.position())
                    .isEqualTo(Status.BUFFER_UNDERFLOW);
        }
        inbox.limit(record);
        assertThat(seat.unwrap(inbox, room).bytesConsumed()).isPositive();
        inbox.limit(all);
    }

    /** Data that waits to be sent, and no room for plaintext: neither is in a handshake's way. */
    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void dataWaitsForTheHandshake(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.client().engine().beginHandshake();
                    ByteBuffer fromClient = ByteBuffer.allocate(10);
                    ByteBuffer fromServer = ByteBuffer.allocate(20);
                    for (int step = 0; step < 200; step++) {
                        withoutRoom(table.client(), fromClient);
                        withoutRoom(table.server(), fromServer);
                    }
                    table.note("client", table.client()::ending);
                    table.note("server", table.server()::ending);
                    table.note("client's data waits", fromClient::remaining);
                    table.note("server's data waits", fromServer::remaining);
                });
    }

    private static void withoutRoom(Seat seat, ByteBuffer data) throws SSLException {
        switch (seat.engine().getHandshakeStatus()) {
            case NEED_TASK -> seat.runTasks();
            case NEED_WRAP -> seat.send(data);
            default -> {
                if (seat.finishedBy() == null) {
                    seat.unwrap(seat.inbox(), EMPTY.duplicate());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void tooLittleRoomForTheHandshake(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    SSLEngine client = table.client().engine();
                    client.beginHandshake();
                    for (int room : new int[] {0, 1, 4, 5, 6, 100}) {
                        table.note(
                                "hello into " + room,
                                () -> client.wrap(EMPTY, ByteBuffer.allocate(room)));
                    }
                    int enough = client.getSession().getPacketBufferSize();
                    table.note(
                            "hello into the packet buffer size",
                            () -> client.wrap(EMPTY, ByteBuffer.allocate(enough)));
                });
    }

    /** The session's packet buffer size must be enough for all records, and be believed. */
    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void packetBufferSizeIsEnough(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                Cast.usual().withServerKey(Certificates.RSA_SERVER),
                table -> {
                    table.client().engine().beginHandshake();
                    for (int step = 0; step < 200; step++) {
                        withSmallBuffers(table.client(), table.server());
                        withSmallBuffers(table.server(), table.client());
                    }
                    table.note("client", table.client()::ending);
                    table.note("server", table.server()::ending);
                });
    }

    private static void withSmallBuffers(Seat seat, Seat peer) throws SSLException {
        SSLEngine engine = seat.engine();
        if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
            ByteBuffer packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            assertThat(seat.wrap(EMPTY, packet).getStatus()).isEqualTo(Status.OK);
            peer.deliver(packet.flip());
        } else {
            seat.step();
        }
    }
}
