package io.rustls4j.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.AlertReceivedException;
import io.rustls4j.CertificateDer;
import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.HandshakeKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.Openssl;
import io.rustls4j.testkit.PemFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Our client against {@code openssl s_server}. */
@PeerTest
class OpensslServerTest {
    @TempDir private Path directory;

    @BeforeAll
    static void isInstalled() {
        Installed.require("openssl");
    }

    @EveryEngineVersionAndKey
    void weAgree(EngineKind engine, ProtocolVersion version, KeyKind kind) throws IOException {
        IssuedCertificate certificate = Credentials.server(kind);
        try (Openssl server = start(certificate);
                ClientConfig config = client(engine).versions(version).build()) {
            OurClient.Page page = OurClient.get(config, "localhost", server.port());

            assertThat(page.text())
                    .startsWith("HTTP/1.0 200 ok")
                    .contains("New, " + version + ", Cipher is");
            assertThat(page.visit().version()).contains(version);
            assertThat(page.visit().peerCertificates())
                    .first()
                    .isEqualTo(CertificateDer.of(certificate.certificate()));
        }
    }

    @EveryEngineAndVersion
    void theServerMayBeLimitedToAVersion(EngineKind engine, ProtocolVersion version)
            throws IOException {
        String option = version == ProtocolVersion.TLSV1_2 ? "-tls1_2" : "-tls1_3";
        try (Openssl server = start(Credentials.server(KeyKind.EC_P256), option);
                ClientConfig config = client(engine).build()) {
            assertThat(OurClient.get(config, "localhost", server.port()).visit().version())
                    .contains(version);
        }
    }

    @EveryEngineAndVersion
    void anApplicationProtocolIsChosen(EngineKind engine, ProtocolVersion version)
            throws IOException {
        try (Openssl server = start(Credentials.server(KeyKind.EC_P256), "-alpn", "h2,http/1.1");
                ClientConfig config =
                        client(engine)
                                .versions(version)
                                .alpnProtocols("other", "http/1.1")
                                .build()) {
            assertThat(OurClient.get(config, "localhost", server.port()).visit().alpn())
                    .contains("http/1.1");
        }
    }

    @EveryEngineAndVersion
    void laterConnectionsAreResumed(EngineKind engine, ProtocolVersion version) throws IOException {
        try (Openssl server = start(Credentials.server(KeyKind.EC_P256));
                ClientConfig config = client(engine).versions(version).build()) {
            OurClient.Page first = OurClient.get(config, "localhost", server.port());
            assertThat(first.visit().handshakeKind()).contains(HandshakeKind.FULL);
            for (int i = 0; i < 2; i++) {
                OurClient.Page again = OurClient.get(config, "localhost", server.port());
                assertThat(again.visit().handshakeKind()).contains(HandshakeKind.RESUMED);
                assertThat(again.text()).contains("Reused, " + version);
            }
        }
    }

    @EveryEngineAndVersion
    void addressesAreInTheCertificate(EngineKind engine, ProtocolVersion version)
            throws IOException {
        try (Openssl server = start(Credentials.server(KeyKind.EC_P256));
                ClientConfig config = client(engine).versions(version).build()) {
            for (String address : List.of("127.0.0.1", "::1")) {
                assertThat(OurClient.get(config, address, server.port()).text())
                        .startsWith("HTTP/1.0 200 ok");
            }
            assertThatThrownBy(() -> OurClient.get(config, "127.0.0.2", server.port()))
                    .isInstanceOf(CertificateErrorException.class);
        }
    }

    @EveryEngineAndVersion
    void ourCertificateIsSeen(EngineKind engine, ProtocolVersion version) throws IOException {
        try (Openssl server = start(Credentials.server(KeyKind.EC_P256), verifying());
                ClientConfig config =
                        client(engine)
                                .versions(version)
                                .certifiedKeys(Credentials.key(Credentials.CLIENT))
                                .build()) {
            assertThat(OurClient.get(config, "localhost", server.port()).text())
                    .contains("peers client");
        }
    }

    @EveryEngineAndVersion
    void withoutACertificateWeAreRefused(EngineKind engine, ProtocolVersion version)
            throws IOException {
        try (Openssl server = start(Credentials.server(KeyKind.EC_P256), verifying());
                ClientConfig config = client(engine).versions(version).build()) {
            assertThatThrownBy(() -> OurClient.get(config, "localhost", server.port()))
                    .isInstanceOf(AlertReceivedException.class);
        }
    }

    @EveryEngineAndVersion
    void withAStrangersCertificateWeAreRefused(EngineKind engine, ProtocolVersion version)
            throws IOException {
        try (Openssl server = start(Credentials.server(KeyKind.EC_P256), verifying());
                ClientConfig config =
                        client(engine)
                                .versions(version)
                                // Also where the server has said that it would not accept this one.
                                .certResolver(
                                        (names, schemes) ->
                                                Credentials.key(Credentials.STRANGE_CLIENT))
                                .build()) {
            assertThatThrownBy(() -> OurClient.get(config, "localhost", server.port()))
                    .isInstanceOf(AlertReceivedException.class);
        }
    }

    @EveryEngineAndVersion
    void weRefuseAWrongCertificateAndTheServerHearsWhy(EngineKind engine, ProtocolVersion version)
            throws IOException {
        try (Openssl server = start(Credentials.wrongServer());
                ClientConfig config = client(engine).versions(version).build()) {
            assertThatThrownBy(() -> OurClient.get(config, "localhost", server.port()))
                    .isInstanceOfSatisfying(
                            CertificateErrorException.class,
                            e ->
                                    assertThat(e.error())
                                            .isEqualTo(CertificateError.NOT_VALID_FOR_NAME));
            server.awaitOutput("alert bad certificate");
        }
    }

    private static ClientConfig.Builder client(EngineKind engine) {
        return ClientConfig.builder(engine).roots(Credentials.roots());
    }

    private String[] verifying() throws IOException {
        return new String[] {
            "-Verify", "2", "-verify_return_error", "-CAfile", Credentials.rootFile(directory)
        };
    }

    private Openssl start(IssuedCertificate certificate, String... options) throws IOException {
        PemFiles files = Credentials.files(directory, certificate);
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-www",
                                "-cert",
                                files.chain().toString(),
                                "-cert_chain",
                                Credentials.intermediatesFile(directory),
                                "-key",
                                files.key().toString()));
        arguments.addAll(List.of(options));
        return Openssl.server(arguments);
    }
}
