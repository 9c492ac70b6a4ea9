package io.rustls4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.benchmarks.report.Machine;
import io.rustls4j.benchmarks.report.MachineResults;
import io.rustls4j.benchmarks.report.Page;
import io.rustls4j.benchmarks.report.Results;
import io.rustls4j.benchmarks.scenario.Scenario;
import io.rustls4j.benchmarks.scenario.Verification;
import io.rustls4j.benchmarks.suite.Case;
import io.rustls4j.benchmarks.suite.Measurement;
import io.rustls4j.benchmarks.suite.MemcpyMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs go on where they were cut off, and machines are never mixed. */
class ResultsTest {
    private static final Case HANDSHAKE =
            Case.handshake(Scenario.TYPICAL.with(Verification.ACCEPT));
    private static final Machine FIRST =
            new Machine(Map.of("processor", "one", "date", "2026-11-27"));
    private static final Machine SECOND =
            new Machine(Map.of("processor", "two", "date", "2026-11-27"));

    @TempDir private Path directory;

    @Test
    void aRunGoesOnOnAnotherDay() throws IOException {
        Path file = directory.resolve("default.json");
        results(FIRST, 150).write(file);
        Machine later = new Machine(Map.of("processor", "one", "date", "2026-11-28"));
        Results all = new Results(later, List.of()).and(Results.read(file));
        assertThat(all.has(HANDSHAKE)).isTrue();
        assertThat(all.has(Case.handshake(Scenario.TYPICAL))).isFalse();
        assertThat(all.machine()).isEqualTo(later);
    }

    @Test
    void butNotOnAnotherMachine() {
        Results first = results(FIRST, 150);
        Results second = results(SECOND, 150);
        assertThatThrownBy(() -> first.and(second))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("differ in [processor]");
    }

    @Test
    void aPageHasAColumnForEachMachine() throws IOException {
        Page.write(
                List.of(saved("fast", results(FIRST, 160)), saved("slow", results(SECOND, 140))),
                directory);
        assertThat(Files.readString(directory.resolve("RESULTS.md")))
                .contains("|  | fast | slow |", "| processor | one | two |")
                .contains("to tcnative | ≥ 1.50x | 1.60x, yes | 1.40x, NO |")
                .contains("(charts/fast/handshakes.png)", "(charts/slow/handshakes.png)");
        assertThat(directory.resolve("charts/slow/handshakes.png")).isNotEmptyFile();
    }

    @Test
    void aDirectoryWithoutResultsIsNamed() {
        assertThatThrownBy(() -> MachineResults.read(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(directory.toString());
    }

    private MachineResults saved(String name, Results results) throws IOException {
        Path place = Files.createDirectory(directory.resolve(name));
        results.write(place.resolve("default.json"));
        return MachineResults.read(place);
    }

    /** The engine's number, where tcnative's is 100. */
    private static Results results(Machine machine, double score) {
        return new Results(
                machine,
                List.of(measurement("rustls4j-jsse", score), measurement("tcnative", 100)));
    }

    private static Measurement measurement(String contestant, double score) {
        return new Measurement(HANDSHAKE, contestant, MemcpyMode.DEFAULT, List.of(score), null);
    }
}
