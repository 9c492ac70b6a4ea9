package io.rustls4j.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TargetConverterTest {
    private final TargetConverter converter = new TargetConverter();

    @Test
    void readsNamesAndAddresses() {
        assertThat(converter.convert("example.org:8443"))
                .isEqualTo(new Target("example.org", 8443));
        assertThat(converter.convert("example.org")).isEqualTo(new Target("example.org", 443));
        assertThat(converter.convert("127.0.0.1:1")).isEqualTo(new Target("127.0.0.1", 1));
        assertThat(converter.convert("[::1]:4433")).isEqualTo(new Target("::1", 4433));
        assertThat(converter.convert("[fe80::1%eth0]")).isEqualTo(new Target("fe80::1%eth0", 443));
        assertThat(converter.convert("2001:db8::1")).isEqualTo(new Target("2001:db8::1", 443));
    }

    @Test
    void writesThemAsTheyWereRead() {
        assertThat(new Target("::1", 443)).hasToString("[::1]:443");
        assertThat(new Target("example.org", 443)).hasToString("example.org:443");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":443",
                "host:",
                "host:0",
                "host:65536",
                "host:x",
                "https://host/",
                "[::1",
                "a b:1"
            })
    void refusesTheRestAndSaysWhatWouldBeRight(String value) {
        assertThatThrownBy(() -> converter.convert(value))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + value + "'")
                .hasMessageContaining("example.org:443");
    }
}
