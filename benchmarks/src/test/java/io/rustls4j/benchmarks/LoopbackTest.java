package io.rustls4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.benchmarks.contestant.Contestants;
import io.rustls4j.benchmarks.credentials.AskedTrustManager;
import io.rustls4j.benchmarks.credentials.CredentialFiles;
import io.rustls4j.benchmarks.credentials.Credentials;
import io.rustls4j.benchmarks.loopback.Loopback;
import io.rustls4j.benchmarks.loopback.Transport;
import io.rustls4j.benchmarks.scenario.Scenario;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Over TCP, too, everybody does the same: as many full handshakes, and answers of full length. */
class LoopbackTest {
    private static final Scenario SCENARIO = Scenario.TYPICAL;
    private static final int REQUESTS = 20;

    @TempDir static Path directory;

    @BeforeAll
    static void makeCredentials() throws Exception {
        CredentialFiles.write(directory);
    }

    @ParameterizedTest(name = "{1} over {0}")
    @MethodSource
    void everyContestantWorks(Transport transport, Contestants contestant) throws Exception {
        Credentials credentials = Credentials.in(directory, SCENARIO.key());
        long before = AskedTrustManager.checks();
        try (Loopback loopback = transport.open(contestant, SCENARIO, credentials)) {
            loopback.keepAlive(REQUESTS);
            loopback.keepAlive(REQUESTS);
            assertThat(AskedTrustManager.checks() - before).isEqualTo(Loopback.CLIENTS);

            loopback.bulk(1 << 20);
            assertThat(AskedTrustManager.checks() - before).isEqualTo(Loopback.CLIENTS);

            loopback.reconnect(REQUESTS);
            assertThat(AskedTrustManager.checks() - before).isEqualTo(Loopback.CLIENTS + REQUESTS);
        }
    }

    @Test
    void plaintextIsTheSameWithoutTls() throws Exception {
        long before = AskedTrustManager.checks();
        try (Loopback loopback =
                Transport.NETTY.open(
                        Contestants.PLAINTEXT,
                        SCENARIO,
                        Credentials.in(directory, SCENARIO.key()))) {
            loopback.keepAlive(REQUESTS);
            loopback.bulk(1 << 20);
            loopback.reconnect(REQUESTS);
        }
        assertThat(AskedTrustManager.checks()).isEqualTo(before);
    }

    static Stream<Arguments> everyContestantWorks() {
        return Arrays.stream(Transport.values())
                .flatMap(
                        transport ->
                                Present.contestants().stream()
                                        .filter(transport.entrants()::contains)
                                        .filter(it -> it.make().absence(SCENARIO).isEmpty())
                                        .map(it -> Arguments.of(transport, it)));
    }
}
