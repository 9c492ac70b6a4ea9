package io.rustls4j.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rustls4j.cli.Authority;
import io.rustls4j.cli.CommandRun;
import io.rustls4j.cli.ExitStatus;
import io.rustls4j.cli.RunningServer;
import io.rustls4j.testkit.KeyKind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ServerCommandTest {
    @TempDir private Path directory;

    private Authority authority;

    @BeforeEach
    void makeAuthority() {
        authority = new Authority("authority", directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rustls", "jdk"})
    void showsTheCertificateForTheNameThatIsAskedFor(String engine) {
        try (RunningServer server = RunningServer.start(threeCertificates(engine))) {
            assertThat(shown(server, "one.example")).contains("CN=one", "key      EC, 256 bits");
            assertThat(shown(server, "two.example")).contains("CN=two", "key      RSA, 2048 bits");
            assertThat(shown(server, "host.wild.example"))
                    .contains("CN=wild", "key      EC, 384 bits");
        }
    }

    @Test
    void showsTheFirstForAnyOtherName() {
        try (RunningServer server = RunningServer.start(threeCertificates("rustls"))) {
            for (String name :
                    List.of("other.example", "wild.example", "a.b.wild.example", "127.0.0.1")) {
                assertThat(shown(server, name)).contains("CN=one");
            }
        }
    }

    private String[] threeCertificates(String engine) {
        List<String> options = new ArrayList<>(List.of("--engine", engine));
        options.addAll(
                authority.options(
                        "one",
                        authority
                                .newCertificate()
                                .commonName("one")
                                .dns("one.example")
                                .ip("127.0.0.1")));
        options.addAll(
                authority.options(
                        "two",
                        authority
                                .newCertificate()
                                .commonName("two")
                                .dns("two.example", "three.example")
                                .key(KeyKind.RSA_2048)));
        options.addAll(
                authority.options(
                        "wild",
                        authority
                                .newCertificate()
                                .commonName("wild")
                                .dns("*.wild.example")
                                .key(KeyKind.EC_P384)));
        return options.toArray(new String[0]);
    }

    private static String shown(RunningServer server, String name) {
        return CommandRun.of(
                        "client",
                        server.byAddress(),
                        "--servername",
                        name,
                        "--insecure-skip-verify",
                        "--show-certs")
                .mustSucceed()
                .err();
    }

    @ParameterizedTest
    @CsvSource({"rustls,localhost", "rustls,127.0.0.1", "jdk,localhost"})
    void makesItsOwnCertificate(String engine, String host) {
        Path authorityFile;
        try (RunningServer server = RunningServer.start("--demo-cert", "--engine", engine)) {
            assertThat(server.engine()).isEqualTo(engine);
            authorityFile = server.authorityFile();
            CommandRun.of(
                            "client",
                            host + ":" + server.port(),
                            "--ca-file",
                            authorityFile.toString())
                    .mustSucceed();
        }
        assertThat(authorityFile).doesNotExist();
    }

    @Test
    void endsCleanlyAndSaysGoodbye() throws IOException {
        try (RunningServer server = RunningServer.start(authority.serverOptions());
                Socket silent = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            silent.setSoTimeout(10_000);
            assertThat(server.stop()).isEqualTo(ExitStatus.SUCCESS);
            assertThat(silent.getInputStream().read()).as("end of the connection").isNegative();
        }
    }

    @Test
    void survivesWhatIsNotTls() throws IOException {
        try (RunningServer server = RunningServer.start(authority.serverOptions())) {
            sendHttp(server);
            server.await(Pattern.compile("127\\.0\\.0\\.1:\\d+  no handshake: .+"));
            CommandRun.of("client", server.localhost(), "--ca-file", authority.file())
                    .mustSucceed();
            assertThat(server.output()).doesNotContain("\tat ");
        }
    }

    @Test
    void verboseShowsTheStackTraceOfAFailedConnection() throws IOException {
        try (RunningServer server = RunningServer.start(authority.serverOptions("--verbose"))) {
            sendHttp(server);
            server.await(Pattern.compile("no handshake: .+\\s+io\\.rustls4j\\..+\\s+at io\\."));
        }
    }

    private static void sendHttp(RunningServer server) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rustls", "jdk"})
    void listensWhereItIsToldAndShowsACertificateForIpV6(String engine) {
        assumeTrue(hasIpV6(), "this machine has no IPv6");
        try (RunningServer server =
                RunningServer.start("--demo-cert", "--address", "::1", "--engine", engine)) {
            CommandRun.of(
                            "client",
                            "[::1]:" + server.port(),
                            "--ca-file",
                            server.authorityFile().toString())
                    .mustSucceed();
        }
    }

    private static boolean hasIpV6() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
            return any.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(
                            CommandRun.of(
                                            Authority.join(
                                                    List.of("server", port),
                                                    authority.serverOptions()))
                                    .mustFailWith(ExitStatus.FAILURE)
                                    .errorLine())
                    .startsWith("rustls4j server: cannot listen on 127.0.0.1:" + port);
        }
    }

    @Test
    void aPortThatDoesNotExistIsNamed() {
        assertThat(
                        CommandRun.of(
                                        Authority.join(
                                                List.of("server", "65536"),
                                                authority.serverOptions()))
                                .mustFailWith(ExitStatus.USAGE)
                                .errorLine())
                .contains("65536", "0 to 65535");
    }

    @Test
    void optionsThatDoNotFitAreExplained() {
        String certificate = authority.serverOptions()[1];
        assertThat(usage("0")).contains("--cert and --key, or --demo-cert");
        assertThat(usage("0", "--cert", certificate)).contains("1 --cert and 0 --key");
        assertThat(usage("0", "--demo-cert", "--cert", certificate))
                .contains("--demo-cert and --cert");
        assertThat(usage("0", "--demo-cert", "--client-auth=want"))
                .contains("--client-auth needs --client-ca");
        assertThat(usage("0", "--demo-cert", "--client-auth=maybe"))
                .contains("maybe", "want", "need");
        assertThat(usage("0", "--demo-cert", "--client-ca=/no/such"))
                .contains("--client-ca", "/no/such");
        assertThat(usage("0", "--demo-cert", "--www=/no/such"))
                .contains("--www /no/such is not a folder");
        assertThat(usage("0", "--demo-cert", "--www=.", "--echo")).contains("--www and --echo");
        assertThat(usage("0", "--cert", "/no/cert", "--key", "/no/key"))
                .contains("--cert /no/cert", "cannot be read");
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() {
        String[] one = authority.serverOptions();
        List<String> other = authority.options("other", authority.newCertificate());
        assertThat(usage("0", "--cert", one[1], "--key", other.get(3)))
                .startsWith("rustls4j server: --cert " + one[1] + " --key " + other.get(3) + ": ");
        assertThat(usage("0", "--engine=jdk", "--cert", one[1], "--key", other.get(3)))
                .contains("--key " + other.get(3) + ": ");
    }

    private static String usage(String... args) {
        return CommandRun.of(Authority.join(List.of("server"), args))
                .mustFailWith(ExitStatus.USAGE)
                .errorLine();
    }
}
