package io.rustls4j.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.AlertDescription;
import io.rustls4j.wire.HelloBytes;
import java.util.Arrays;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class HelloCollectorTest {
    private final HelloCollector collector = new HelloCollector();

    @Test
    void aHelloMayBeSpreadOverRecords() {
        byte[] hello = HelloBytes.full();
        int last = hello.length - 1;
        for (int i = 0; i < last; i++) {
            assertThat(collector.add(HelloBytes.record(22, new byte[] {hello[i]})))
                    .isInstanceOf(HelloCollector.Result.Partial.class);
        }

        assertThat(collector.add(HelloBytes.record(22, new byte[] {hello[last]})))
                .isInstanceOf(HelloCollector.Result.Complete.class);
    }

    @Test
    void anotherRecordIsRefused() {
        assertRefused(HelloBytes.record(23, new byte[10]), AlertDescription.UNEXPECTED_MESSAGE);
        assertRefused(HelloBytes.record(20, new byte[] {1}), AlertDescription.UNEXPECTED_MESSAGE);
    }

    @Test
    void anotherMessageIsRefused() {
        assertRefused(
                HelloBytes.record(22, HelloBytes.handshake(2, new byte[50])),
                AlertDescription.UNEXPECTED_MESSAGE);
    }

    @Test
    void nonsenseIsRefused() {
        byte[] hello = HelloBytes.full();
        Arrays.fill(hello, 4, hello.length, (byte) 0xff);

        assertRefused(HelloBytes.record(22, hello), AlertDescription.DECODE_ERROR);
    }

    @Test
    void anEmptyRecordIsRefused() {
        assertRefused(HelloBytes.record(22), AlertDescription.DECODE_ERROR);
    }

    @Test
    void aHugeHelloIsRefusedAtOnce() {
        assertRefused(
                HelloBytes.record(22, HelloBytes.bytes(1, 1, 0, 0)), AlertDescription.DECODE_ERROR);
    }

    private void assertRefused(byte[] record, AlertDescription alert) {
        assertThat(new HelloCollector().add(record))
                .asInstanceOf(InstanceOfAssertFactories.type(HelloCollector.Result.Wrong.class))
                .satisfies(wrong -> assertThat(wrong.why().alert()).isEqualTo(alert));
    }
}
