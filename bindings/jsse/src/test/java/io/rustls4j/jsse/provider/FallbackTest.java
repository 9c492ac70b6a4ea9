package io.rustls4j.jsse.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each in a JVM of its own, since the engine is chosen once in a process. */
@Timeout(120)
class FallbackTest {
    @Test
    void runsOnRustls() throws Exception {
        String said = run("--enable-native-access=ALL-UNNAMED");
        assertThat(said)
                .contains("info: TLS on rustls 0.23", "made: true", "echo: over the wire")
                .doesNotContain("WARNING");
    }

    @Test
    void handsOutTheJdksOwnWhereRustlsCannotRun() throws Exception {
        String said =
                run(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Drustls4j.library=/nonexistent/librustls4j.so");
        assertThat(said)
                .contains(
                        "info: TLS on the JDK's own engine, since rustls cannot run",
                        "/nonexistent/librustls4j.so",
                        "made: false",
                        "echo: over the wire");
        assertThat(said).containsOnlyOnce("TLS runs on the slower jdk engine");
    }

    @Test
    void refusesWhereRustlsIsAMust() throws Exception {
        String said =
                run(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Drustls4j.engine=rustls",
                        "-Drustls4j.library=/nonexistent/librustls4j.so");
        assertThat(said)
                .contains("NoSuchAlgorithmException", "/nonexistent/librustls4j.so")
                .doesNotContain("echo");
    }

    private static String run(String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Exchange.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
