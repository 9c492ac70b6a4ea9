package io.rustls4j.tcnative.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.rustls4j.tcnative.OpenHandles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A thousand connections that are kept, a server for each round. {@code -Drustls4j.test.load} is
 * how many seconds each round lasts.
 */
class LoadTest {
    private static final int CONNECTIONS = 1_000;

    /** Until then the JVM compiles, and the pools and stacks take what they keep. */
    private static final int WARM_UP = 8;

    private static final int ROUNDS = 5;

    /** What it may grow in all rounds together: 2.4 KiB for each connection on each side. */
    private static final long GROWTH = 24L << 20;

    private static final Path STATUS = Path.of("/proc/self/status");

    @Test
    void neitherFailsNorGrows() throws Exception {
        DropIn.assertInUse();
        Duration time = Duration.ofSeconds(Long.getLong("rustls4j.test.load", 2));
        for (int i = 0; i < WARM_UP; i++) {
            round(time);
        }
        long before = residentBytes();
        for (int i = 0; i < ROUNDS; i++) {
            round(time);
        }
        assumeTrue(Files.exists(STATUS), "only Linux tells how large a process is");
        assertThat(residentBytes() - before).isLessThan(GROWTH);
    }

    private static void round(Duration time) throws Exception {
        try (HttpsServer server = new HttpsServer(serverContext());
                BusyClients clients =
                        new BusyClients(clientContext(), server.port(), CONNECTIONS)) {
            Thread.sleep(time);
            assertThat(OpenHandles.count())
                    .containsEntry("connections", 2 * CONNECTIONS)
                    .containsEntry("contexts", 2);
            clients.stop();
            assertThat(clients.failures()).isEmpty();
            assertThat(clients.answers()).isGreaterThanOrEqualTo(CONNECTIONS);
            assertThat(server.engines()).hasSize(CONNECTIONS).allSatisfy(DropIn::assertIsOf);
            System.out.println(clients.answers() + " answers, " + (residentBytes() >> 20) + " MiB");
        }
        awaitNoHandles();
        System.out.println(
                "after: " + OpenHandles.count() + ", " + (residentBytes() >> 20) + " MiB");
    }

    private static void awaitNoHandles() throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (OpenHandles.count().values().stream().anyMatch(count -> count > 0)
                && System.nanoTime() < deadline) {
            System.gc();
            Thread.sleep(50);
        }
        assertThat(OpenHandles.count().values())
                .as(() -> OpenHandles.count().toString())
                .containsOnly(0);
    }

    private static long residentBytes() throws IOException {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow();
    }

    private static SslContext serverContext() throws IOException {
        return SslContextBuilder.forServer(DropIn.SERVER.privateKey(), DropIn.SERVER.certificate())
                .sslProvider(SslProvider.OPENSSL)
                .build();
    }

    private static SslContext clientContext() throws IOException {
        return SslContextBuilder.forClient()
                .sslProvider(SslProvider.OPENSSL)
                .trustManager(DropIn.AUTHORITY.certificate())
                .build();
    }
}
