package io.rustls4j.tcnative.bio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Bytes at an address are there to be read later, until the BIO is freed. */
final class MemBioTest {
    private final MemBio bio = new MemBio();

    @Test
    void whatIsWrittenIsThere() {
        assertThat(write("first ")).isEqualTo(6);
        assertThat(write("second")).isEqualTo(6);

        assertThat(bio.contents()).asString(StandardCharsets.US_ASCII).isEqualTo("first second");
        assertThat(bio.contents()).hasSize(12);
    }

    @Test
    void whatIsReadIsACopy() {
        write("text");

        bio.contents()[0] = 'n';

        assertThat(bio.contents()).asString(StandardCharsets.US_ASCII).isEqualTo("text");
    }

    @Test
    void freeingForgetsIt() {
        write("secret");

        bio.free();

        assertThat(bio.contents()).isEmpty();
    }

    @Test
    void nothingCanBeWritten() {
        try (Arena arena = Arena.ofConfined()) {
            assertThat(bio.write(arena.allocate(1).address(), 0)).isZero();
        }
        assertThat(bio.contents()).isEmpty();
    }

    @Test
    void noAddressIsANullPointer() {
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> bio.write(0, 1));
    }

    @Test
    void aNegativeLengthIsRefused() {
        try (Arena arena = Arena.ofConfined()) {
            long address = arena.allocate(1).address();
            assertThatIllegalArgumentException().isThrownBy(() -> bio.write(address, -1));
        }
    }

    private int write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment segment = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            return bio.write(segment.address(), bytes.length);
        }
    }
}
