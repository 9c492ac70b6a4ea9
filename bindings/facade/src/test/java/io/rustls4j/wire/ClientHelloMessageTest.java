package io.rustls4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
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
        byte[] hello = hello(NAME + EMPTY_TICKET);
        assertThat(extension(hello, WHOLE, SERVER_NAME).orElseThrow().remaining()).isEqualTo(14);
        assertThat(extension(hello, WHOLE, SESSION_TICKET).orElseThrow().hasRemaining()).isFalse();
        assertThat(extension(hello(NAME), WHOLE, SESSION_TICKET)).isEmpty();
    }

    @Test
    void alsoInSeveralRecords() throws Exception {
        for (int fragment = 1; fragment < 60; fragment++) {
            assertThat(extension(hello(NAME + EMPTY_TICKET), fragment, SESSION_TICKET))
                    .as("in pieces of %d bytes", fragment)
                    .isPresent();
        }
    }

    @Test
    void alsoInMemoryThatIsNoArray() throws Exception {
        ByteBuffer record = record(hello(EMPTY_TICKET));
        ByteBuffer direct = ByteBuffer.allocateDirect(record.remaining()).put(record).flip();
        assertThat(new ClientHelloMessage().extension(SESSION_TICKET, direct)).isPresent();
        assertThat(new ClientHelloMessage().extension(SESSION_TICKET, direct.asReadOnlyBuffer()))
                .isPresent();
    }

    @Test
    void noneWhereThereIsNoListOfThem() throws Exception {
        String body = "0303" + "11".repeat(32) + "00" + "0002c02b" + "0100";
        byte[] hello = HexFormat.of().parseHex("01000029" + body);
        assertThat(extension(hello, WHOLE, SESSION_TICKET)).isEmpty();
    }

    @Test
    void nothingInWhatIsCutOffOrAnotherMessage() {
        byte[] whole = hello(EMPTY_TICKET);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> extension(part, WHOLE, SESSION_TICKET))
                    .as("%d bytes", part.length)
                    .isInstanceOf(MalformedMessageException.class);
        }
        whole[0] = 2;
        assertThatThrownBy(() -> extension(whole, WHOLE, SESSION_TICKET))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void recordsOfAnotherKindArePassedOver() throws Exception {
        ByteBuffer alert = ByteBuffer.wrap(new byte[] {ContentType.ALERT, 3, 3, 0, 2, 1, 0});
        ClientHelloMessage hello = new ClientHelloMessage();
        hello.keep(alert);
        assertThat(hello.extension(SESSION_TICKET, record(hello(EMPTY_TICKET)))).isPresent();
        hello.keep(record(hello(EMPTY_TICKET)));
        assertThat(hello.extension(SESSION_TICKET, alert)).isPresent();
    }

    /** Looked for in a hello that comes in records of so many bytes. */
    private static Optional<WireReader> extension(byte[] bytes, int fragment, int type)
            throws MalformedMessageException {
        ClientHelloMessage hello = new ClientHelloMessage();
        int at = 0;
        for (; at + fragment < bytes.length; at += fragment) {
            ByteBuffer record = record(Arrays.copyOfRange(bytes, at, at + fragment));
            int start = record.position();
            hello.keep(record);
            assertThat(record.position()).as("only looked at").isEqualTo(start);
            // Whoever has the record uses its memory for the next one.
            record.put(new byte[record.remaining()]);
        }
        return hello.extension(type, record(Arrays.copyOfRange(bytes, at, bytes.length)));
    }

    /** Somewhere in an array. */
    private static ByteBuffer record(byte[] fragment) {
        ByteBuffer record = ByteBuffer.allocate(5 + HEADER + fragment.length).position(2).slice();
        record.position(3);
        record.put((byte) ContentType.HANDSHAKE).putShort((short) 0x0301);
        record.putShort((short) fragment.length).put(fragment);
        return record.position(3);
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
