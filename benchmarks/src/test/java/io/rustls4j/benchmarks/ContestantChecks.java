package io.rustls4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.benchmarks.contestant.Contestant;
import io.rustls4j.benchmarks.contestant.Contestants;
import io.rustls4j.benchmarks.contestant.Stack;
import io.rustls4j.benchmarks.credentials.AskedTrustManager;
import io.rustls4j.benchmarks.credentials.CredentialFiles;
import io.rustls4j.benchmarks.credentials.Credentials;
import io.rustls4j.benchmarks.memory.BufferKind;
import io.rustls4j.benchmarks.memory.Buffers;
import io.rustls4j.benchmarks.memory.Message;
import io.rustls4j.benchmarks.memory.Pair;
import io.rustls4j.benchmarks.scenario.Scenario;
import io.rustls4j.benchmarks.scenario.TlsVersion;
import io.rustls4j.benchmarks.scenario.Verification;
import io.rustls4j.wire.ServerHello;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;

/** Takes a contestant through a scenario and looks at what it really did. */
abstract class ContestantChecks {
    private static final int MESSAGE = 20_000;

    @TempDir static Path directory;

    @BeforeAll
    static void makeCredentials() throws Exception {
        CredentialFiles.write(directory);
    }

    /** Everybody who can take part, in every scenario. */
    static Stream<Arguments> entries(List<Scenario> scenarios) {
        List<Arguments> entries = new ArrayList<>();
        for (Contestants contestant : Present.contestants()) {
            Contestant made = contestant.make();
            for (Scenario scenario : scenarios) {
                if (made.absence(scenario).isEmpty()) {
                    entries.add(Arguments.of(contestant, scenario));
                }
            }
        }
        return entries.stream();
    }

    static void check(Contestants contestant, Scenario scenario) throws Exception {
        Credentials credentials = Credentials.in(directory, scenario.key());
        try (Stack stack = contestant.make().open(scenario, credentials)) {
            connect(stack, scenario, false);
            connect(stack, scenario, scenario.isResumed());
            connect(stack, scenario, scenario.isResumed());
        }
    }

    private static void connect(Stack stack, Scenario scenario, boolean resumed) throws Exception {
        long checksBefore = AskedTrustManager.checks();
        ServerFlights flights = new ServerFlights();
        Pair pair = Pair.of(stack, new Buffers(BufferKind.HEAP, MESSAGE), flights);
        pair.handshake();
        ByteBuffer message = Message.of(BufferKind.HEAP, MESSAGE);
        pair.toServer(message);
        Message.check(message, pair.received());
        pair.toClient(message);
        Message.check(message, pair.received());
        pair.close();

        ServerHello hello = flights.hello();
        assertThat(hello.version()).isEqualTo(scenario.version().rustls().code());
        assertThat(hello.cipherSuite()).isEqualTo(scenario.rustlsSuite().id());
        assertThat(hello.helloRetryRequest()).isFalse();
        if (scenario.version() == TlsVersion.TLS13) {
            assertThat(hello.group()).contains(scenario.group().rustls());
            assertThat(hello.preSharedKey()).as("resumed").isEqualTo(resumed);
        } else {
            assertThat(flights.showsCertificate()).as("not resumed").isEqualTo(!resumed);
        }
        if (scenario.verification() == Verification.PKIX) {
            long wanted = resumed ? 0 : scenario.isMutual() ? 2 : 1;
            assertThat(AskedTrustManager.checks() - checksBefore)
                    .as("checks by the trust manager")
                    .isEqualTo(wanted);
        }
    }
}
