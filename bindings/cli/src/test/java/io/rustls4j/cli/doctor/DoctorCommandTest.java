package io.rustls4j.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.cli.CommandRun;
import io.rustls4j.cli.ExternalProgram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DoctorCommandTest {
    @TempDir private Path directory;

    private static ExternalProgram.Run inProcess(List<String> javaOptions, String... args)
            throws Exception {
        return ExternalProgram.run(
                "", ExternalProgram.rustls4j(javaOptions, args).toArray(new String[0]));
    }

    @Test
    void allIsWellHere() {
        CommandRun run = CommandRun.of("doctor").mustSucceed();

        assertThat(run.out())
                .startsWith("TLS runs on rustls here.")
                .contains(
                        "engine rustls",
                        "engine jdk",
                        "X25519MLKEM768",
                        System.getProperty("java.home"))
                .containsPattern("native access +enabled")
                .contains("Nothing to change.");
        assertThat(run.out().lines().filter(line -> !line.contains("/")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void tellsProgramsTheSame() {
        assertThat(CommandRun.of("doctor", "--json").mustSucceed().out())
                .contains("\"engine\": \"rustls\"", "\"nativeAccess\": true", "\"advice\": []")
                .containsPattern("\"rustlsVersion\": \"0\\.23\\.\\d+\"");
    }

    @Test
    void aChosenJdkEngineIsNamedWithTheReason() throws Exception {
        ExternalProgram.Run run = inProcess(List.of("-Drustls4j.engine=jdk"), "doctor");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output())
                .contains("TLS runs on the jdk engine here, not on rustls.")
                .contains("what to change", "-Drustls4j.engine=jdk");
    }

    @Test
    void aLibraryThatDoesNotLoadIsNamedWithTheCure() throws Exception {
        String missing = directory.resolve("librustls4j.so").toString();
        ExternalProgram.Run run = inProcess(List.of("-Drustls4j.library=" + missing), "doctor");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output())
                .contains("the native library " + missing + " does not exist", "what to change");
        assertThat(run.output()).doesNotContain("\tat ");
    }

    @Test
    void anEngineThatDoesNotExistIsNamed() throws Exception {
        ExternalProgram.Run run =
                inProcess(List.of("-Drustls4j.engine=openssl"), "doctor", "--json");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output()).contains("\"engine\": null", "wanted is auto, rustls or jdk");
    }

    @Test
    void aServerSaysThatItRunsOnTheSlowerEngine() throws Exception {
        String missing = directory.resolve("librustls4j.so").toString();
        ExternalProgram.Run run =
                inProcess(
                        List.of("-Drustls4j.library=" + missing), "server", "65536", "--demo-cert");

        assertThat(run.output())
                .containsOnlyOnce(
                        "rustls4j: WARNING: TLS runs on the slower jdk engine, since rustls cannot run: ");
    }
}
