package io.rustls4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void keepsWhatPeopleWrite() {
        assertThat(Printable.of("CN=Grüße, 例え \uD83D\uDE00"))
                .isEqualTo("CN=Grüße, 例え \uD83D\uDE00");
    }

    @Test
    void letsNothingSteerTheTerminalOrBeginALine() {
        assertThat(Printable.of("a\u001b[2Jb\nc\rd\u0000e\u009bf\u202eg\uD800"))
                .isEqualTo("a\\u001b[2Jb c d\\u0000e\\u009bf\\u202eg\\ud800");
    }
}
