package io.rustls4j.jsse.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.LoopbackHttps;
import io.rustls4j.testkit.PemFiles;
import io.rustls4j.testkit.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code curl} against servers on the provider's sockets and engines. */
@Tag("peers")
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class CurlTest {
    @TempDir private Path directory;

    @BeforeAll
    static void isInstalled() {
        Installed.require("curl");
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.peers.VersionAndKey#all")
    void sockets(VersionAndKey both) throws Exception {
        try (PageServer server =
                        new PageServer(Contexts.ours(Contexts.localhost(both.kind())), it -> {});
                Program curl = get(both.version(), server.port(), List.of())) {
            assertThat(curl.awaitExit()).as(curl.toString()).isZero();
            assertThat(curl.output()).contains("this is " + both.version() + " with nobody");
        }
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.peers.VersionAndKey#all")
    void engines(VersionAndKey both) throws Exception {
        try (LoopbackHttps server =
                        new LoopbackHttps(Contexts.ours(Contexts.localhost(both.kind())));
                Program curl = get(both.version(), server.port(), List.of())) {
            assertThat(curl.awaitExit()).as(curl.toString()).isZero();
            assertThat(curl.output()).contains(both.version() + " TLS_");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aClientsCertificateAndAnApplicationProtocol(String version) throws Exception {
        PemFiles files = Contexts.CLIENT.writeTo(directory, "client");
        List<String> options =
                List.of(
                        "--cert",
                        files.chain().toString(),
                        "--key",
                        files.key().toString(),
                        "--http1.1");
        try (PageServer server = verifying();
                Program curl = get(version, server.port(), options)) {
            assertThat(curl.awaitExit()).as(curl.toString()).isZero();
            assertThat(curl.output()).contains("CN=peers client").contains("about http/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void withoutACertificateItIsRefused(String version) throws Exception {
        try (PageServer server = verifying();
                Program curl = get(version, server.port(), List.of())) {
            assertThat(curl.awaitExit()).as(curl.toString()).isNotZero();
            if (version.equals("TLSv1.2")) {
                // With TLS 1.3 it has sent its request already, and may see a closed port first.
                assertThat(curl.output()).containsIgnoringCase("alert");
            }
            assertThat(server.awaitFailure()).hasMessageContaining("ertificate");
        }
    }

    private static PageServer verifying() throws Exception {
        return new PageServer(
                Contexts.ours(Contexts.localhost(KeyKind.EC_P256)), CurlTest::demandMore);
    }

    private static void demandMore(SSLServerSocket listener) {
        SSLParameters parameters = listener.getSSLParameters();
        parameters.setNeedClientAuth(true);
        parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
        listener.setSSLParameters(parameters);
    }

    private Program get(String version, int port, List<String> options) throws IOException {
        boolean tls12 = version.equals("TLSv1.2");
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
                                Contexts.rootFile(directory),
                                tls12 ? "--tlsv1.2" : "--tlsv1.3",
                                "--tls-max",
                                tls12 ? "1.2" : "1.3"));
        command.addAll(options);
        command.add("https://localhost:" + port + "/");
        return Program.start(command);
    }
}
