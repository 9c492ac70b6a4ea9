package io.rustls4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WireReaderTest {
    @Test
    void fieldsComeOneAfterTheOther() throws MalformedMessageException {
        WireReader reader =
                new WireReader(HelloBytes.bytes(0xff, 1, 2, 3, 4, 5, 1, 7, 0, 1, 8, 9, 9, 6));

        assertThat(reader.u8()).isEqualTo(0xff);
        assertThat(reader.u16()).isEqualTo(0x0102);
        assertThat(reader.u24()).isEqualTo(0x030405);
        assertThat(reader.vector8().rest()).containsExactly(7);
        assertThat(reader.vector16().rest()).containsExactly(8);
        reader.skip(1);
        assertThat(reader.take(1)).containsExactly(9);
        assertThat(reader.hasRemaining()).isTrue();
        assertThatThrownBy(reader::expectEnd).hasMessageContaining("1 bytes too many");
        assertThat(reader.rest()).containsExactly(6);
        assertThat(reader.rest()).isEmpty();
        reader.expectEnd();
    }

    @Test
    void nothingIsReadPastTheEnd() throws MalformedMessageException {
        WireReader inner = new WireReader(HelloBytes.bytes(1, 2, 3)).slice(1);

        assertThatThrownBy(inner::u16).isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> new WireReader(HelloBytes.bytes(2, 1)).vector8())
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("a field of 2 bytes where only 1 are left");
        assertThatThrownBy(() -> new WireReader(new byte[1]).skip(2))
                .isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> new WireReader(new byte[1]).take(2))
                .isInstanceOf(MalformedMessageException.class);
    }
}
