package io.rustls4j.benchmarks;

import io.rustls4j.benchmarks.contestant.Contestants;
import io.rustls4j.benchmarks.scenario.ClientAuth;
import io.rustls4j.benchmarks.scenario.Group;
import io.rustls4j.benchmarks.scenario.Key;
import io.rustls4j.benchmarks.scenario.Scenario;
import io.rustls4j.benchmarks.scenario.Suite;
import io.rustls4j.benchmarks.scenario.TlsVersion;
import io.rustls4j.benchmarks.scenario.Verification;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every contestant does full handshakes as told, and moves messages. */
class FullHandshakeTest extends ContestantChecks {
    private static final Scenario TLS12 = Scenario.TYPICAL.with(TlsVersion.TLS12);

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource
    void everyContestantWorks(Contestants contestant, Scenario scenario) throws Exception {
        check(contestant, scenario);
    }

    static Stream<Arguments> everyContestantWorks() {
        return entries(List.of(Scenario.TYPICAL));
    }

    @Tag("thorough")
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource
    void everyContestantDoesTheSame(Contestants contestant, Scenario scenario) throws Exception {
        check(contestant, scenario);
    }

    static Stream<Arguments> everyContestantDoesTheSame() {
        return entries(
                List.of(
                        Scenario.TYPICAL.with(Verification.ACCEPT),
                        Scenario.TYPICAL.with(Verification.NATIVE),
                        Scenario.TYPICAL.with(Key.RSA2048),
                        Scenario.TYPICAL.with(Group.X25519MLKEM768),
                        Scenario.TYPICAL.with(Suite.CHACHA20),
                        Scenario.TYPICAL.with(ClientAuth.MUTUAL),
                        TLS12,
                        TLS12.with(ClientAuth.MUTUAL),
                        TLS12.with(Key.RSA2048).with(Suite.AES256),
                        TLS12.with(Suite.CHACHA20)));
    }
}
