package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.testkit.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of connections come and go, and the process does not grow. Counted in a JVM of its own
 * whose heap is all there from the start, so that what grows is native memory.
 */
@ContractTest
class FlatMemoryTest {
    /**
     * Seen is a tenth of one MiB. If each connection leaked what rustls keeps, it would be 50 MiB.
     */
    private static final long MAX_GROWTH_KIB = 4 * 1024;

    @ParameterizedTest(name = "connections are {0}")
    @ValueSource(strings = {"closed", "dropped", "failed"})
    void threeThousandConnectionsLeaveNothingBehind(String end) throws Exception {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/proc/self/status")), "needs /proc/self/status");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                // The large compiler takes and gives back megabytes at any time.
                                "-XX:TieredStopAtLevel=1",
                                "-Xms96m",
                                "-Xmx96m",
                                "-XX:+AlwaysPreTouch",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ConnectionChurn.class.getName(),
                                end));
        try (Program java = Program.start(command)) {
            int exitCode = java.awaitExit(Duration.ofSeconds(55));
            assertThat(exitCode).as(java.output()).isZero();
            long growth = ConnectionChurn.growthIn(java.output());
            assertThat(growth).as(java.output()).isLessThan(MAX_GROWTH_KIB);
        }
    }
}
