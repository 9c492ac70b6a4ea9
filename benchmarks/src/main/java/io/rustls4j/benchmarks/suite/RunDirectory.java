package io.rustls4j.benchmarks.suite;

import io.rustls4j.benchmarks.credentials.CredentialFiles;
import io.rustls4j.benchmarks.credentials.Credentials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What all processes of a run share: where its files are, and how its JVMs are started. */
public record RunDirectory(Path directory) {
    /** Makes the certificates of a run. */
    public static RunDirectory prepare(Path directory) throws IOException {
        RunDirectory run = new RunDirectory(directory);
        CredentialFiles.write(run.credentials());
        return run;
    }

    /** Where the certificates are. */
    public Path credentials() {
        return directory.resolve("credentials");
    }

    /** What every JVM is started with. */
    public List<String> jvmArguments() {
        return List.of(
                "--enable-native-access=ALL-UNNAMED",
                // Netty and Conscrypt reach for sun.misc.Unsafe.
                "--sun-misc-unsafe-memory-access=allow",
                "-D" + Credentials.DIRECTORY_PROPERTY + "=" + credentials());
    }

    /** A command line that starts a class on the class path of a contestant. */
    public List<String> java(
            String contestant, List<String> more, Class<?> main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments());
        command.addAll(more);
        command.addAll(List.of("-cp", ClassPath.of(contestant).text(), main.getName()));
        command.addAll(arguments);
        return command;
    }
}
