package io.rustls4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsServer;
import io.rustls4j.examples.jsse.HttpClientOnRustls;
import io.rustls4j.examples.jsse.HttpsServerOnRustls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class JsseExampleTest {
    @TempDir private Path directory;

    /** The client has a JVM of its own: its provider is the whole program's. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theClientGetsWhatTheServerSays() throws Exception {
        char[] password = Credentials.PASSWORD.toCharArray();
        HttpsServer server =
                HttpsServerOnRustls.start(0, Credentials.keyStore(directory).toFile(), password);
        try {
            String url = "https://localhost:" + server.getAddress().getPort() + "/";
            assertThat(clientSays(url)).containsSubsequence("hello, world", "by Rustls4j");
        } finally {
            server.stop(0);
        }
    }

    private String clientSays(String url) throws Exception {
        Process client =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Drustls4j.engine=rustls",
                                "-Djavax.net.ssl.trustStore=" + Credentials.trustStore(directory),
                                "-Djavax.net.ssl.trustStorePassword=" + Credentials.PASSWORD,
                                "-cp",
                                System.getProperty("java.class.path"),
                                HttpClientOnRustls.class.getName(),
                                url)
                        .redirectErrorStream(true)
                        .start();
        try {
            return outputOf(client);
        } finally {
            client.destroyForcibly();
        }
    }

    private static String outputOf(Process client) throws IOException, InterruptedException {
        String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(client.waitFor(10, TimeUnit.SECONDS)).as(output).isTrue();
        assertThat(client.exitValue()).as(output).isZero();
        return output;
    }
}
