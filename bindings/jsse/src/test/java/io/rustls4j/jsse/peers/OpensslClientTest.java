package io.rustls4j.jsse.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.LoopbackResponder;
import io.rustls4j.testkit.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code openssl s_client} against a server on the provider's sockets. */
@Tag("peers")
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class OpensslClientTest {
    private static final String STAPLING = "jdk.tls.server.enableStatusRequestExtension";

    @TempDir private Path directory;

    @BeforeAll
    static void isInstalled() {
        Installed.require("openssl");
    }

    @AfterEach
    void forget() {
        System.clearProperty(STAPLING);
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.peers.VersionAndKey#all")
    void weAgree(VersionAndKey both) throws Exception {
        try (PageServer server =
                        new PageServer(Contexts.ours(Contexts.localhost(both.kind())), it -> {});
                Program client = connect(both.version(), server.port())) {
            assertTalks(client, both.version());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aSavedSessionIsResumed(String version) throws Exception {
        String file = directory.resolve("session.pem").toString();
        try (PageServer server =
                new PageServer(
                        Contexts.ours(Contexts.localhost(KeyKind.EC_P256)), listener -> {})) {
            try (Program client = connect(version, server.port(), "-sess_out", file)) {
                assertTalks(client, version);
            }
            try (Program client = connect(version, server.port(), "-sess_in", file)) {
                assertTalks(client, version);
                assertThat(client.output()).contains("Reused, " + version);
            }
        }
    }

    @Test
    void aClientThatTakesNoTicketsResumesByTheSessionsId() throws Exception {
        String file = directory.resolve("session.pem").toString();
        try (PageServer server =
                new PageServer(
                        Contexts.ours(Contexts.localhost(KeyKind.EC_P256)), listener -> {})) {
            try (Program client =
                    connect("TLSv1.2", server.port(), "-no_ticket", "-sess_out", file)) {
                assertTalks(client, "TLSv1.2");
                assertThat(client.output()).doesNotContain("session ticket");
            }
            try (Program client =
                    connect("TLSv1.2", server.port(), "-no_ticket", "-sess_in", file)) {
                assertTalks(client, "TLSv1.2");
                assertThat(client.output()).contains("Reused, TLSv1.2");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void anOcspResponseIsStapledForThoseWhoAsk(String version) throws Exception {
        System.setProperty(STAPLING, "true");
        try (LoopbackResponder responder = new LoopbackResponder()) {
            IssuedCertificate issued =
                    Contexts.AUTHORITY
                            .newCertificate()
                            .dns("localhost")
                            .ocspResponder(responder.uri())
                            .issue();
            byte[] good = Contexts.AUTHORITY.ocspGood(issued);
            responder.answers(request -> good);
            try (PageServer server = new PageServer(Contexts.ours(issued), listener -> {})) {
                try (Program client = connect(version, server.port())) {
                    assertTalks(client, version);
                }
                assertThat(responder.requests()).as("nobody has asked").isEmpty();
                try (Program client = connect(version, server.port(), "-status")) {
                    assertTalks(client, version);
                    assertThat(client.output())
                            .contains("OCSP Response Status: successful", "Cert Status: good");
                }
                assertThat(responder.requests()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256", ""})
    void anRsaPssKeySigns(String boundTo) throws Exception {
        PssIdentity identity = PssIdentity.issue(boundTo);
        try (PageServer server =
                        new PageServer(Contexts.ours(identity.chain(), identity.key()), it -> {});
                Program client =
                        connect(
                                "TLSv1.3",
                                server.port(),
                                "-sigalgs",
                                // The second is the authority's.
                                "rsa_pss_pss_sha256:ecdsa_secp256r1_sha256")) {
            assertTalks(client, "TLSv1.3");
            assertThat(client.output()).contains("Peer signature type: RSA-PSS");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SHA256"})
    void anRsaPssKeyIsOfNoUseWithTls12(String boundTo) throws Exception {
        PssIdentity identity = PssIdentity.issue(boundTo);
        try (PageServer server =
                        new PageServer(Contexts.ours(identity.chain(), identity.key()), it -> {});
                Program client = connect("TLSv1.2", server.port())) {
            assertThat(client.awaitExit()).as(client.toString()).isNotZero();
            assertThat(client.output()).contains("alert handshake failure");
            assertThat(server.awaitFailure()).hasMessageContaining("no certificate");
        }
    }

    private static void assertTalks(Program client, String version) throws Exception {
        client.type("GET / HTTP/1.0\r\n\r\n");
        client.awaitOutput("this is " + version);
        assertThat(client.awaitExit()).as(client.toString()).isZero();
        assertThat(client.output()).contains("Verification: OK");
    }

    private Program connect(String version, int port, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "openssl",
                                "s_client",
                                "-connect",
                                "127.0.0.1:" + port,
                                version.equals("TLSv1.2") ? "-tls1_2" : "-tls1_3",
                                "-CAfile",
                                Contexts.rootFile(directory),
                                "-verify_return_error",
                                "-servername",
                                "localhost",
                                "-verify_hostname",
                                "localhost"));
        command.addAll(List.of(options));
        return Program.start(command);
    }
}
