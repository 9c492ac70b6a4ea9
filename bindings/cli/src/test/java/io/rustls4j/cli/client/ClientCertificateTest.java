package io.rustls4j.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.cli.Authority;
import io.rustls4j.cli.CommandRun;
import io.rustls4j.cli.ExitStatus;
import io.rustls4j.cli.RunningServer;
import io.rustls4j.testkit.CertificateBuilder;
import io.rustls4j.testkit.Purpose;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ClientCertificateTest {
    @TempDir private Path directory;

    private Authority servers;
    private Authority clients;

    @BeforeEach
    void makeAuthorities() {
        servers = new Authority("servers", directory);
        clients = new Authority("clients", directory);
    }

    private RunningServer server(String engine, String... options) {
        return RunningServer.start(
                Authority.join(
                        List.of(
                                servers.serverOptions(
                                        "--client-ca", clients.file(), "--engine", engine)),
                        options));
    }

    private CommandRun connect(RunningServer server, List<String> identity) {
        return CommandRun.withInput(
                "hello",
                Authority.join(
                        List.of("client", server.localhost(), "--ca-file", servers.file(), "-q"),
                        identity.toArray(new String[0])));
    }

    private List<String> identity(Authority authority) {
        CertificateBuilder certificate =
                authority.newCertificate().commonName("jane").purposes(Purpose.CLIENT);
        return authority.options("jane", certificate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rustls", "jdk"})
    void aClientIsKnownByItsCertificate(String engine) {
        try (RunningServer server = server(engine)) {
            assertThat(connect(server, identity(clients)).mustSucceed().out()).isEqualTo("hello");
            server.await(Pattern.compile("client CN=jane.*5 B echoed"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rustls", "jdk"})
    void withoutOneItIsRefusedAndTold(String engine) {
        try (RunningServer server = server(engine)) {
            assertThat(connect(server, List.of()).mustFailWith(ExitStatus.FAILURE).errorLine())
                    .contains("refused the connection", "--cert and --key");
            server.await(Pattern.compile("no handshake: .*"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rustls", "jdk"})
    void withAnotherAuthoritysItIsRefusedAndTold(String engine) {
        try (RunningServer server = server(engine)) {
            // A client shows no certificate of an authority that the server does not ask for,
            // unless it is made to.
            CommandRun run = connect(server, identity(servers)).mustFailWith(ExitStatus.FAILURE);
            assertThat(run.errorLine()).contains("refused the connection", "--cert");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rustls", "jdk"})
    void wantedIsNotNeeded(String engine) {
        try (RunningServer server = server(engine, "--client-auth=want")) {
            assertThat(connect(server, List.of()).mustSucceed().out()).isEqualTo("hello");
            assertThat(connect(server, identity(clients)).mustSucceed().out()).isEqualTo("hello");
            server.await(Pattern.compile("client CN=jane"));
        }
    }
}
