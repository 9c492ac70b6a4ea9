package io.rustls4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ServerHelloTest {
    private static final byte[] RETRY =
            HexFormat.of()
                    .parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");
    private static final byte[] EXTENSIONS_13 =
            HelloBytes.concat(
                    HelloBytes.bytes(0, 43),
                    HelloBytes.vector16(HelloBytes.bytes(3, 4)),
                    HelloBytes.bytes(0, 41),
                    HelloBytes.vector16(HelloBytes.bytes(0, 0)));
    private static final byte[] EXTENDED_MASTER_SECRET = HelloBytes.bytes(0, 23, 0, 0);

    @Test
    void everyFieldOfTls13IsRead() throws MalformedMessageException {
        ServerHello hello =
                ServerHello.parse(hello(new byte[32], new byte[] {1, 2, 3}, 0x1302, EXTENSIONS_13));

        assertThat(hello.version()).isEqualTo(0x0304);
        assertThat(hello.isTls13()).isTrue();
        assertThat(hello.cipherSuite()).isEqualTo(0x1302);
        assertThat(hello.sessionId()).containsExactly(1, 2, 3);
        assertThat(hello.preSharedKey()).isTrue();
        assertThat(hello.extendedMasterSecret()).isFalse();
        assertThat(hello.helloRetryRequest()).isFalse();
    }

    @Test
    void everyFieldOfTls12IsRead() throws MalformedMessageException {
        byte[] id = new byte[32];
        id[31] = 9;
        ServerHello hello =
                ServerHello.parse(hello(new byte[32], id, 0xc02b, EXTENDED_MASTER_SECRET));

        assertThat(hello.version()).isEqualTo(0x0303);
        assertThat(hello.isTls13()).isFalse();
        assertThat(hello.cipherSuite()).isEqualTo(0xc02b);
        assertThat(hello.sessionId()).isEqualTo(id);
        assertThat(hello.preSharedKey()).isFalse();
        assertThat(hello.extendedMasterSecret()).isTrue();
    }

    @Test
    void aRetryIsToldByItsRandom() throws MalformedMessageException {
        assertThat(
                        ServerHello.parse(hello(RETRY, new byte[0], 0x1301, EXTENSIONS_13))
                                .helloRetryRequest())
                .isTrue();
    }

    @Test
    void ofTls12TheExtensionsMayBeMissingAltogether() throws MalformedMessageException {
        byte[] message =
                HelloBytes.handshake(
                        2,
                        HelloBytes.bytes(3, 3),
                        new byte[32],
                        HelloBytes.vector8(),
                        HelloBytes.bytes(0xc0, 0x2f, 0));

        assertThat(ServerHello.parse(message).cipherSuite()).isEqualTo(0xc02f);
    }

    @Test
    void aHelloThatIsCutAnywhereIsMalformed() {
        byte[] whole = hello(new byte[32], new byte[32], 0x1301, EXTENSIONS_13);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ServerHello.parse(cut))
                    .as("cut at %s", length)
                    .isInstanceOf(MalformedMessageException.class);
        }
    }

    @Test
    void aSessionIdentifierThatIsTooLongIsMalformed() {
        byte[] message = hello(new byte[32], new byte[33], 0x1301, EXTENSIONS_13);

        assertThatThrownBy(() -> ServerHello.parse(message))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("33");
    }

    @Test
    void anotherMessageIsNoServerHello() {
        assertThat(ServerHello.is(HelloBytes.full())).isFalse();
        assertThat(ServerHello.is(new byte[0])).isFalse();
        assertThat(ServerHello.is(hello(RETRY, new byte[0], 0x1301, EXTENSIONS_13))).isTrue();
        assertThatThrownBy(() -> ServerHello.parse(HelloBytes.full()))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("not a ServerHello");
    }

    private static byte[] hello(byte[] random, byte[] sessionId, int suite, byte[] extensions) {
        return HelloBytes.handshake(
                2,
                HelloBytes.bytes(3, 3),
                random,
                HelloBytes.vector8(sessionId),
                HelloBytes.bytes(suite >> 8, suite, 0),
                HelloBytes.vector16(extensions));
    }
}
