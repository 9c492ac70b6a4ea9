package io.rustls4j.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.jdk.RecordAssembler.State;
import io.rustls4j.wire.HelloBytes;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class RecordAssemblerTest {
    private final RecordAssembler assembler = new RecordAssembler();

    @Test
    void aRecordIsCompleteAtItsLastByte() {
        byte[] record = HelloBytes.record(23, new byte[300]);
        for (int i = 0; i < record.length - 1; i++) {
            assertThat(assembler.fill(ByteBuffer.wrap(record, i, 1))).isEqualTo(State.PARTIAL);
        }

        assertThat(assembler.fill(ByteBuffer.wrap(record, record.length - 1, 1)))
                .isEqualTo(State.COMPLETE);
        assertThat(assembler.record()).isEqualTo(record);
    }

    @Test
    void nothingIsTakenBeyondOneRecord() {
        byte[] one = HelloBytes.record(23, new byte[3]);
        ByteBuffer two = ByteBuffer.wrap(HelloBytes.concat(one, one)).asReadOnlyBuffer();

        assertThat(assembler.fill(two)).isEqualTo(State.COMPLETE);
        assertThat(two.position()).isEqualTo(one.length);
        assembler.next();
        assertThat(assembler.fill(two)).isEqualTo(State.COMPLETE);
        assembler.next();
        assertThat(assembler.fill(two)).isEqualTo(State.PARTIAL);
    }

    @Test
    void aRecordMayBeEmpty() {
        assertThat(assembler.fill(ByteBuffer.wrap(HelloBytes.record(23))))
                .isEqualTo(State.COMPLETE);
    }

    @Test
    void aHeaderThatIsNoneIsNotWaitedFor() {
        ByteBuffer http = ByteBuffer.wrap(HelloBytes.text("GET / HTTP/1.0"));

        assertThat(assembler.fill(http)).isEqualTo(State.NOT_TLS);
        assertThat(http.position()).isEqualTo(Records.HEADER);
    }

    @Test
    void aLengthBeyondTheLimitIsNotWaitedFor() {
        int largest = Records.MAX_FRAGMENT;
        assertThat(
                        new RecordAssembler()
                                .fill(
                                        ByteBuffer.wrap(
                                                HelloBytes.bytes(23, 3, 3, largest >> 8, largest))))
                .isEqualTo(State.PARTIAL);
        assertThat(
                        assembler.fill(
                                ByteBuffer.wrap(
                                        HelloBytes.bytes(
                                                23, 3, 3, (largest + 1) >> 8, largest + 1))))
                .isEqualTo(State.OVERSIZED);
    }
}
