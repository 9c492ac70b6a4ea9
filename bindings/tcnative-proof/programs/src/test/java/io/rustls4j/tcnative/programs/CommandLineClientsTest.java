package io.rustls4j.tcnative.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.rustls4j.testkit.PemFiles;
import io.rustls4j.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs of other people as clients of a Netty server. */
class CommandLineClientsTest {
    @TempDir private Path directory;

    private Path authority;
    private PemFiles client;

    @BeforeEach
    void writeFiles() throws IOException {
        authority = Files.write(directory.resolve("authority.pem"), DropIn.AUTHORITY.pem());
        client = DropIn.CLIENT.writeTo(directory, "client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.3"})
    void curlSendsAndReceives(String version) throws Exception {
        assumeTrue(Program.isInstalled("curl"));
        byte[] content = DropIn.content(1 << 20);
        Path sent = Files.write(directory.resolve("sent"), content);
        Path received = directory.resolve("received");
        try (HttpsServer server = server(ClientAuth.REQUIRE);
                Program curl =
                        Program.start(
                                List.of(
                                        "curl",
                                        "-sS",
                                        "--noproxy",
                                        "*",
                                        "--tlsv" + version,
                                        "--tls-max",
                                        version,
                                        "--cacert",
                                        authority.toString(),
                                        "--cert",
                                        client.chain().toString(),
                                        "--key",
                                        client.key().toString(),
                                        "--data-binary",
                                        "@" + sent,
                                        "-o",
                                        received.toString(),
                                        "https://localhost:" + server.port() + "/"))) {
            assertThat(curl.awaitExit()).as(curl.toString()).isZero();
            assertThat(received).hasBinaryContent(content);
            assertThat(server.engines()).singleElement().satisfies(DropIn::assertIsOf);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void opensslTalks(String version) throws Exception {
        try (HttpsServer server = server(ClientAuth.NONE);
                Program openssl =
                        openssl(
                                server,
                                version,
                                "-verify_return_error",
                                "-servername",
                                "localhost")) {
            openssl.awaitOutput("Verify return code: 0 (ok)");
            openssl.type("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            openssl.awaitOutput("200 OK");
            openssl.awaitExit();
            assertThat(server.engines()).singleElement().satisfies(DropIn::assertIsOf);
        }
    }

    @Test
    void tellsWhoHasNoCertificateInTls12() throws Exception {
        refuses("-tls1_2", "alert");
    }

    @Test
    void tellsWhoHasNoCertificateInTls13() throws Exception {
        refuses("-tls1_3", "alert certificate required");
    }

    private void refuses(String version, String alert) throws Exception {
        try (HttpsServer server = server(ClientAuth.REQUIRE);
                Program openssl = openssl(server, version)) {
            openssl.awaitOutput(alert);
            assertThat(server.engines()).singleElement().satisfies(DropIn::assertIsOf);
        }
    }

    private Program openssl(HttpsServer server, String... arguments) throws IOException {
        assumeTrue(Program.isInstalled("openssl"));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "openssl",
                                "s_client",
                                "-CAfile",
                                authority.toString(),
                                "-connect",
                                "127.0.0.1:" + server.port()));
        command.addAll(List.of(arguments));
        return Program.start(command);
    }

    private static HttpsServer server(ClientAuth authentication) throws Exception {
        SslContext context =
                SslContextBuilder.forServer(DropIn.SERVER.privateKey(), DropIn.SERVER.certificate())
                        .sslProvider(SslProvider.OPENSSL)
                        .protocols("TLSv1.2", "TLSv1.3")
                        .trustManager(DropIn.AUTHORITY.certificate())
                        .clientAuth(authentication)
                        .build();
        return new HttpsServer(context);
    }
}
