package io.rustls4j.jsse.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.Loopback;
import io.rustls4j.testkit.LoopbackHttps;
import io.rustls4j.testkit.Openssl;
import io.rustls4j.testkit.PemFiles;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider's sockets and engines against {@code openssl s_server}. */
@Tag("peers")
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class OpensslServerTest {
    @TempDir private Path directory;

    @BeforeAll
    static void isInstalled() {
        Installed.require("openssl");
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.peers.VersionAndKey#all")
    void sockets(VersionAndKey both) throws Exception {
        SSLContext context = Contexts.ours(Contexts.CLIENT);
        try (Openssl server = start(Contexts.localhost(both.kind()))) {
            for (String kind : List.of("New", "Reused")) {
                try (SSLSocket socket = connect(context, server.port(), both.version())) {
                    assertThat(get(socket)).contains(kind + ", " + both.version() + ", Cipher is");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.peers.VersionAndKey#all")
    void engines(VersionAndKey both) throws Exception {
        String only = both.version().equals("TLSv1.2") ? "-tls1_2" : "-tls1_3";
        try (Openssl server = start(Contexts.localhost(both.kind()), only)) {
            URI uri = URI.create("https://localhost:" + server.port() + "/");
            assertThat(LoopbackHttps.get(Contexts.ours(Contexts.CLIENT), uri))
                    .contains("New, " + both.version() + ", Cipher is");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void ourCertificateIsSeen(String version) throws Exception {
        try (Openssl server =
                        start(
                                Contexts.localhost(KeyKind.EC_P256),
                                "-Verify",
                                "2",
                                "-verify_return_error",
                                "-CAfile",
                                Contexts.rootFile(directory));
                SSLSocket socket =
                        connect(Contexts.ours(Contexts.CLIENT), server.port(), version)) {
            assertThat(get(socket)).contains("peers client");
        }
    }

    @Test
    void ourRsaPssKeySigns() throws Exception {
        PssIdentity client = PssIdentity.issue("");
        try (Openssl server =
                        start(
                                Contexts.localhost(KeyKind.EC_P256),
                                "-Verify",
                                "2",
                                "-verify_return_error",
                                "-CAfile",
                                Contexts.rootFile(directory));
                SSLSocket socket =
                        connect(
                                Contexts.ours(client.chain(), client.key()),
                                server.port(),
                                "TLSv1.3")) {
            assertThat(get(socket)).contains("Client certificate");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aStapledResponseIsShown(String version) throws Exception {
        IssuedCertificate issued = Contexts.localhost(KeyKind.EC_P256);
        byte[] good = Contexts.AUTHORITY.ocspGood(issued);
        Path file = Files.write(directory.resolve("response.der"), good);
        try (Openssl server = start(issued, "-status_file", file.toString());
                SSLSocket socket =
                        connect(Contexts.ours(Contexts.CLIENT), server.port(), version)) {
            assertThat(get(socket)).contains(version);
            assertThat(((ExtendedSSLSession) socket.getSession()).getStatusResponses())
                    .containsExactly(good);
        }
    }

    /** rustls verifies no signature by one, and so offers none of the schemes. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aServersRsaPssKeyIsRefused(String version) throws Exception {
        PssIdentity identity = PssIdentity.issue("");
        Path key =
                Files.writeString(
                        directory.resolve("pss.key"),
                        "-----BEGIN PRIVATE KEY-----\n"
                                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                        .encodeToString(identity.key().getEncoded())
                                + "\n-----END PRIVATE KEY-----\n");
        Path certificate =
                Files.write(directory.resolve("pss.der"), identity.chain().getFirst().getEncoded());
        try (Openssl server =
                        Openssl.server(
                                List.of(
                                        "-www",
                                        "-cert",
                                        certificate.toString(),
                                        "-certform",
                                        "DER",
                                        "-key",
                                        key.toString()));
                SSLSocket socket =
                        connect(Contexts.ours(Contexts.CLIENT), server.port(), version)) {
            assertThatThrownBy(socket::startHandshake)
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasMessage("Received fatal alert: handshake_failure");
        }
    }

    private static SSLSocket connect(SSLContext context, int port, String version)
            throws IOException {
        Socket tcp = new Socket();
        tcp.connect(new InetSocketAddress(Loopback.ADDRESS, port));
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(tcp, "localhost", port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {version});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static String get(SSLSocket socket) throws IOException {
        byte[] request = "GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        socket.getOutputStream().write(request);
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private Openssl start(IssuedCertificate certificate, String... options) throws IOException {
        PemFiles files = certificate.writeTo(directory, "server");
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-www",
                                "-cert",
                                files.chain().toString(),
                                "-cert_chain",
                                Contexts.intermediatesFile(directory),
                                "-key",
                                files.key().toString()));
        arguments.addAll(List.of(options));
        return Openssl.server(arguments);
    }
}
