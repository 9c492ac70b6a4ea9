package io.rustls4j.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.cli.ExternalProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code demo} where something is missing. That it runs where nothing is, its users see.
 */
class DemoScriptTest {
    @TempDir private Path directory;

    private Path script;
    private Path programs;

    @BeforeEach
    void copyScript() throws IOException {
        ExternalProgram.require("bash");
        script = directory.resolve("demo");
        Files.copy(Path.of(System.getProperty("rustls4j.root"), "demo"), script);
        programs = Files.createDirectory(directory.resolve("bin"));
        for (String name : List.of("bash", "dirname", "sed")) {
            Files.createSymbolicLink(programs.resolve(name), find(name));
        }
    }

    @Test
    void namesAllThatIsMissing() throws Exception {
        ExternalProgram.Run run = run();

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output().lines())
                .allSatisfy(line -> assertThat(line).startsWith("demo: ").contains(": install "))
                .anySatisfy(line -> assertThat(line).contains("Maven is missing"))
                .anySatisfy(line -> assertThat(line).contains("Cargo is missing"))
                .anySatisfy(line -> assertThat(line).contains("a C compiler is missing"));
    }

    @Test
    void namesTheJdkIfAllAreTooOld() throws Exception {
        Files.writeString(
                script, Files.readString(script).replace("wanted_java=22", "wanted_java=999"));

        assertThat(run().output().lines())
                .anySatisfy(
                        line -> assertThat(line).startsWith("demo: no JDK 999 or newer: install"));
    }

    @Test
    void takesTheJdkOfJavaHomeWhereItIsNewEnough() throws Exception {
        for (String name : List.of("mvn", "cargo", "cc")) {
            program(name, "exit 0");
        }
        Path jdk = Files.createDirectories(directory.resolve("a jdk/bin")).getParent();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"999.0.1\"\n");
        Files.createSymbolicLink(
                jdk.resolve("bin/java"), program("java-999", "echo \"ran java $*\""));
        Files.createSymbolicLink(jdk.resolve("bin/javac"), programs.resolve("java-999"));

        ExternalProgram.Run run = run("JAVA_HOME=" + jdk);

        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.output())
                .contains("the first time takes")
                .contains("ran java --enable-native-access=ALL-UNNAMED -jar")
                .contains("rustls4j.jar demo --size 1");
    }

    private ExternalProgram.Run run(String... environment) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(find("env").toString(), "-i", "PATH=" + programs));
        command.addAll(List.of(environment));
        command.addAll(List.of(find("bash").toString(), script.toString(), "--size", "1"));
        return ExternalProgram.run("", command.toArray(new String[0]));
    }

    private Path program(String name, String text) throws IOException {
        Path file = programs.resolve(name);
        Files.writeString(file, "#!" + find("bash") + "\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static Path find(String name) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not on the PATH"));
    }
}
