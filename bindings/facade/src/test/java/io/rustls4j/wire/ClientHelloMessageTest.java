package io.rustls4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What is found in a client's hello. */
class ClientHelloMessageTest {
    private static final int HEADER = 5;
    private static final int WHOLE = 1 << 14;
    private static final int SERVER_NAME = 0;
    private static final int SESSION_TICKET = 35;
    private static final String NAME = "0000000e000c0000096c6f63616c686f7374";
    private static final String EMPTY_TICKET = "00230000";

    @Test
    void theExtensionsOfIt() throws Exception {
        ClientHelloMessage hello = message(hello(NAME + EMPTY_TICKET), WHOLE);
        assertThat(hello.extension(SERVER_NAME).orElseThrow().remaining()).isEqualTo(14);
        assertThat(hello.extension(SESSION_TICKET).orElseThrow().hasRemaining()).isFalse();
        assertThat(message(hello(NAME), WHOLE).extension(SESSION_TICKET)).isEmpty();
    }

    @Test
    void alsoInSeveralRecords() throws Exception {
        ClientHelloMessage hello = message(hello(NAME + EMPTY_TICKET), 7);
        assertThat(hello.extension(SESSION_TICKET)).isPresent();
    }

    @Test
    void noneWhereThereIsNoListOfThem() throws Exception {
        String body = "0303" + "11".repeat(32) + "00" + "0002c02b" + "0100";
        byte[] hello = HexFormat.of().parseHex("01000029" + body);
        assertThat(message(hello, WHOLE).extension(SESSION_TICKET)).isEmpty();
    }

    @Test
    void nothingInWhatIsCutOffOrAnotherMessage() {
        byte[] whole = hello(EMPTY_TICKET);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> message(part, WHOLE).extension(SESSION_TICKET))
                    .as("%d bytes", part.length)
                    .isInstanceOf(MalformedMessageException.class);
        }
        whole[0] = 2;
        assertThatThrownBy(() -> message(whole, WHOLE).extension(SESSION_TICKET))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void recordsOfAnotherKindArePassedOver() throws Exception {
        ClientHelloMessage hello = message(hello(EMPTY_TICKET), WHOLE);
        hello.look(ByteBuffer.wrap(new byte[] {ContentType.ALERT, 3, 3, 0, 2, 1, 0}));
        assertThat(hello.extension(SESSION_TICKET)).isPresent();
    }

    private static ClientHelloMessage message(byte[] bytes, int fragment) {
        ClientHelloMessage hello = new ClientHelloMessage();
        for (int at = 0; at < bytes.length; at += fragment) {
            int length = Math.min(fragment, bytes.length - at);
            ByteBuffer record = ByteBuffer.allocate(3 + HEADER + length);
            record.position(3);
            record.put((byte) ContentType.HANDSHAKE).putShort((short) 0x0301);
            record.putShort((short) length).put(bytes, at, length);
            hello.look(record.position(3));
            assertThat(record.position()).as("only looked at").isEqualTo(3);
        }
        return hello;
    }

    private static byte[] hello(String extensions) {
        String body =
                "0303"
                        + "11".repeat(32)
                        + "00"
                        + "0002c02b"
                        + "0100"
                        + "%04x".formatted(extensions.length() / 2)
                        + extensions;
        return HexFormat.of().parseHex("01%06x".formatted(body.length() / 2) + body);
    }
}
