package io.rustls4j.jsse.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.LoopbackHttps;
import io.rustls4j.testkit.Nginx;
import io.rustls4j.testkit.PemFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's client, on the provider's engines, against {@code nginx}. */
@Tag("peers")
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class NginxTest {
    private static final String PAGE =
            "location / { return 200 \"protocol=$ssl_protocol reused=$ssl_session_reused"
                    + " verify=$ssl_client_verify\"; }";

    @TempDir private Path directory;

    @BeforeAll
    static void isInstalled() {
        Installed.require("nginx");
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.peers.VersionAndKey#all")
    void pagesCome(VersionAndKey both) throws Exception {
        try (Nginx nginx = start(Contexts.localhost(both.kind()), both.version())) {
            assertThat(get(nginx)).contains("protocol=" + both.version(), "verify=NONE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void ourCertificateIsVerified(String version) throws Exception {
        String authorities = Contexts.rootFile(directory);
        try (Nginx nginx =
                start(
                        Contexts.localhost(KeyKind.EC_P256),
                        version,
                        "ssl_client_certificate " + authorities + ";",
                        "ssl_verify_depth 3;",
                        "ssl_verify_client on;")) {
            assertThat(get(nginx)).contains("verify=SUCCESS");
        }
    }

    private static String get(Nginx nginx) throws Exception {
        URI uri = URI.create("https://localhost:" + nginx.port() + "/");
        return LoopbackHttps.get(Contexts.ours(Contexts.CLIENT), uri);
    }

    private Nginx start(IssuedCertificate certificate, String version, String... more)
            throws IOException {
        PemFiles files = certificate.writeTo(directory, "server");
        return Nginx.start(
                directory,
                "ssl",
                "ssl_certificate " + files.chain() + ";",
                "ssl_certificate_key " + files.key() + ";",
                "ssl_protocols " + version + ";",
                String.join("\n        ", more),
                PAGE);
    }
}
