package io.rustls4j.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.cli.CommandRun;
import io.rustls4j.cli.ExitStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class DemoCommandTest {
    @Test
    void showsBothEnginesSideBySide() {
        String out = CommandRun.of("demo", "--size=4").mustSucceed().out();

        assertThat(out)
                .containsSubsequence(
                        "rustls 0.23.",
                        "X25519MLKEM768",
                        "resumed",
                        "jdk ",
                        "resumed",
                        "throughput");
        assertThat(out).containsPattern("throughput +\\S+ [KMG]iB/s +\\S+ [KMG]iB/s");
        assertThat(out).containsPattern("wrong name +NOT_VALID_FOR_NAME +NOT_VALID_FOR_NAME");
        assertThat(out.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(out).doesNotContain("\u001b", "\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rustls", "jdk"})
    void showsOneEngineAlone(String engine) {
        String out = CommandRun.of("demo", "--size=1", "--engine", engine).mustSucceed().out();

        assertThat(out)
                .contains("certificate verified", "server told: bad_certificate", "100%, ")
                .doesNotContain("throughput");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--size=0", "--size=-1", "--size=x", "--engine=openssl"})
    void refusesWhatMakesNoSense(String option) {
        assertThat(CommandRun.of("demo", option).mustFailWith(ExitStatus.USAGE).errorLine())
                .contains(option.substring(0, option.indexOf('=')));
    }

    @Test
    void drawsABarForPeople() {
        StringWriter out = new StringWriter();
        ProgressBar bar =
                new ProgressBar(new Terminal(new PrintWriter(out), true, false), "4 MiB", 4 << 20);
        bar.finish(1_000_000_000);

        assertThat(out.toString())
                .contains("\r  4 MiB")
                .contains("#".repeat(32))
                .contains("100%  4 MiB/s");
    }

    @Test
    void printsQuartersForPrograms() {
        StringWriter out = new StringWriter();
        ProgressBar bar =
                new ProgressBar(new Terminal(new PrintWriter(out), false, true), "x", 100);
        for (int done = 0; done <= 100; done += 10) {
            bar.update(done);
        }
        bar.finish(1);

        assertThat(
                        out.toString()
                                .lines()
                                .map(
                                        line ->
                                                line.strip()
                                                        .replaceAll(" +", " ")
                                                        .replaceAll(",.*", "")))
                .containsExactly("x 25%", "x 50%", "x 75%", "x 100%");
    }
}
