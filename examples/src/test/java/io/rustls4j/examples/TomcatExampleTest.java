package io.rustls4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.examples.facade.Client;
import io.rustls4j.examples.tomcat.TomcatServer;
import io.rustls4j.testkit.PemFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TomcatExampleTest {
    @Test
    void aClientGetsWhatTheServerSays(@TempDir Path directory) throws Exception {
        PemFiles files = Credentials.pem(directory);
        try (TomcatServer server = new TomcatServer(0, files.chain(), files.key(), directory)) {
            assertThat(Client.get("localhost", server.port(), Credentials.verifier()))
                    .startsWith("HTTP/1.1 200")
                    .contains("hello, world");
        }
    }
}
