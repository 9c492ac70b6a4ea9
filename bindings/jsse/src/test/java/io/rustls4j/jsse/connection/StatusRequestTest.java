package io.rustls4j.jsse.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.wire.ContentType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Which hellos ask for an OCSP response. */
class StatusRequestTest {
    private static final String SERVER_NAME = "0000000e000c0000096c6f63616c686f7374";
    private static final String ANY_RESPONDER = "0005000501" + "0000" + "0000";
    private static final String CERTAIN_RESPONDER = "0005000801" + "0003" + "000161" + "0000";
    private static final String SOMETHING_ELSE = "0005000502" + "0000" + "0000";

    @Test
    void thoseWithTheExtension() {
        assertThat(isMade(hello(SERVER_NAME + ANY_RESPONDER), 1 << 14)).isTrue();
        assertThat(isMade(hello(SERVER_NAME), 1 << 14)).isFalse();
        assertThat(isMade(hello(""), 1 << 14)).isFalse();
    }

    @Test
    void notThoseThatTheJdkPassesOver() {
        assertThat(isMade(hello(CERTAIN_RESPONDER), 1 << 14)).isFalse();
        assertThat(isMade(hello(SOMETHING_ELSE), 1 << 14)).isFalse();
    }

    @Test
    void alsoInSeveralRecords() {
        assertThat(isMade(hello(SERVER_NAME + ANY_RESPONDER), 7)).isTrue();
    }

    @Test
    void notWhatIsCutOff() {
        byte[] whole = hello(ANY_RESPONDER);
        for (int length = 1; length < whole.length; length++) {
            byte[] part = new byte[length];
            System.arraycopy(whole, 0, part, 0, length);
            assertThat(isMade(part, 1 << 14)).as("%d bytes", length).isFalse();
        }
    }

    private static boolean isMade(byte[] message, int fragment) {
        StatusRequest request = new StatusRequest();
        int at = 0;
        for (; at + fragment < message.length; at += fragment) {
            request.keep(record(message, at, fragment));
        }
        return request.isMadeIn(record(message, at, message.length - at));
    }

    private static ByteBuffer record(byte[] message, int at, int length) {
        ByteBuffer record = ByteBuffer.allocate(3 + RecordHeader.LENGTH + length).position(3);
        record.put((byte) ContentType.HANDSHAKE).putShort((short) 0x0301);
        return record.putShort((short) length).put(message, at, length).position(3);
    }

    private static byte[] hello(String extensions) {
        HexFormat hex = HexFormat.of();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(hex.parseHex("0303" + "11".repeat(32) + "00" + "00021301" + "0100"));
        byte[] parsed = hex.parseHex(extensions);
        body.write(parsed.length >> 8);
        body.write(parsed.length);
        body.writeBytes(parsed);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(1);
        message.write(0);
        message.write(body.size() >> 8);
        message.write(body.size());
        message.writeBytes(body.toByteArray());
        return message.toByteArray();
    }
}
