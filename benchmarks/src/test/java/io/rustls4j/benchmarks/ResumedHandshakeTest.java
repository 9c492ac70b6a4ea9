package io.rustls4j.benchmarks;

import io.rustls4j.benchmarks.contestant.Contestants;
import io.rustls4j.benchmarks.scenario.Scenario;
import io.rustls4j.benchmarks.scenario.Sessions;
import io.rustls4j.benchmarks.scenario.TlsVersion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every contestant that can resume does. */
class ResumedHandshakeTest extends ContestantChecks {
    private static final Scenario RESUMED = Scenario.TYPICAL.with(Sessions.RESUMED);

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource
    void everyContestantResumes(Contestants contestant, Scenario scenario) throws Exception {
        check(contestant, scenario);
    }

    static Stream<Arguments> everyContestantResumes() {
        return entries(List.of(RESUMED));
    }

    @Tag("thorough")
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource
    void everyContestantResumesTls12(Contestants contestant, Scenario scenario) throws Exception {
        check(contestant, scenario);
    }

    static Stream<Arguments> everyContestantResumesTls12() {
        return entries(List.of(RESUMED.with(TlsVersion.TLS12)));
    }
}
