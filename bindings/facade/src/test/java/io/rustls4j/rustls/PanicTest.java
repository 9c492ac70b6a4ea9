package io.rustls4j.rustls;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.process.JavaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PanicTest {
    @Test
    void panicsBecomeExceptionsAndTheJvmLivesOn() {
        Path library = Path.of(System.getProperty("rustls4j.faulty.library"));
        assertThat(Files.exists(library))
                .as("%s, which `cargo build --release -p rustls4j-faulty` makes", library)
                .isTrue();

        String output =
                JavaProcess.onClassPath(
                                "--enable-native-access=ALL-UNNAMED",
                                "-D" + NativeLibrary.PROPERTY + "=" + library)
                        .run(PanicProgram.class)
                        .succeeded()
                        .output();

        assertThat(output.lines())
                .anyMatch(
                        line ->
                                line.matches(
                                        "boundary: .*EnginePanicException: rustls panicked: .+"))
                .anyMatch(
                        line ->
                                line.matches(
                                        "verifier: .*EnginePanicException: rustls panicked: .+"))
                .anyMatch(line -> line.startsWith("verifier again: EnginePanicException / usable"))
                .anyMatch(
                        line ->
                                line.matches(
                                        "resolver: .*EnginePanicException: rustls panicked: .+"))
                .anyMatch(
                        line ->
                                line.matches(
                                        "sessions: .*EnginePanicException: rustls panicked: .+"))
                .contains("drop: handshaking=false", "afterwards: handshaking=false", "alive");
    }
}
