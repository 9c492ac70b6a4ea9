package io.rustls4j.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSelectionTest {
    private static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

    @Test
    void autoTakesRustlsSilently() {
        String output = run(NATIVE_ACCESS);

        assertThat(output).contains("engine=rustls").doesNotContain("WARNING");
    }

    @Test
    void jdkIsTakenWhenAskedForWithoutWarning() {
        String output = run("-Drustls4j.engine=jdk");

        assertThat(output).contains("engine=jdk").contains("asked for").doesNotContain("WARNING");
    }

    @Test
    void autoFallsBackWithOneWarningThatNamesTheReason() {
        String output = run(NATIVE_ACCESS, "-Drustls4j.library=/does/not/exist.so");

        assertThat(output).contains("engine=jdk").contains("/does/not/exist.so does not exist");
        assertThat(output.lines().filter(line -> line.contains("slower jdk engine"))).hasSize(1);
    }

    @Test
    void rustlsIsNeverReplacedWhenAskedFor() {
        String output =
                run(
                        NATIVE_ACCESS,
                        "-Drustls4j.engine=rustls",
                        "-Drustls4j.library=/does/not/exist.so");

        assertThat(output.lines().filter(line -> line.startsWith("failed="))).hasSize(2);
        assertThat(output).contains("EngineUnavailableException").contains("/does/not/exist.so");
    }

    @Test
    void anUnknownEngineIsRefusedByName() {
        assertThat(run("-Drustls4j.engine=openssl"))
                .contains("openssl")
                .contains("wanted is auto, rustls or jdk");
    }

    @Test
    void aFileThatIsNoLibraryIsSaidToBeNone(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("text.so"), "not a library");

        assertThat(run(NATIVE_ACCESS, "-Drustls4j.library=" + file))
                .contains("engine=jdk")
                .contains("does not load");
    }

    @Test
    void anotherLibraryIsSaidToBeAnother() {
        Path libc = Path.of("/lib/x86_64-linux-gnu/libc.so.6");
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.exists(libc), "there is no " + libc + " here");

        assertThat(run(NATIVE_ACCESS, "-Drustls4j.library=" + libc))
                .contains("engine=jdk")
                .contains("is not librustls4j");
    }

    @Test
    void deniedNativeAccessNamesTheFlag() {
        int version = Runtime.version().feature();
        org.junit.jupiter.api.Assumptions.assumeTrue(
                version >= 24, "--illegal-native-access came with JDK 24");

        assertThat(run("--illegal-native-access=deny"))
                .contains("engine=jdk")
                .contains("--enable-native-access=ALL-UNNAMED");
    }

    @Test
    void anUnwritableDirectoryIsNamed() {
        assertThat(run(NATIVE_ACCESS, "-Djava.io.tmpdir=/does/not/exist"))
                .contains("engine=jdk")
                .contains("/does/not/exist")
                .contains("java.io.tmpdir");
    }

    @Test
    void theUnpackedLibraryLeavesNothingBehind(@TempDir Path directory) throws IOException {
        String output = run(NATIVE_ACCESS, "-Djava.io.tmpdir=" + directory);

        assertThat(output).contains("engine=rustls").contains("library=" + directory);
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("rustls4j")))
                    .isEmpty();
        }
    }

    private static String run(String... options) {
        return JavaProcess.onClassPath(options).run(ReportProgram.class).succeeded().output();
    }
}
