package io.rustls4j.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.NamedGroup;
import io.rustls4j.wire.HelloBytes;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ServerFlightWatcherTest {
    private static final byte[] RETRY =
            HexFormat.of()
                    .parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");
    private static final byte[] CERTIFICATE = HelloBytes.handshake(11, new byte[10]);
    private static final byte[] TICKET = HelloBytes.handshake(4, new byte[10]);

    private final ServerFlightWatcher watcher = new ServerFlightWatcher();

    @Test
    void tls13WithAPreSharedKeyIsResumed() {
        watcher.observe(HelloBytes.record(22, hello(new byte[32], version13(), preSharedKey())));

        assertThat(watcher.resumed()).isTrue();
        assertThat(watcher.retried()).isFalse();
        assertThat(watcher.lacksExtendedMasterSecret()).isFalse();
    }

    @Test
    void aRetryIsSeenBeforeTheHelloItself() {
        watcher.observe(HelloBytes.record(22, hello(RETRY, version13())));
        watcher.observe(HelloBytes.record(20, new byte[] {1}));
        watcher.observe(HelloBytes.record(22, hello(new byte[32], version13())));

        assertThat(watcher.retried()).isTrue();
        assertThat(watcher.resumed()).isFalse();
    }

    @Test
    void tls12WithACertificateIsFull() {
        watcher.observe(HelloBytes.record(22, hello(new byte[32], ems()), CERTIFICATE));

        assertThat(watcher.resumed()).isFalse();
        assertThat(watcher.lacksExtendedMasterSecret()).isFalse();
    }

    @Test
    void tls13NamesTheGroupInTheKeyShare() {
        watcher.observe(HelloBytes.record(22, hello(RETRY, version13(), keyShare(0, 0x18))));
        assertThat(watcher.group()).as("only asked for").isEmpty();
        watcher.observe(
                HelloBytes.record(
                        22, hello(new byte[32], version13(), keyShare(0, 0x18, 0, 1, 9))));

        assertThat(watcher.group()).contains(NamedGroup.SECP384R1);
    }

    @Test
    void tls12NamesTheGroupInTheKeyExchange() {
        watcher.observe(HelloBytes.record(22, hello(new byte[32], ems()), CERTIFICATE));
        watcher.observe(HelloBytes.record(22, HelloBytes.handshake(22, new byte[9])));
        assertThat(watcher.group()).isEmpty();
        watcher.observe(
                HelloBytes.record(
                        22, HelloBytes.handshake(12, HelloBytes.bytes(3, 0, 0x1d, 1, 9))));

        assertThat(watcher.group()).contains(NamedGroup.X25519);
        assertThat(watcher.resumed()).isFalse();
    }

    @Test
    void aCurveThatIsSpelledOutHasNoName() {
        watcher.observe(
                HelloBytes.record(
                        22,
                        hello(new byte[32]),
                        CERTIFICATE,
                        HelloBytes.handshake(12, HelloBytes.bytes(1, 0, 0x1d, 1, 9))));

        assertThat(watcher.group()).isEmpty();
    }

    @Test
    void aKeyExchangeThatIsCutOffIsLeftToOthers() {
        watcher.observe(
                HelloBytes.record(
                        22,
                        hello(new byte[32]),
                        CERTIFICATE,
                        HelloBytes.handshake(12, HelloBytes.bytes(3, 0))));

        assertThat(watcher.group()).isEmpty();
        assertThat(watcher.resumed()).isFalse();
    }

    @Test
    void tls12WithoutACertificateIsResumed() {
        watcher.observe(HelloBytes.record(22, hello(new byte[32])));
        assertThat(watcher.resumed()).isFalse();
        watcher.observe(HelloBytes.record(22, TICKET));

        assertThat(watcher.resumed()).isTrue();
        assertThat(watcher.lacksExtendedMasterSecret()).isTrue();
    }

    @Test
    void tls12MayGoOnWithAChangeCipherSpec() {
        watcher.observe(HelloBytes.record(22, hello(new byte[32])));
        watcher.observe(HelloBytes.record(20, new byte[] {1}));

        assertThat(watcher.resumed()).isTrue();
    }

    @Test
    void theHelloMayComeInPieces() {
        byte[] flight = HelloBytes.concat(hello(new byte[32]), CERTIFICATE);
        for (byte piece : flight) {
            watcher.observe(HelloBytes.record(22, new byte[] {piece}));
        }

        assertThat(watcher.resumed()).isFalse();
        assertThat(watcher.lacksExtendedMasterSecret()).isTrue();
    }

    @Test
    void nonsenseIsLeftToOthers() {
        watcher.observe(HelloBytes.record(22, HelloBytes.handshake(2, new byte[3])));
        watcher.observe(HelloBytes.record(22, hello(RETRY, version13())));

        assertThat(watcher.retried()).isFalse();
        assertThat(watcher.resumed()).isFalse();
    }

    private static byte[] hello(byte[] random, byte[]... extensions) {
        return HelloBytes.handshake(
                2,
                HelloBytes.bytes(3, 3),
                random,
                HelloBytes.vector8(),
                HelloBytes.bytes(0x13, 1, 0),
                HelloBytes.vector16(extensions));
    }

    private static byte[] version13() {
        return HelloBytes.concat(
                HelloBytes.bytes(0, 43), HelloBytes.vector16(HelloBytes.bytes(3, 4)));
    }

    private static byte[] preSharedKey() {
        return HelloBytes.concat(
                HelloBytes.bytes(0, 41), HelloBytes.vector16(HelloBytes.bytes(0, 0)));
    }

    private static byte[] keyShare(int... content) {
        return HelloBytes.concat(
                HelloBytes.bytes(0, 51), HelloBytes.vector16(HelloBytes.bytes(content)));
    }

    private static byte[] ems() {
        return HelloBytes.bytes(0, 23, 0, 0);
    }
}
