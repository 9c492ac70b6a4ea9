package io.rustls4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.rustls4j.benchmarks.report.Comparison;
import io.rustls4j.benchmarks.scenario.Scenario;
import io.rustls4j.benchmarks.suite.Case;
import io.rustls4j.benchmarks.suite.Kind;
import io.rustls4j.benchmarks.suite.Measurement;
import io.rustls4j.benchmarks.suite.MemcpyMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A machine that is slow for a while is slow for all, and decides nothing. */
class MeasurementTest {
    private static final Case HANDSHAKE = Case.handshake(Scenario.TYPICAL);
    private static final Case START_UP = Case.of(Kind.START_UP, Scenario.TYPICAL);

    @Test
    void theMedianRoundCounts() {
        Measurement one = measurement(HANDSHAKE, "one", 100, 900, 110);
        assertThat(one.score()).isEqualTo(110);
        assertThat(one.spread()).isEqualTo(400);
        assertThat(measurement(HANDSHAKE, "one", 100, 200).score()).isEqualTo(150);
        assertThat(measurement(HANDSHAKE, "one", 100).spread()).isNull();
    }

    @Test
    void ratiosAreTakenRoundByRound() {
        // Half as fast in the second round and a third as fast in the last, both of them.
        Measurement one = measurement(HANDSHAKE, "one", 300, 150, 100);
        Measurement two = measurement(HANDSHAKE, "two", 200, 100, 66);
        assertThat(ratio(one, two)).isEqualTo(1.5, offset(0.001));
        assertThat(ratio(two, one)).isEqualTo(1 / 1.5, offset(0.001));
    }

    @Test
    void lessIsBetterWhereTimeOrMemoryIsCounted() {
        Measurement one = measurement(START_UP, "one", 300, 310, 320);
        Measurement two = measurement(START_UP, "two", 600, 620, 640);
        assertThat(ratio(one, two)).isEqualTo(2);
    }

    private static double ratio(Measurement one, Measurement other) {
        return Comparison.of(List.of(one, other))
                .getFirst()
                .ratio(one.contestant(), other.contestant())
                .orElseThrow();
    }

    private static Measurement measurement(Case subject, String contestant, double... rounds) {
        List<Double> all = java.util.Arrays.stream(rounds).boxed().toList();
        return new Measurement(subject, contestant, MemcpyMode.DEFAULT, all, null);
    }
}
