package io.rustls4j.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.cli.Authority;
import io.rustls4j.cli.CommandRun;
import io.rustls4j.cli.CommandTree;
import io.rustls4j.cli.ExitStatus;
import io.rustls4j.cli.RunningServer;
import io.rustls4j.cli.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
class ClientCommandTest {
    @TempDir private Path directory;

    private Authority authority;

    @BeforeEach
    void makeAuthority() {
        authority = new Authority("authority", directory);
    }

    @ParameterizedTest
    @CsvSource({"rustls,rustls", "rustls,jdk", "jdk,rustls", "jdk,jdk"})
    void sendsStandardInputAndReceivesTheEcho(String clientEngine, String serverEngine) {
        String text = "x".repeat(100_000) + "end";
        try (RunningServer server =
                RunningServer.start(authority.serverOptions("--engine", serverEngine))) {
            CommandRun run =
                    CommandRun.withInput(
                                    text,
                                    "client",
                                    server.localhost(),
                                    "--ca-file",
                                    authority.file(),
                                    "--engine",
                                    clientEngine)
                            .mustSucceed();

            assertThat(run.out()).isEqualTo(text);
            assertThat(run.err())
                    .contains("TLSv1.3", "verified with the roots in " + authority.file());
            server.await(
                    Pattern.compile(
                            "TLSv1\\.3 TLS_\\S+ .*full  name localhost  97\\.7 KiB echoed"));
        }
    }

    @Test
    void connectsByAddressWithoutAName() {
        try (RunningServer server = RunningServer.start(authority.serverOptions())) {
            CommandRun.of("client", server.byAddress(), "--ca-file", authority.file())
                    .mustSucceed();
            assertThat(server.await(Pattern.compile("127\\.0\\.0\\.1:\\d+  TLS.*")).group())
                    .doesNotContain("name");
        }
    }

    @Test
    void keepsTheNameToItselfIfAskedTo() {
        try (RunningServer server = RunningServer.start(authority.serverOptions())) {
            CommandRun.of("client", server.localhost(), "--ca-file", authority.file(), "--no-sni")
                    .mustSucceed();
            assertThat(server.await(Pattern.compile("127\\.0\\.0\\.1:\\d+  TLS.*")).group())
                    .doesNotContain("name");
        }
    }

    @Test
    void endsWhenTheServerDoesThoughStandardInputGoesOn() throws IOException {
        try (PipedOutputStream keyboard = new PipedOutputStream();
                PipedInputStream input = new PipedInputStream(keyboard);
                RunningServer server = RunningServer.start(authority.serverOptions())) {
            keyboard.write('x');
            OutputStream stopAtFirstByte =
                    new OutputStream() {
                        @Override
                        public void write(int b) {
                            server.stop();
                        }
                    };
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int status =
                    CommandTree.of(new Streams(input, stopAtFirstByte, err, StandardCharsets.UTF_8))
                            .execute("client", server.localhost(), "--ca-file", authority.file());

            assertThat(status)
                    .as(err.toString(StandardCharsets.UTF_8))
                    .isEqualTo(ExitStatus.SUCCESS);
        }
    }

    @Test
    void aFullStandardOutputIsAFailure() {
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };
        try (RunningServer server = RunningServer.start(authority.serverOptions())) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            InputStream input = new ByteArrayInputStream(new byte[] {1});
            int status =
                    CommandTree.of(new Streams(input, full, err, StandardCharsets.UTF_8))
                            .execute(
                                    "client",
                                    server.localhost(),
                                    "--ca-file",
                                    authority.file(),
                                    "-q");

            assertThat(status).isEqualTo(ExitStatus.FAILURE);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .isEqualToIgnoringNewLines(
                            "rustls4j client: standard output takes no more: No space left on device");
        }
    }

    @Test
    void anotherAuthoritysCertificateIsRefusedInOneLine() {
        Authority other = new Authority("other", directory);
        try (RunningServer server = RunningServer.start(authority.serverOptions())) {
            CommandRun run =
                    CommandRun.of("client", server.localhost(), "--ca-file", other.file())
                            .mustFailWith(ExitStatus.FAILURE);

            assertThat(run.out()).isEmpty();
            assertThat(run.errorLine())
                    .startsWith(
                            "rustls4j client: the certificate of localhost:"
                                    + server.port()
                                    + " is refused: ")
                    .contains("--ca-file");
            server.await(Pattern.compile("no handshake: the client sent the alert unknown_ca"));
        }
    }

    @Test
    void theSystemDoesNotTrustIt() {
        try (RunningServer server = RunningServer.start(authority.serverOptions())) {
            assertThat(
                            CommandRun.of("client", server.localhost())
                                    .mustFailWith(ExitStatus.FAILURE)
                                    .errorLine())
                    .contains("is refused");
            assertThat(
                            CommandRun.of("client", server.localhost(), "--platform-roots")
                                    .mustFailWith(ExitStatus.FAILURE)
                                    .errorLine())
                    .contains("is refused");
        }
    }

    @Test
    void aCertificateForOtherNamesIsRefused() {
        try (RunningServer server = RunningServer.start(authority.serverOptions())) {
            assertThat(
                            CommandRun.of(
                                            "client",
                                            server.localhost(),
                                            "--ca-file",
                                            authority.file(),
                                            "--servername",
                                            "wrong.example")
                                    .mustFailWith(ExitStatus.FAILURE)
                                    .errorLine())
                    .contains("not for wrong.example", "--servername");
        }
    }

    @Test
    void anExpiredCertificateIsRefused() {
        List<String> expired =
                authority.options("expired", authority.newCertificate().dns("localhost").expired());
        try (RunningServer server = RunningServer.start(Authority.join(expired))) {
            assertThat(
                            CommandRun.of(
                                            "client",
                                            server.localhost(),
                                            "--ca-file",
                                            authority.file())
                                    .mustFailWith(ExitStatus.FAILURE)
                                    .errorLine())
                    .contains("clock");
        }
    }

    @Test
    void withoutVerificationAnyCertificateWillDoButThereIsAWarning() {
        try (RunningServer server = RunningServer.start(authority.serverOptions())) {
            CommandRun run =
                    CommandRun.of("client", server.localhost(), "--insecure-skip-verify", "-q")
                            .mustSucceed();
            assertThat(run.errorLine())
                    .startsWith("warning: the server's certificate is not verified");
        }
    }

    @Test
    void trustIsOneThingOrTheOther() {
        assertThat(
                        CommandRun.of(
                                        "client",
                                        "localhost",
                                        "--insecure-skip-verify",
                                        "--ca-file",
                                        authority.file())
                                .mustFailWith(ExitStatus.USAGE)
                                .errorLine())
                .contains("mutually exclusive");
    }

    @Test
    void quietSaysNothing() {
        try (RunningServer server = RunningServer.start(authority.serverOptions())) {
            assertThat(
                            CommandRun.of(
                                            "client",
                                            server.localhost(),
                                            "--ca-file",
                                            authority.file(),
                                            "-q")
                                    .mustSucceed()
                                    .err())
                    .isEmpty();
        }
    }

    @Test
    void showsTheCertificates() {
        try (RunningServer server = RunningServer.start(authority.serverOptions())) {
            assertThat(
                            CommandRun.of(
                                            "client",
                                            server.localhost(),
                                            "--ca-file",
                                            authority.file(),
                                            "--show-certs")
                                    .mustSucceed()
                                    .err())
                    .contains("certificate 1 of 1")
                    .containsPattern("subject +CN=end entity")
                    .containsPattern("issuer +CN=authority")
                    .containsPattern("valid +\\d{4}-\\d\\d-\\d\\dT.* to \\d{4}-")
                    .containsPattern("names +localhost, 127.0.0.1")
                    .containsPattern("key +EC, 256 bits, signed with SHA256withECDSA")
                    .containsPattern("SHA-256 +[0-9a-f]{64}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--tls1.2,TLSv1.2",
        "--tls1.3,TLSv1.3",
        "--versions=TLSv1.2,TLSv1.2",
        "--versions=1.3,TLSv1.3",
        "--ciphers=TLS_CHACHA20_POLY1305_SHA256,TLS_CHACHA20_POLY1305_SHA256",
        "--groups=secp384r1,secp384r1",
        "--groups=P-256,secp256r1",
        "--alpn=h3,ALPN         h3"
    })
    void negotiatesWhatItIsTold(String option, String expected) {
        try (RunningServer server =
                RunningServer.start(authority.serverOptions("--alpn=h2,h3", "--engine=rustls"))) {
            assertThat(
                            CommandRun.of(
                                            "client",
                                            server.localhost(),
                                            "--ca-file",
                                            authority.file(),
                                            "--engine=rustls",
                                            option)
                                    .mustSucceed()
                                    .err())
                    .contains(expected);
        }
    }

    @Test
    void nothingInCommonIsSaidInOneLine() {
        try (RunningServer server =
                RunningServer.start(authority.serverOptions("--tls1.3", "--alpn=h2"))) {
            assertThat(
                            CommandRun.of(
                                            "client",
                                            server.localhost(),
                                            "--ca-file",
                                            authority.file(),
                                            "--tls1.2")
                                    .mustFailWith(ExitStatus.FAILURE)
                                    .errorLine())
                    .contains("protocol_version", "--versions");
            assertThat(
                            CommandRun.of(
                                            "client",
                                            server.localhost(),
                                            "--ca-file",
                                            authority.file(),
                                            "--alpn=h9")
                                    .mustFailWith(ExitStatus.FAILURE)
                                    .errorLine())
                    .contains("no_application_protocol", "--alpn");
        }
    }

    @ParameterizedTest
    @CsvSource({"--ciphers=RC4,RC4", "--groups=x448x,x448x", "--versions=SSLv3,SSLv3"})
    void unknownNamesAreAnsweredWithKnownOnes(String option, String named) {
        assertThat(
                        CommandRun.of("client", "localhost", option)
                                .mustFailWith(ExitStatus.USAGE)
                                .errorLine())
                .contains(named)
                .containsAnyOf("TLS_AES_128_GCM_SHA256", "x25519", "TLSv1.3");
    }

    @Test
    void writesTheKeyLogForTheOwnerAlone() throws IOException {
        Path keyLog = directory.resolve("keys.log");
        try (RunningServer server = RunningServer.start(authority.serverOptions())) {
            CommandRun.of(
                            "client",
                            server.localhost(),
                            "--ca-file",
                            authority.file(),
                            "--keylog",
                            keyLog.toString(),
                            "--tls1.3")
                    .mustSucceed();
        }
        assertThat(keyLog)
                .content()
                .containsPattern("CLIENT_TRAFFIC_SECRET_0 [0-9a-f]{64} [0-9a-f]{64,}\n");
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(Files.getPosixFilePermissions(keyLog))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void aKeyLogThatCannotBeWrittenIsAnErrorAtOnce() {
        assertThat(
                        CommandRun.of(
                                        "client",
                                        "localhost:1",
                                        "--ca-file",
                                        authority.file(),
                                        "--keylog",
                                        directory.resolve("no/such/folder").toString())
                                .mustFailWith(ExitStatus.USAGE)
                                .errorLine())
                .contains("the key log");
    }

    @Test
    void filesThatAreNotUsableAreNamed() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty.pem"));
        assertThat(
                        CommandRun.of("client", "localhost:1", "--ca-file", "/no/such.pem")
                                .mustFailWith(ExitStatus.USAGE)
                                .errorLine())
                .contains("--ca-file", "/no/such.pem");
        assertThat(
                        CommandRun.of("client", "localhost:1", "--ca-file", empty.toString())
                                .mustFailWith(ExitStatus.USAGE)
                                .errorLine())
                .contains("--ca-file", empty.toString());
        assertThat(
                        CommandRun.of(
                                        "client",
                                        "localhost:1",
                                        "--ca-file",
                                        authority.file(),
                                        "--cert",
                                        authority.file(),
                                        "--key",
                                        empty.toString())
                                .mustFailWith(ExitStatus.USAGE)
                                .errorLine())
                .contains("--key", empty.toString(), "0 private keys; one is wanted");
        assertThat(
                        CommandRun.of("client", "localhost:1", "--key", empty.toString())
                                .mustFailWith(ExitStatus.USAGE)
                                .errorLine())
                .contains("--key needs --cert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rustls", "jdk"})
    void anAuthorityThatCannotBeParsedIsNamed(String engine) throws IOException {
        Path bad = directory.resolve("bad.pem");
        Files.writeString(bad, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        assertThat(
                        CommandRun.of(
                                        "client",
                                        "localhost:1",
                                        "--engine",
                                        engine,
                                        "--ca-file",
                                        bad.toString())
                                .mustFailWith(ExitStatus.USAGE)
                                .errorLine())
                .startsWith("rustls4j client: --ca-file " + bad + ": ");
    }

    @Test
    void suitesMustFitTheVersions() {
        assertThat(
                        CommandRun.of(
                                        "client",
                                        "localhost:1",
                                        "--tls1.2",
                                        "--ciphers=TLS_AES_128_GCM_SHA256")
                                .mustFailWith(ExitStatus.USAGE)
                                .errorLine())
                .contains("--ciphers has no suite for [TLSv1.2]");
    }

    @Test
    void nobodyListening() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        assertThat(
                        CommandRun.of("client", "127.0.0.1:" + port, "--ca-file", authority.file())
                                .mustFailWith(ExitStatus.FAILURE)
                                .errorLine())
                .startsWith(
                        "rustls4j client: cannot connect to 127.0.0.1:"
                                + port
                                + ": Connection refused");
    }

    @Test
    void anUnknownHostIsNamed() {
        assertThat(
                        CommandRun.of(
                                        "client",
                                        "no-such-host.invalid",
                                        "--ca-file",
                                        authority.file())
                                .mustFailWith(ExitStatus.FAILURE)
                                .errorLine())
                .contains("no address is known for the host no-such-host.invalid");
    }

    @Test
    void aServerNameThatIsNoneIsNamed() {
        try (RunningServer server = RunningServer.start(authority.serverOptions())) {
            assertThat(
                            CommandRun.of(
                                            "client",
                                            server.byAddress(),
                                            "--ca-file",
                                            authority.file(),
                                            "--servername",
                                            "a b")
                                    .mustFailWith(ExitStatus.USAGE)
                                    .errorLine())
                    .contains("a b");
        }
    }

    @Test
    void aPortThatDoesNotSpeakTls() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> answer(plain, "SSH-2.0-OpenSSH_9.2\r\n"));
            assertThat(
                            CommandRun.of(
                                            "client",
                                            "127.0.0.1:" + plain.getLocalPort(),
                                            "--ca-file",
                                            authority.file())
                                    .mustFailWith(ExitStatus.FAILURE)
                                    .errorLine())
                    .contains("is this a TLS port?");
        }
    }

    @Test
    void aPortThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(
                            CommandRun.of(
                                            "client",
                                            "127.0.0.1:" + silent.getLocalPort(),
                                            "--ca-file",
                                            authority.file(),
                                            "--timeout=1")
                                    .mustFailWith(ExitStatus.FAILURE)
                                    .errorLine())
                    .contains("no TLS handshake came about within 1 s");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "/a b", "/a\r\nHost: x", ""})
    void aPathThatWouldBeAnotherRequestIsRefused(String path) {
        assertThat(
                        CommandRun.of("client", "localhost:1", "--http-get", path)
                                .mustFailWith(ExitStatus.USAGE)
                                .errorLine())
                .contains("--http-get", "begins with /");
    }

    private static void answer(ServerSocket server, String text) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The client is gone; what it said of it is what the test looks at.
            return;
        }
    }
}
