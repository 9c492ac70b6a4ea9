package io.rustls4j.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswerTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private HttpAnswer read(String text) throws IOException {
        return HttpAnswer.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), out);
    }

    private String content() {
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void takesAsManyBytesAsWereAnnounced() throws IOException {
        assertThat(read("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello, and more"))
                .hasToString("200 OK");
        assertThat(content()).isEqualTo("hello");
    }

    @Test
    void putsChunksTogether() throws IOException {
        HttpAnswer answer =
                read(
                        "HTTP/1.1 404 No\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + "5;x=y\r\nhello\r\nA\r\n, chunks!!\r\n0\r\nTrailer: t\r\n\r\nrest");
        assertThat(answer.isError()).isTrue();
        assertThat(content()).isEqualTo("hello, chunks!!");
    }

    @Test
    void readsToTheEndWithoutALength() throws IOException {
        read("HTTP/1.0 200\r\n\r\nall of it");
        assertThat(content()).isEqualTo("all of it");
    }

    @Test
    void skipsInterimAnswers() throws IOException {
        assertThat(
                        read("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n")
                                .code())
                .isEqualTo(204);
        assertThat(content()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
            })
    void noticesThatAnAnswerIsCut(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0x10\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhello\r\n0\r\n\r\n"
            })
    void refusesWhatIsNotHttp(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
    }
}
