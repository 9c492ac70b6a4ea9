package io.rustls4j.jsse.oracle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes that no honest peer sends instead of its first record. Which alert they deserve is often up
 * to the implementation; the exception's type, and that the engine is closed and has said so to the
 * peer, is not.
 */
class HostileBytesTest {
    private static final byte ALERT = 21;
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    /** Name, and what is sent instead of the first record of the peer. */
    private static final List<Arguments> GARBAGE =
            List.of(
                    Arguments.of("HTTP", ascii("GET / HTTP/1.1\r\nHost: server.test\r\n\r\n")),
                    Arguments.of("SSH", ascii("SSH-2.0-OpenSSH_9.9 some more bytes to come\r\n")),
                    Arguments.of("zeros", new byte[100]),
                    Arguments.of("unknown type", hex("630303000400000000")),
                    Arguments.of("too long", hex("160303ffff" + "00".repeat(65_535))),
                    Arguments.of("an empty handshake record", hex("1603030000")),
                    Arguments.of("application data", hex("170303000400000000")),
                    Arguments.of("half a handshake header", hex("16030300020100")),
                    Arguments.of("an unknown message", hex("1603030005" + "6300000100")),
                    Arguments.of("a message out of turn", hex("1603030004" + "14000000")),
                    Arguments.of(
                            "a hello full of ones",
                            hex("1603030025010000" + "21" + "ff".repeat(33))),
                    Arguments.of("a fatal alert", hex("15030300020228")),
                    Arguments.of("an alert of three bytes", hex("1503030003022800")),
                    Arguments.of("an alert of no known level", hex("15030300020928")),
                    Arguments.of("close_notify", hex("15030300020100")));

    /**
     * SSLProtocolException or SSLHandshakeException: with the JDK it depends on where it notices.
     */
    private static final Set<String> MALFORMED =
            Set.of(
                    "application data",
                    "an alert of three bytes",
                    "an alert of no known level",
                    "a hello full of ones");

    static Stream<Arguments> garbage() {
        return Setting.all()
                .flatMap(
                        setting ->
                                GARBAGE.stream()
                                        .map(
                                                bytes ->
                                                        Arguments.of(
                                                                setting,
                                                                bytes.get()[0],
                                                                bytes.get()[1])));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("garbage")
    void insteadOfAHello(Setting setting, String name, byte[] bytes) throws Exception {
        Oracle.compare(setting, table -> takes(table, table.server(), name, bytes));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("garbage")
    void insteadOfAServersHello(Setting setting, String name, byte[] bytes) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.client().engine().beginHandshake();
                    table.client().send(EMPTY);
                    takes(table, table.client(), name, bytes);
                    table.note("received", table.client()::receivedAlert);
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void aWarningBeforeTheServersHello(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    table.client().engine().beginHandshake();
                    table.client().send(EMPTY);
                    takes(table, table.client(), "user_canceled", hex("1503030002015a"));
                });
    }

    private static void takes(Table table, Seat seat, String name, byte[] bytes) {
        seat.deliver(ByteBuffer.wrap(bytes));
        for (int step = 0; step < 20; step++) {
            seat.step();
        }
        if (MALFORMED.contains(name)) {
            table.note(name, () -> seat.failure() != null);
        } else {
            table.note(name, seat::ending);
        }
        if (bytes[0] != ALERT) {
            table.note("told the peer", () -> !seat.plainAlerts().isEmpty());
        }
        table.noteState("after", seat.engine());
        table.note("wrap", () -> seat.engine().wrap(EMPTY, Table.room()));
        table.note("unwrap", () -> seat.engine().unwrap(EMPTY, Table.room()));
        table.note("session", () -> seat.engine().getSession().isValid());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
