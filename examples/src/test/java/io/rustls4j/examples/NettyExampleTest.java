package io.rustls4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.OpenSsl;
import io.rustls4j.examples.facade.Client;
import io.rustls4j.examples.netty.NettyServer;
import io.rustls4j.testkit.PemFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NettyExampleTest {
    @Test
    void aClientGetsWhatTheServerSays(@TempDir Path directory) throws Exception {
        assertThat(OpenSsl.versionString()).contains("rustls");
        PemFiles files = Credentials.pem(directory);
        try (NettyServer server =
                new NettyServer(0, files.chain().toFile(), files.key().toFile())) {
            assertThat(Client.get("localhost", server.port(), Credentials.verifier()))
                    .startsWith("HTTP/1.1 200 OK")
                    .endsWith("hello, world");
        }
    }
}
