package io.rustls4j.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.CertificateDer;
import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.HandshakeKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import io.rustls4j.WebPkiClientVerifier;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.Loopback;
import io.rustls4j.testkit.Nginx;
import io.rustls4j.testkit.PemFiles;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Our client against {@code nginx}, and nginx, as a proxy, against our server. */
@PeerTest
class NginxTest {
    private static final String PAGE =
            "location / { return 200 \"protocol=$ssl_protocol reused=$ssl_session_reused"
                    + " verify=$ssl_client_verify name=$ssl_server_name\"; }";

    @TempDir private Path directory;

    @BeforeAll
    static void isInstalled() {
        Installed.require("nginx");
    }

    @EveryEngineVersionAndKey
    void weAgree(EngineKind engine, ProtocolVersion version, KeyKind kind) throws IOException {
        IssuedCertificate certificate = Credentials.server(kind);
        try (Nginx nginx = start(certificate);
                ClientConfig config = client(engine).versions(version).build()) {
            OurClient.Page page = OurClient.get(config, "localhost", nginx.port());

            assertThat(page.text())
                    .startsWith("HTTP/1.1 200 OK")
                    .contains("protocol=" + version, "verify=NONE", "name=localhost");
            assertThat(page.visit().version()).contains(version);
            assertThat(page.visit().peerCertificates())
                    .isEqualTo(certificate.chain().stream().map(CertificateDer::of).toList());
        }
    }

    @EveryEngineAndVersion
    void anApplicationProtocolIsChosen(EngineKind engine, ProtocolVersion version)
            throws IOException {
        try (Nginx nginx = start(Credentials.server(KeyKind.EC_P256));
                ClientConfig both =
                        client(engine).versions(version).alpnProtocols("h2", "http/1.1").build();
                ClientConfig old =
                        client(engine).versions(version).alpnProtocols("http/1.1").build()) {
            assertThat(OurClient.handshake(both, "localhost", nginx.port()).alpn()).contains("h2");
            assertThat(OurClient.get(old, "localhost", nginx.port()).visit().alpn())
                    .contains("http/1.1");
        }
    }

    @EveryEngineAndVersion
    void laterConnectionsAreResumed(EngineKind engine, ProtocolVersion version) throws IOException {
        try (Nginx nginx =
                        start(
                                Credentials.server(KeyKind.EC_P256),
                                "ssl_session_cache shared:sessions:1m;");
                ClientConfig config = client(engine).versions(version).build()) {
            OurClient.Page first = OurClient.get(config, "localhost", nginx.port());
            assertThat(first.visit().handshakeKind()).contains(HandshakeKind.FULL);
            assertThat(first.text()).contains("reused=.");
            for (int i = 0; i < 2; i++) {
                OurClient.Page again = OurClient.get(config, "localhost", nginx.port());
                assertThat(again.visit().handshakeKind()).contains(HandshakeKind.RESUMED);
                assertThat(again.text()).contains("reused=r");
            }
        }
    }

    @EveryEngineAndVersion
    void addressesAreInTheCertificate(EngineKind engine, ProtocolVersion version)
            throws IOException {
        try (Nginx nginx = start(Credentials.server(KeyKind.EC_P256));
                ClientConfig config = client(engine).versions(version).build()) {
            for (String address : List.of("127.0.0.1", "::1")) {
                assertThat(OurClient.get(config, address, nginx.port()).text())
                        .startsWith("HTTP/1.1 200 OK")
                        .endsWith("name=");
            }
        }
    }

    @EveryEngineAndVersion
    void ourCertificateIsSeen(EngineKind engine, ProtocolVersion version) throws IOException {
        try (Nginx nginx = start(Credentials.server(KeyKind.EC_P256), verifying());
                ClientConfig config =
                        client(engine)
                                .versions(version)
                                .certifiedKeys(Credentials.key(Credentials.CLIENT))
                                .build()) {
            assertThat(OurClient.get(config, "localhost", nginx.port()).text())
                    .contains("verify=SUCCESS");
        }
    }

    /** nginx does the handshake and refuses in HTTP. */
    @EveryEngineAndVersion
    void withoutACertificateOrWithAStrangersWeAreRefused(EngineKind engine, ProtocolVersion version)
            throws IOException {
        try (Nginx nginx = start(Credentials.server(KeyKind.EC_P256), verifying());
                ClientConfig none = client(engine).versions(version).build();
                ClientConfig strange =
                        client(engine)
                                .versions(version)
                                .certResolver(
                                        (names, schemes) ->
                                                Credentials.key(Credentials.STRANGE_CLIENT))
                                .build()) {
            for (ClientConfig config : List.of(none, strange)) {
                assertThat(OurClient.get(config, "localhost", nginx.port()).text())
                        .startsWith("HTTP/1.1 400 Bad Request");
            }
        }
    }

    @EveryEngineAndVersion
    void weRefuseAWrongCertificateAndTheServerHearsWhy(EngineKind engine, ProtocolVersion version)
            throws IOException {
        try (Nginx nginx = start(Credentials.wrongServer());
                ClientConfig config = client(engine).versions(version).build()) {
            assertThatThrownBy(() -> OurClient.get(config, "localhost", nginx.port()))
                    .isInstanceOfSatisfying(
                            CertificateErrorException.class,
                            e ->
                                    assertThat(e.error())
                                            .isEqualTo(CertificateError.NOT_VALID_FOR_NAME));
            nginx.program().awaitOutput("alert bad certificate");
        }
    }

    @EveryEngineAndVersion
    void asAProxyItIsOurClient(EngineKind engine, ProtocolVersion version) throws Exception {
        ServerConfig config =
                ServerConfig.builder(engine)
                        .versions(version)
                        .certifiedKeys(Credentials.key(Credentials.server(KeyKind.EC_P256)))
                        .clientVerifier(WebPkiClientVerifier.builder(Credentials.roots()).build())
                        .build();
        try (OurServer server =
                        OurServer.start(
                                config,
                                Conversation.http(
                                        "behind a proxy".getBytes(StandardCharsets.US_ASCII)));
                Nginx nginx = startProxy(server)) {
            assertThat(getPlain(nginx.port()))
                    .startsWith("HTTP/1.1 200 OK")
                    .endsWith("behind a proxy");
            Visit first = server.awaitVisit(nginx.program());
            assertThat(first.serverName()).contains("localhost");
            assertThat(first.peerCertificates())
                    .first()
                    .isEqualTo(CertificateDer.of(Credentials.CLIENT.certificate()));

            assertThat(getPlain(nginx.port())).startsWith("HTTP/1.1 200 OK");
            assertThat(server.awaitVisit(nginx.program()).handshakeKind())
                    .contains(HandshakeKind.RESUMED);
        }
    }

    @EveryEngineAndVersion
    void asAProxyItRefusesAWrongCertificate(EngineKind engine, ProtocolVersion version)
            throws Exception {
        ServerConfig config =
                ServerConfig.builder(engine)
                        .versions(version)
                        .certifiedKeys(
                                Credentials.key(
                                        Credentials.AUTHORITY
                                                .newCertificate()
                                                .dns("localhost")
                                                .expired()
                                                .issue()))
                        .build();
        try (OurServer server = OurServer.start(config, Conversation.http(new byte[0]));
                Nginx nginx = startProxy(server)) {
            assertThat(getPlain(nginx.port())).startsWith("HTTP/1.1 502 Bad Gateway");
            // nginx looks at the certificate after the handshake, and hangs up without an alert.
            assertThat(server.awaitVisit(nginx.program()).failure()).isPresent();
        }
    }

    private static ClientConfig.Builder client(EngineKind engine) {
        return ClientConfig.builder(engine).roots(Credentials.roots());
    }

    private String[] verifying() throws IOException {
        return new String[] {
            "ssl_client_certificate " + Credentials.rootFile(directory) + ";",
            "ssl_verify_client on;",
            "ssl_verify_depth 2;"
        };
    }

    private Nginx start(IssuedCertificate certificate, String... directives) throws IOException {
        PemFiles files = Credentials.files(directory, certificate);
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "ssl_certificate " + files.chain() + ";",
                                "ssl_certificate_key " + files.key() + ";",
                                "ssl_protocols TLSv1.2 TLSv1.3;",
                                PAGE));
        all.addAll(List.of(directives));
        return Nginx.start(directory, "ssl http2", all.toArray(String[]::new));
    }

    private Nginx startProxy(OurServer server) throws IOException {
        PemFiles files = Credentials.files(directory, Credentials.CLIENT);
        return Nginx.start(
                directory,
                "",
                "location / {",
                "proxy_pass https://127.0.0.1:" + server.port() + ";",
                "proxy_ssl_protocols TLSv1.2 TLSv1.3;",
                "proxy_ssl_verify on;",
                "proxy_ssl_verify_depth 2;",
                "proxy_ssl_trusted_certificate " + Credentials.rootFile(directory) + ";",
                "proxy_ssl_name localhost;",
                "proxy_ssl_server_name on;",
                "proxy_ssl_certificate " + files.chain() + ";",
                "proxy_ssl_certificate_key " + files.key() + ";",
                "}");
    }

    private static String getPlain(int port) throws IOException {
        try (Socket socket = new Socket(Loopback.ADDRESS, port)) {
            socket.getOutputStream()
                    .write(
                            "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
