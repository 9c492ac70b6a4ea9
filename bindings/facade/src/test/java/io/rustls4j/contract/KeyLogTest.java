package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.KeyLogFile;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** The secrets, in lines that Wireshark takes. */
@ContractTest
class KeyLogTest {
    /**
     * Wireshark's own rule (epan/dissectors/packet-tls-utils.c), for the labels that rustls has.
     */
    private static final String TLS12_LINE = "CLIENT_RANDOM [0-9a-f]{64} [0-9a-f]{96}";

    private static final String TLS13_LINE =
            "(CLIENT_HANDSHAKE_TRAFFIC_SECRET|SERVER_HANDSHAKE_TRAFFIC_SECRET|CLIENT_TRAFFIC_SECRET_0"
                    + "|SERVER_TRAFFIC_SECRET_0|EXPORTER_SECRET) [0-9a-f]{64} ([0-9a-f]{64}|[0-9a-f]{96})";

    @EveryPairingAndVersion
    void linesHaveTheFormat(Pairing pairing, ProtocolVersion version, @TempDir Path directory)
            throws IOException {
        Path clientFile = directory.resolve("client");
        Path serverFile = directory.resolve("server");
        ClientConfig.Builder client =
                pairing.newClient().versions(version).keyLog(new KeyLogFile(clientFile));
        ServerConfig.Builder server = pairing.newServer().keyLog(new KeyLogFile(serverFile));
        if (Feature.KEY_LOG.isRefusedBy(pairing.client())) {
            Feature.KEY_LOG.assertRefused(client::build);
            client = pairing.newClient().versions(version);
        }
        if (Feature.KEY_LOG.isRefusedBy(pairing.server())) {
            Feature.KEY_LOG.assertRefused(server::build);
            server = pairing.newServer();
        }
        try (TlsPair pair = pairing.pair(client, server)) {
            pair.handshake();
        }

        if (pairing.client() == EngineKind.RUSTLS) {
            assertComplete(Files.readAllLines(clientFile), version);
        }
        if (pairing.server() == EngineKind.RUSTLS) {
            assertComplete(Files.readAllLines(serverFile), version);
        }
        if (pairing == Pairing.RUSTLS_RUSTLS) {
            assertThat(new TreeSet<>(Files.readAllLines(clientFile)))
                    .as("both sides have the same secrets")
                    .isEqualTo(new TreeSet<>(Files.readAllLines(serverFile)));
        }
    }

    @EveryPairing
    void everyConnectionHasItsOwnRandom(Pairing pairing, @TempDir Path directory)
            throws IOException {
        Path file = directory.resolve("client");
        ClientConfig.Builder client = pairing.newClient().keyLog(new KeyLogFile(file));
        if (Feature.KEY_LOG.isRefusedBy(pairing.client())) {
            Feature.KEY_LOG.assertRefused(client::build);
            return;
        }
        try (ClientConfig clients = client.build();
                ServerConfig servers = pairing.newServer().build()) {
            for (int i = 0; i < 3; i++) {
                try (TlsPair pair =
                        TlsPair.of(clients.connect(Identities.NAME), servers.accept())) {
                    pair.handshake();
                }
            }
        }

        Set<String> randoms =
                Files.readAllLines(file).stream()
                        .map(line -> line.split(" ")[1])
                        .collect(Collectors.toSet());
        assertThat(randoms).hasSize(3);
    }

    private static void assertComplete(List<String> lines, ProtocolVersion version) {
        if (version == ProtocolVersion.TLSV1_2) {
            assertThat(lines).singleElement().asString().matches(TLS12_LINE);
        } else {
            assertThat(lines)
                    .hasSize(5)
                    .doesNotHaveDuplicates()
                    .allMatch(line -> line.matches(TLS13_LINE));
        }
    }
}
