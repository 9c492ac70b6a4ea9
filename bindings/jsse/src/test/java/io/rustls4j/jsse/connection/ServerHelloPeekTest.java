package io.rustls4j.jsse.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.jsse.session.JsseSession;
import io.rustls4j.wire.ContentType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server's hello says, in however many records it comes. */
class ServerHelloPeekTest {
    private static final String RANDOM = "11".repeat(32);
    private static final String RETRY =
            "cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c";
    private static final String ID = "20" + "07".repeat(32);
    private static final String TLS_1_3 = "002b" + "0002" + "0304";
    private static final String H2 = "0010" + "0005" + "0003" + "02" + "6832";
    private static final int WHOLE = 1 << 14;

    private final JsseSession session = JsseSession.none(null, -1);
    private final ServerHelloPeek peek = new ServerHelloPeek(session);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 38, 50, WHOLE})
    void ofTls13(int fragment) {
        look(message(2, hello(RANDOM, "1301", TLS_1_3)), fragment);
        assertThat(session.getProtocol()).isEqualTo("TLSv1.3");
        assertThat(session.getCipherSuite()).isEqualTo("TLS_AES_128_GCM_SHA256");
        assertThat(peek.isDone()).isTrue();
        assertThat(peek.applicationProtocol()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 38, 50, WHOLE})
    void ofTls12WithWhatFollows(int fragment) {
        ByteArrayOutputStream flight = new ByteArrayOutputStream();
        flight.writeBytes(message(2, hello(RANDOM, "c02b", H2)));
        flight.writeBytes(message(11, "000000"));
        look(flight.toByteArray(), fragment);
        assertThat(session.getProtocol()).isEqualTo("TLSv1.2");
        assertThat(session.getCipherSuite()).isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
        assertThat(session.getId()).hasSize(32).containsOnly(7);
        assertThat(peek.applicationProtocol()).isEqualTo("h2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 38, WHOLE})
    void behindARetry(int fragment) {
        look(message(2, hello(RETRY, "1302", TLS_1_3)), fragment);
        assertThat(peek.isDone()).isFalse();
        assertThat(session.getProtocol()).isEqualTo("NONE");
        look(message(2, hello(RANDOM, "1301", TLS_1_3)), fragment);
        assertThat(session.getCipherSuite()).isEqualTo("TLS_AES_128_GCM_SHA256");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, WHOLE})
    void behindAnotherMessage(int fragment) {
        look(message(0, ""), fragment);
        look(message(2, hello(RANDOM, "1301", TLS_1_3)), fragment);
        assertThat(session.getProtocol()).isEqualTo("TLSv1.3");
    }

    @Test
    void recordsOfOtherTypesDoNotBelongToIt() {
        byte[] hello = message(2, hello(RANDOM, "1301", TLS_1_3));
        peek.look(record(ContentType.HANDSHAKE, hello, 0, 30));
        peek.look(record(ContentType.CHANGE_CIPHER_SPEC, new byte[] {1}, 0, 1));
        peek.look(record(ContentType.HANDSHAKE, hello, 30, hello.length - 30));
        assertThat(session.getProtocol()).isEqualTo("TLSv1.3");
    }

    /** As a server's wrap gives them out, and also where that is not on the heap. */
    @Test
    void severalRecordsInOneBufferOfWhichTheLastIsCutOff() {
        byte[] hello = message(2, hello(RANDOM, "1301", TLS_1_3));
        ByteBuffer all = ByteBuffer.allocateDirect(1 << 10);
        for (int at = 0; at < hello.length; at += 20) {
            all.put(record(ContentType.HANDSHAKE, hello, at, Math.min(20, hello.length - at)));
        }
        all.flip();
        int cut = 3 * (RecordHeader.LENGTH + 20) + 9;
        peek.look(all.slice(0, cut));
        assertThat(peek.isDone()).isFalse();
        peek.look(all.slice(cut, all.limit() - cut));
        assertThat(session.getProtocol()).isEqualTo("TLSv1.3");
    }

    @Test
    void aMessageIsKeptUpToWhatRustlsTakes() {
        ClearMessages messages = new ClearMessages((byte) 2);
        byte[] part = new byte[WHOLE];
        part[0] = 2;
        part[1] = 0;
        part[2] = (byte) 0xff;
        part[3] = (byte) 0xff;
        for (int i = 0; i < 100 && !messages.isEnded(); i++) {
            ByteBuffer record = record(ContentType.HANDSHAKE, part, 0, part.length);
            messages.next(record);
            assertThat(messages.room()).isLessThanOrEqualTo(0xffff + 4);
        }
    }

    @Test
    void nothingIsKeptOfALongerMessage() {
        ClearMessages messages = new ClearMessages((byte) 2);
        byte[] part = new byte[100];
        part[0] = 2;
        part[1] = 1;
        messages.next(record(ContentType.HANDSHAKE, part, 0, part.length));
        messages.next(record(ContentType.HANDSHAKE, part, 0, part.length));
        assertThat(messages.isEnded()).isTrue();
        assertThat(messages.room()).isZero();
    }

    @Test
    void whatCannotBeReadIsLeftToRustls() {
        look(message(2, "0303"), 3);
        assertThat(peek.isDone()).isTrue();
        assertThat(session.getProtocol()).isEqualTo("NONE");
    }

    private void look(byte[] messages, int fragment) {
        for (int at = 0; at < messages.length; at += fragment) {
            int length = Math.min(fragment, messages.length - at);
            peek.look(record(ContentType.HANDSHAKE, messages, at, length));
        }
    }

    private static ByteBuffer record(int type, byte[] bytes, int at, int length) {
        ByteBuffer record = ByteBuffer.allocate(3 + RecordHeader.LENGTH + length).position(3);
        record.put((byte) type).putShort((short) 0x0303);
        return record.putShort((short) length).put(bytes, at, length).position(3);
    }

    private static String hello(String random, String suite, String extensions) {
        String length = HexFormat.of().toHexDigits((short) (extensions.length() / 2));
        return "0303" + random + ID + suite + "00" + length + extensions;
    }

    private static byte[] message(int type, String body) {
        HexFormat hex = HexFormat.of();
        String length = hex.toHexDigits(body.length() / 2).substring(2);
        return hex.parseHex(hex.toHexDigits((byte) type) + length + body);
    }
}
