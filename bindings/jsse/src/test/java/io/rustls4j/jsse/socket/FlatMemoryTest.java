package io.rustls4j.jsse.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * One connection after the other: what one takes, it gives back. Counted in a JVM of its own whose
 * heap is all there from the start, so that what else grows is native memory.
 */
class FlatMemoryTest {
    /** A proof has 10,000; a leak of 2 KiB in each would show with these as well. */
    private static final int CONNECTIONS = Integer.getInteger("rustls4j.test.connections", 3_000);

    private static final int MAX_GROWTH_KIB = 6 * 1024;

    @Test
    @Timeout(580)
    @EnabledOnOs(OS.LINUX)
    void connectionsLeaveNothingBehind() throws Exception {
        Process java =
                new ProcessBuilder(
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
                                SocketChurn.class.getName(),
                                String.valueOf(CONNECTIONS))
                        .redirectErrorStream(true)
                        .start();
        String output = new String(java.getInputStream().readAllBytes());
        assertThat(java.waitFor()).as(output).isZero();
        SocketChurn.Growth growth = SocketChurn.Growth.in(output);
        assertThat(growth.heap()).as(output).isLessThan(MAX_GROWTH_KIB);
        assertThat(growth.process()).as(output).isLessThan(MAX_GROWTH_KIB);
        System.getLogger("io.rustls4j.jsse").log(System.Logger.Level.INFO, output);
    }
}
