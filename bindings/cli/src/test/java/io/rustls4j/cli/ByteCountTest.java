package io.rustls4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteCountTest {
    @Test
    void choosesTheUnit() {
        assertThat(ByteCount.of(0)).isEqualTo("0 B");
        assertThat(ByteCount.of(1023)).isEqualTo("1023 B");
        assertThat(ByteCount.of(1536)).isEqualTo("1.50 KiB");
        assertThat(ByteCount.of(256L << 20)).isEqualTo("256 MiB");
        assertThat(ByteCount.of(1474L << 20)).isEqualTo("1.44 GiB");
    }

    @Test
    void dividesByTheTime() {
        assertThat(ByteCount.perSecond(512L << 20, 250_000_000)).isEqualTo("2 GiB/s");
        assertThat(ByteCount.perSecond(1, 0)).endsWith("/s");
    }
}
