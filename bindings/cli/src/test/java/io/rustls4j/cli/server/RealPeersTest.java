package io.rustls4j.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.cli.Authority;
import io.rustls4j.cli.ExternalProgram;
import io.rustls4j.cli.RunningServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server with other people's clients. */
@Timeout(120)
class RealPeersTest {
    @TempDir private Path directory;

    private Authority authority;

    @BeforeEach
    void makeAuthority() {
        authority = new Authority("authority", directory);
    }

    @ParameterizedTest
    // Not TLS 1.2 on the jdk engine: there the JDK sends no echo after openssl has closed its half.
    @CsvSource({"rustls,-tls1_3,TLSv1.3", "rustls,-tls1_2,TLSv1.2", "jdk,-tls1_3,TLSv1.3"})
    void opensslGetsItsEcho(String engine, String option, String version) throws Exception {
        ExternalProgram.require("openssl");
        try (RunningServer server =
                RunningServer.start(authority.serverOptions("--engine", engine))) {
            ExternalProgram.Run run =
                    ExternalProgram.run(
                            "hello from openssl\n",
                            openssl(
                                    server,
                                    "-servername",
                                    "localhost",
                                    "-quiet",
                                    "-no_ign_eof",
                                    option));

            assertThat(run.status()).as(run.output()).isZero();
            server.await(
                    Pattern.compile(Pattern.quote(version) + " .*name localhost  19 B echoed"));
        }
    }

    @Test
    void opensslVerifiesTheName() throws Exception {
        ExternalProgram.require("openssl");
        try (RunningServer server = RunningServer.start(authority.serverOptions())) {
            assertThat(
                            ExternalProgram.run(
                                            "", openssl(server, "-verify_hostname", "localhost"))
                                    .status())
                    .isZero();
            assertThat(
                            ExternalProgram.run(
                                            "",
                                            openssl(server, "-verify_hostname", "wrong.example"))
                                    .output())
                    .contains("hostname mismatch");
        }
    }

    @Test
    void opensslShowsAClientCertificate() throws Exception {
        ExternalProgram.require("openssl");
        Authority clients = new Authority("clients", directory);
        List<String> identity =
                clients.options("openssl", clients.newCertificate().commonName("openssl"));
        try (RunningServer server =
                RunningServer.start(authority.serverOptions("--client-ca", clients.file()))) {
            ExternalProgram.Run run =
                    ExternalProgram.run(
                            "", openssl(server, "-cert", identity.get(1), "-key", identity.get(3)));

            assertThat(run.status()).as(run.output()).isZero();
            server.await(Pattern.compile("client CN=openssl,"));
        }
    }

    private String[] openssl(RunningServer server, String... more) {
        return Authority.join(
                List.of(
                        "openssl",
                        "s_client",
                        "-connect",
                        server.byAddress(),
                        "-CAfile",
                        authority.file(),
                        "-verify_return_error"),
                more);
    }

    @ParameterizedTest
    @CsvSource({"rustls,1.3", "rustls,1.2", "jdk,1.3", "jdk,1.2"})
    void curlDownloadsByNameAndByAddress(String engine, String version) throws Exception {
        ExternalProgram.require("curl");
        Path folder = Files.createDirectory(directory.resolve("www"));
        Files.writeString(folder.resolve("page.txt"), "page ".repeat(100_000));
        try (RunningServer server =
                RunningServer.start(
                        authority.serverOptions("--www", folder.toString(), "--engine", engine))) {
            for (String host : List.of(server.localhost(), server.byAddress())) {
                ExternalProgram.Run run =
                        ExternalProgram.run(
                                "", curl("--tls-max", version, "https://" + host + "/page.txt"));
                assertThat(run.output()).isEqualTo("page ".repeat(100_000));
                assertThat(run.status()).isZero();
                server.await(Pattern.compile("TLSv" + Pattern.quote(version)));
            }
        }
    }

    private String[] curl(String... more) {
        return Authority.join(List.of("curl", "-sS", "--cacert", authority.file()), more);
    }

    @Test
    void curlReusesTheConnection() throws Exception {
        ExternalProgram.require("curl");
        Path folder = Files.createDirectory(directory.resolve("www"));
        Files.writeString(folder.resolve("page.txt"), "page");
        try (RunningServer server =
                RunningServer.start(authority.serverOptions("--www", folder.toString()))) {
            String url = "https://" + server.localhost() + "/page.txt";
            ExternalProgram.run("", curl(url, url, url));
            server.await(Pattern.compile("3 requests"));
        }
    }

    @Test
    void curlRefusesAnotherAuthoritysCertificate() throws Exception {
        ExternalProgram.require("curl");
        Authority other = new Authority("other", directory);
        try (RunningServer server = RunningServer.start(authority.serverOptions())) {
            ExternalProgram.Run run =
                    ExternalProgram.run(
                            "",
                            "curl",
                            "-sS",
                            "--cacert",
                            other.file(),
                            "https://" + server.localhost() + "/");
            assertThat(run.status()).as(run.output()).isEqualTo(60);
            server.await(Pattern.compile("no handshake: the client sent the alert unknown_ca"));
        }
    }
}
