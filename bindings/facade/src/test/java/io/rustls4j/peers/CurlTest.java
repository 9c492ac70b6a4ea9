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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** {@code curl} against our server. */
@PeerTest
class CurlTest {
    private static final byte[] BODY = "a page from rustls4j".getBytes(StandardCharsets.US_ASCII);
    private static final int PEER_FAILED_VERIFICATION = 60;

    @TempDir private Path directory;

    @BeforeAll
    static void isInstalled() {
        Installed.require("curl");
    }

    @EveryEngineVersionAndKey
    void weAgree(EngineKind engine, ProtocolVersion version, KeyKind kind) throws Exception {
        try (OurServer server = start(server(engine, Credentials.server(kind)));
                Program curl = get(version, url(server, "localhost"))) {
            assertThat(curl.awaitExit()).as(curl.toString()).isZero();
            assertThat(curl.output()).contains("a page from rustls4j");

            Visit visit = server.awaitVisit(curl);
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
                Program curl = get(version, "--http1.1", url(server, "localhost"))) {
            assertThat(curl.awaitExit()).as(curl.toString()).isZero();
            assertThat(server.awaitVisit(curl).alpn()).contains("http/1.1");
        }
    }

    @EveryEngineAndVersion
    void theSecondConnectionIsResumed(EngineKind engine, ProtocolVersion version) throws Exception {
        try (OurServer server = start(server(engine, Credentials.server(KeyKind.EC_P256)));
                Program curl =
                        get(
                                version,
                                url(server, "localhost") + "first",
                                url(server, "localhost") + "second")) {
            assertThat(curl.awaitExit()).as(curl.toString()).isZero();
            assertThat(server.awaitVisit(curl).handshakeKind()).contains(HandshakeKind.FULL);
            assertThat(server.awaitVisit(curl).handshakeKind()).contains(HandshakeKind.RESUMED);
        }
    }

    @EveryEngineAndVersion
    void anAddressIsInTheCertificate(EngineKind engine, ProtocolVersion version) throws Exception {
        try (OurServer server = start(server(engine, Credentials.server(KeyKind.EC_P256)));
                Program curl = get(version, url(server, "127.0.0.1"))) {
            assertThat(curl.awaitExit()).as(curl.toString()).isZero();
            assertThat(server.awaitVisit(curl).serverName()).isEmpty();
        }
    }

    @EveryEngineAndVersion
    void aClientsCertificateIsSeen(EngineKind engine, ProtocolVersion version) throws Exception {
        try (OurServer server = start(verifying(engine));
                Program curl =
                        get(version, showing(Credentials.CLIENT), url(server, "localhost"))) {
            assertThat(curl.awaitExit()).as(curl.toString()).isZero();
            assertThat(server.awaitVisit(curl).peerCertificates())
                    .first()
                    .isEqualTo(CertificateDer.of(Credentials.CLIENT.certificate()));
        }
    }

    @EveryEngineAndVersion
    void aClientWithoutACertificateIsRefused(EngineKind engine, ProtocolVersion version)
            throws Exception {
        try (OurServer server = start(verifying(engine));
                Program curl = get(version, url(server, "localhost"))) {
            assertThat(curl.awaitExit()).as(curl.toString()).isNotZero();
            assertThat(curl.output()).containsIgnoringCase("alert");
            assertThat(server.awaitVisit(curl).failure().orElseThrow())
                    .isInstanceOf(ProtocolErrorException.class);
        }
    }

    @EveryEngineAndVersion
    void aStrangersCertificateIsRefused(EngineKind engine, ProtocolVersion version)
            throws Exception {
        try (OurServer server = start(verifying(engine));
                Program curl =
                        get(
                                version,
                                showing(Credentials.STRANGE_CLIENT),
                                url(server, "localhost"))) {
            assertThat(curl.awaitExit()).as(curl.toString()).isNotZero();
            assertThat(server.awaitVisit(curl).failure().orElseThrow())
                    .isInstanceOf(CertificateErrorException.class);
        }
    }

    @EveryEngineAndVersion
    void aWrongCertificateIsRefusedAndWeHearWhy(EngineKind engine, ProtocolVersion version)
            throws Exception {
        for (IssuedCertificate wrong :
                List.of(
                        Credentials.STRANGER.newCertificate().dns("localhost").issue(),
                        Credentials.AUTHORITY
                                .newCertificate()
                                .dns("localhost")
                                .expired()
                                .issue())) {
            try (OurServer server = start(server(engine, wrong));
                    Program curl = get(version, url(server, "localhost"))) {
                assertThat(curl.awaitExit())
                        .as(curl.toString())
                        .isEqualTo(PEER_FAILED_VERIFICATION);
                assertThat(server.awaitVisit(curl).failure().orElseThrow())
                        .isInstanceOf(AlertReceivedException.class);
            }
        }
    }

    @EveryEngineAndVersion
    void aLargeFileArrivesUnchanged(EngineKind engine, ProtocolVersion version) throws Exception {
        byte[] body = new byte[5_000_000];
        new SplittableRandom(1).nextBytes(body);
        Path file = directory.resolve("download");
        try (OurServer server =
                        OurServer.start(
                                server(engine, Credentials.server(KeyKind.EC_P256)).build(),
                                Conversation.http(body));
                Program curl = get(version, "-o", file.toString(), url(server, "localhost"))) {
            assertThat(curl.awaitExit()).as(curl.toString()).isZero();
            assertThat(Files.readAllBytes(file)).isEqualTo(body);
        }
    }

    private static ServerConfig.Builder server(EngineKind engine, IssuedCertificate certificate) {
        return ServerConfig.builder(engine).certifiedKeys(Credentials.key(certificate));
    }

    private static ServerConfig.Builder verifying(EngineKind engine) {
        return server(engine, Credentials.server(KeyKind.EC_P256))
                .clientVerifier(WebPkiClientVerifier.builder(Credentials.roots()).build());
    }

    private static OurServer start(ServerConfig.Builder builder) throws IOException {
        return OurServer.start(builder.build(), Conversation.http(BODY));
    }

    private static String url(OurServer server, String host) throws IOException {
        return "https://" + host + ":" + server.port() + "/";
    }

    private List<String> showing(IssuedCertificate certificate) throws IOException {
        PemFiles files = Credentials.files(directory, certificate);
        return List.of("--cert", files.chain().toString(), "--key", files.key().toString());
    }

    private Program get(ProtocolVersion version, List<String> options, String url)
            throws IOException {
        List<String> all = new ArrayList<>(options);
        all.add(url);
        return get(version, all.toArray(String[]::new));
    }

    private Program get(ProtocolVersion version, String... options) throws IOException {
        boolean tls12 = version == ProtocolVersion.TLSV1_2;
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "curl",
                                // Nobody's ~/.curlrc and no proxy may interfere, and localhost must
                                // be where our server is.
                                "--disable",
                                "--noproxy",
                                "*",
                                "--ipv4",
                                "--silent",
                                "--show-error",
                                "--verbose",
                                "--max-time",
                                "30",
                                "--cacert",
                                Credentials.rootFile(directory),
                                tls12 ? "--tlsv1.2" : "--tlsv1.3",
                                "--tls-max",
                                tls12 ? "1.2" : "1.3"));
        command.addAll(List.of(options));
        return Program.start(command);
    }
}
