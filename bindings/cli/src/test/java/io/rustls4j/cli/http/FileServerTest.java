package io.rustls4j.cli.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.cli.Authority;
import io.rustls4j.cli.CommandRun;
import io.rustls4j.cli.ExitStatus;
import io.rustls4j.cli.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FileServerTest {
    @TempDir private Path directory;

    private Path folder;
    private Authority authority;
    private RunningServer server;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createDirectories(directory.resolve("www/sub dir")).getParent();
        Files.writeString(directory.resolve("secret.txt"), "secret");
        Files.writeString(folder.resolve("index.html"), "<p>index</p>");
        Files.writeString(folder.resolve("sub dir/<b>.txt"), "text");
        authority = new Authority("authority", directory);
        server = RunningServer.start(authority.serverOptions("--www", folder.toString()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CommandRun get(String path) {
        return CommandRun.of(
                "client",
                server.localhost(),
                "--ca-file",
                authority.file(),
                "-q",
                "--http-get",
                path);
    }

    /** The bytes of requests, and all that comes back. */
    private String raw(String requests) {
        return CommandRun.withInput(
                        requests, "client", server.byAddress(), "--ca-file", authority.file(), "-q")
                .mustSucceed()
                .out();
    }

    @Test
    void servesAFileAsItIs() throws IOException {
        byte[] content = new byte[1_000_003];
        new Random(1).nextBytes(content);
        Files.write(folder.resolve("big.bin"), content);

        assertThat(get("/big.bin").mustSucceed().bytes()).isEqualTo(content);
        server.await(Pattern.compile("http/1\\.1  1 request, 976\\.\\d KiB sent"));
    }

    @Test
    void servesTheIndexOfAFolder() {
        assertThat(get("/").mustSucceed().out()).isEqualTo("<p>index</p>");
    }

    @Test
    void listsAFolderWithoutAnIndexAndEscapesNames() {
        assertThat(get("/sub%20dir/").mustSucceed().out())
                .contains("<a href=\"./%3Cb%3E.txt\">&lt;b&gt;.txt</a>")
                .doesNotContain("<b>");
    }

    @Test
    void sendsTheNameOfAFolderToItsSlash() {
        assertThat(raw("GET //sub%20dir HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 301 Moved Permanently\r\n")
                .contains("\r\nLocation: /sub%20dir/\r\n");
    }

    @Test
    void saysWhatKindOfFileItIs() {
        assertThat(raw("GET /index.html HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("\r\nContent-Type: text/html\r\n")
                .contains("\r\nContent-Length: 12\r\n")
                .contains("\r\nX-Content-Type-Options: nosniff\r\n")
                .containsPattern(
                        "\r\nDate: \\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT\r\n")
                .endsWith("\r\n\r\n<p>index</p>");
    }

    @Test
    void headHasTheSameHeadAndNoContent() {
        assertThat(raw("HEAD / HTTP/1.0\r\n\r\n"))
                .contains("\r\nContent-Length: 12\r\n")
                .endsWith("\r\n\r\n");
    }

    @Test
    void keepsTheConnectionForMoreRequests() {
        String answers =
                raw(
                        """
                        GET / HTTP/1.1
                        Host: h

                        GET /none HTTP/1.1
                        Host: h

                        GET / HTTP/1.1
                        Host: h
                        Connection: close

                        GET /never HTTP/1.1
                        Host: h

                        """
                                .replace("\n", "\r\n"));

        assertThat(answers.split("HTTP/1\\.1 ")).hasSize(4);
        assertThat(answers)
                .containsSubsequence(
                        "200 OK", "keep-alive", "404 Not Found", "200 OK", "Connection: close");
        server.await(Pattern.compile("3 requests"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/%2e%2e/secret.txt",
                "/sub%20dir/..%2f..%2fsecret.txt",
                "/..%5csecret.txt",
                "//../secret.txt",
                "/link.txt"
            })
    void nothingOutsideTheFolderIsServed(String path) throws IOException {
        Files.createSymbolicLink(folder.resolve("link.txt"), directory.resolve("secret.txt"));

        CommandRun run = get(path).mustFailWith(ExitStatus.FAILURE);
        assertThat(run.out())
                .doesNotContain("secret\n")
                .isEqualTo("404 Not Found: there is no such file\n");
        assertThat(run.errorLine())
                .isEqualTo("rustls4j client: the server answered " + path + " with 404 Not Found");
    }

    @Test
    void aPipeIsNotRead() throws Exception {
        Process mkfifo = new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start();
        assertThat(mkfifo.waitFor()).isZero();
        get("/pipe").mustFailWith(ExitStatus.FAILURE);
    }

    @ParameterizedTest
    @CsvSource({
        "POST / HTTP/1.0,405 Method Not Allowed",
        "GET / HTTP/3.0,505 HTTP Version Not Supported",
        "GET / HTTP/1.1,400 Bad Request",
        "nonsense,400 Bad Request",
        "GET /%zz HTTP/1.0,400 Bad Request",
        "GET /é HTTP/1.0,400 Bad Request"
    })
    void answersWhatItCannotServe(String request, String status) {
        assertThat(raw(request + "\r\n\r\n")).startsWith("HTTP/1.1 " + status + "\r\n");
    }

    @Test
    void takesNoContent() {
        assertThat(raw("GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello"))
                .startsWith("HTTP/1.1 413 Content Too Large\r\n")
                .contains("\r\nConnection: close\r\n");
    }
}
