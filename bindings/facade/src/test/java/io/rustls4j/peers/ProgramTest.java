package io.rustls4j.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.testkit.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Whether the tests against real peers skip, fail and clean up as they say. */
@PeerTest
class ProgramTest {
    @Test
    void aMissingProgramSkipsTheTestWithTheReason() {
        assertThatThrownBy(() -> Installed.require("no-such-program", false))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no-such-program is not installed");
    }

    @Test
    void aMissingProgramFailsTheTestWhereAllMustBeThere() {
        assertThatThrownBy(() -> Installed.require("no-such-program", true))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("no-such-program is not installed");
    }

    @Test
    void outputAndExitStatusAreTold() throws IOException, InterruptedException {
        try (Program program =
                Program.start(
                        List.of(
                                "sh",
                                "-c",
                                "echo out; echo err >&2; read x; echo got $x; exit 3"))) {
            program.awaitOutput("err");
            program.type("typed\n");
            assertThat(program.awaitExit()).isEqualTo(3);
            assertThat(program.output()).contains("out", "err", "got typed");
        }
    }

    @Test
    void outputThatNeverComesIsAFailureThatShowsWhatCame() throws IOException {
        try (Program program = Program.start(List.of("echo", "something else"))) {
            assertThatThrownBy(() -> program.awaitOutput("expected"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("something else");
        }
    }

    @Test
    void closingStopsTheProgramAndItsChildren() throws IOException {
        Program program = Program.start(List.of("sh", "-c", "sleep 1000 & echo started; wait"));
        program.awaitOutput("started");
        List<ProcessHandle> all = program.processes();
        assertThat(all).hasSizeGreaterThanOrEqualTo(2);

        program.close();

        assertThat(all)
                .allSatisfy(
                        process ->
                                assertThat(process.onExit())
                                        .succeedsWithin(Duration.ofSeconds(10)));
    }
}
