package io.rustls4j.cli.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRequestReaderTest {
    private static HttpRequestReader reader(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return new HttpRequestReader(Channels.newChannel(new ByteArrayInputStream(bytes)));
    }

    @Test
    void readsOneRequestAfterTheOther() throws Exception {
        HttpRequestReader reader =
                reader("GET /a HTTP/1.1\r\nHost: h\r\n\r\nHEAD /b?c HTTP/1.0\r\nX-Y:  z \r\n\r\n");

        HttpRequest first = reader.next().orElseThrow();
        assertThat(first.target()).isEqualTo("/a");
        assertThat(first.keepsAlive()).isTrue();
        HttpRequest second = reader.next().orElseThrow();
        assertThat(second.isHead()).isTrue();
        assertThat(second.target()).isEqualTo("/b?c");
        assertThat(second.field("x-y")).contains("z");
        assertThat(second.keepsAlive()).isFalse();
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void knowsWhetherTheClientStays() throws Exception {
        assertThat(
                        reader("GET / HTTP/1.1\r\nHost: h\r\nConnection: Close\r\n\r\n")
                                .next()
                                .orElseThrow()
                                .keepsAlive())
                .isFalse();
        assertThat(
                        reader("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n")
                                .next()
                                .orElseThrow()
                                .keepsAlive())
                .isTrue();
    }

    @Test
    void noticesContent() throws Exception {
        assertThat(
                        reader("GET / HTTP/1.0\r\nContent-Length: 5\r\n\r\nhello")
                                .next()
                                .orElseThrow()
                                .hasBody())
                .isTrue();
        assertThat(
                        reader("GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n")
                                .next()
                                .orElseThrow()
                                .hasBody())
                .isTrue();
        assertThat(
                        reader("GET / HTTP/1.0\r\nContent-Length: 0\r\n\r\n")
                                .next()
                                .orElseThrow()
                                .hasBody())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n\r\n",
                "GET /\r\n\r\n",
                "GET  / HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET / HTTP/1.1 \r\nHost: h\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: h\r\n folded\r\n\r\n",
                "GET / HTTP/1.1\r\nHost : h\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: h\r\nX: a\nY: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: h\r\n"
            })
    void refusesWhatIsNoRequest(String text) {
        assertThatThrownBy(() -> reader(text).next())
                .isInstanceOfSatisfying(
                        HttpRefusal.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.BAD_REQUEST));
    }

    @Test
    void limitsTheHead() {
        assertThatThrownBy(() -> reader("GET / HTTP/1.1\r\nHost: " + "h".repeat(20_000)).next())
                .isInstanceOfSatisfying(
                        HttpRefusal.class,
                        refusal ->
                                assertThat(refusal.status())
                                        .isEqualTo(HttpStatus.FIELDS_TOO_LARGE));
    }

    @Test
    void speaksOnlyHttp1() {
        assertThatThrownBy(() -> reader("PRI * HTTP/2.0\r\n\r\n").next())
                .isInstanceOfSatisfying(
                        HttpRefusal.class,
                        refusal ->
                                assertThat(refusal.status())
                                        .isEqualTo(HttpStatus.VERSION_NOT_SUPPORTED));
    }
}
