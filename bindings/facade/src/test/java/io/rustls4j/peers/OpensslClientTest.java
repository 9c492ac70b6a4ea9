package io.rustls4j.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.AlertReceivedException;
import io.rustls4j.CertificateDer;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.EngineKind;
import io.rustls4j.HandshakeKind;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import io.rustls4j.WebPkiClientVerifier;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.PemFiles;
import io.rustls4j.testkit.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** {@code openssl s_client} against our server. */
@PeerTest
class OpensslClientTest {
    @TempDir private Path directory;

    @BeforeAll
    static void isInstalled() {
        Installed.require("openssl");
    }

    @EveryEngineVersionAndKey
    void weAgree(EngineKind engine, ProtocolVersion version, KeyKind kind) throws Exception {
        try (OurServer server = start(server(engine, Credentials.server(kind)));
                Program client = connect(server, version)) {
            assertTalks(client);
            assertThat(client.output()).contains("New, " + version, "Verification: OK");

            Visit visit = server.awaitVisit(client);
            assertThat(visit.version()).contains(version);
            assertThat(visit.serverName()).contains("localhost");
            assertThat(visit.failure()).isEmpty();
        }
    }

    @EveryEngineAndVersion
    void anApplicationProtocolIsChosen(EngineKind engine, ProtocolVersion version)
            throws Exception {
        try (OurServer server =
                        start(
                                server(engine, Credentials.server(KeyKind.EC_P256))
                                        .alpnProtocols("h2", "http/1.1"));
                Program client = connect(server, version, "-alpn", "http/1.1,h2")) {
            assertTalks(client);
            assertThat(client.output()).contains("ALPN protocol: h2");
            assertThat(server.awaitVisit(client).alpn()).contains("h2");
        }
    }

    @EveryEngineAndVersion
    void aSavedSessionIsResumed(EngineKind engine, ProtocolVersion version) throws Exception {
        String file = directory.resolve("session.pem").toString();
        try (OurServer server = start(server(engine, Credentials.server(KeyKind.EC_P256)))) {
            try (Program client = connect(server, version, "-sess_out", file)) {
                assertTalks(client);
                assertThat(server.awaitVisit(client).handshakeKind()).contains(HandshakeKind.FULL);
            }
            try (Program client = connect(server, version, "-sess_in", file)) {
                assertTalks(client);
                assertThat(client.output()).contains("Reused, " + version);
                assertThat(server.awaitVisit(client).handshakeKind())
                        .contains(HandshakeKind.RESUMED);
            }
        }
    }

    @EveryEngineAndVersion
    void addressesAreInTheCertificate(EngineKind engine, ProtocolVersion version) throws Exception {
        try (OurServer server = start(server(engine, Credentials.server(KeyKind.EC_P256)))) {
            for (String address : List.of("127.0.0.1", "::1")) {
                try (Program client =
                        start(server, version, "-noservername", "-verify_ip", address)) {
                    assertTalks(client);
                    assertThat(client.output()).contains("Verification: OK");
                    assertThat(server.awaitVisit(client).serverName()).isEmpty();
                }
            }
            try (Program client =
                    start(server, version, "-noservername", "-verify_ip", "127.0.0.2")) {
                assertThat(client.awaitExit()).as(client.toString()).isNotZero();
            }
        }
    }

    @EveryEngineAndVersion
    void aClientsCertificateIsSeen(EngineKind engine, ProtocolVersion version) throws Exception {
        try (OurServer server = start(verifying(engine));
                Program client = connect(server, version, showing(Credentials.CLIENT))) {
            assertTalks(client);
            assertThat(server.awaitVisit(client).peerCertificates())
                    .first()
                    .isEqualTo(CertificateDer.of(Credentials.CLIENT.certificate()));
        }
    }

    @EveryEngineAndVersion
    void aClientWithoutACertificateIsRefused(EngineKind engine, ProtocolVersion version)
            throws Exception {
        try (OurServer server = start(verifying(engine));
                Program client = connect(server, version)) {
            assertThat(server.awaitVisit(client).failure().orElseThrow())
                    .isInstanceOf(ProtocolErrorException.class);
            client.awaitOutput("alert certificate required");
        }
    }

    @EveryEngineAndVersion
    void aStrangersCertificateIsRefused(EngineKind engine, ProtocolVersion version)
            throws Exception {
        try (OurServer server = start(verifying(engine));
                Program client = connect(server, version, showing(Credentials.STRANGE_CLIENT))) {
            assertThat(server.awaitVisit(client).failure().orElseThrow())
                    .isInstanceOf(CertificateErrorException.class);
            // What the jdk engine says in TLS 1.3 is the JDK's choice.
            client.awaitOutput("SSL alert number");
        }
    }

    @EveryEngineAndVersion
    void aWrongCertificateIsRefusedAndWeHearWhy(EngineKind engine, ProtocolVersion version)
            throws Exception {
        try (OurServer server = start(server(engine, Credentials.wrongServer()));
                Program client = connect(server, version)) {
            assertThat(client.awaitExit()).as(client.toString()).isNotZero();
            assertThat(server.awaitVisit(client).failure().orElseThrow())
                    .isInstanceOf(AlertReceivedException.class);
        }
    }

    @EveryEngine
    void keysAreChangedOnRequest(EngineKind engine) throws Exception {
        try (OurServer server = start(server(engine, Credentials.server(KeyKind.EC_P256)));
                Program client = connect(server, ProtocolVersion.TLSV1_3)) {
            client.type("before\n");
            client.awaitOutput("echo before");
            client.type("K\n");
            client.awaitOutput("KEYUPDATE");
            client.type("after\n");
            client.awaitOutput("echo after");
            client.type("Q\n");
            assertThat(client.awaitExit()).as(client.toString()).isZero();
        }
    }

    private static void assertTalks(Program client) throws IOException, InterruptedException {
        client.type("hello\n");
        client.awaitOutput("echo hello");
        client.type("Q\n");
        assertThat(client.awaitExit()).as(client.toString()).isZero();
    }

    private static ServerConfig.Builder server(EngineKind engine, IssuedCertificate certificate) {
        return ServerConfig.builder(engine).certifiedKeys(Credentials.key(certificate));
    }

    private static ServerConfig.Builder verifying(EngineKind engine) {
        return server(engine, Credentials.server(KeyKind.EC_P256))
                .clientVerifier(WebPkiClientVerifier.builder(Credentials.roots()).build());
    }

    private static OurServer start(ServerConfig.Builder builder) throws IOException {
        return OurServer.start(builder.build(), Conversation.echo());
    }

    private String[] showing(IssuedCertificate certificate) throws IOException {
        PemFiles files = Credentials.files(directory, certificate);
        return new String[] {
            "-cert",
            files.chain().toString(),
            "-cert_chain",
            Credentials.intermediatesFile(directory),
            "-key",
            files.key().toString()
        };
    }

    private Program connect(OurServer server, ProtocolVersion version, String... options)
            throws IOException {
        List<String> all =
                new ArrayList<>(
                        List.of("-servername", "localhost", "-verify_hostname", "localhost"));
        all.addAll(List.of(options));
        return start(server, version, all.toArray(String[]::new));
    }

    private Program start(OurServer server, ProtocolVersion version, String... options)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "openssl",
                                "s_client",
                                "-connect",
                                "127.0.0.1:" + server.port(),
                                version == ProtocolVersion.TLSV1_2 ? "-tls1_2" : "-tls1_3",
                                "-CAfile",
                                Credentials.rootFile(directory),
                                "-verify_return_error"));
        command.addAll(List.of(options));
        return Program.start(command);
    }
}
