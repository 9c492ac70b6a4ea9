package io.rustls4j.benchmarks.credentials;

import io.rustls4j.benchmarks.scenario.Key;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where one kind of key's certificates are. Reading them is left to each contestant's own API. */
public record Credentials(Path root, Identity server, Identity client) {
    /** Names the directory for the processes that a run starts. */
    public static final String DIRECTORY_PROPERTY = "rustls4j.benchmarks.credentials";

    /** A chain without its root, and its key, in PEM. */
    public record Identity(Path chain, Path key) {}

    /** Those of this process's run. */
    public static Credentials of(Key key) {
        String directory = System.getProperty(DIRECTORY_PROPERTY);
        if (directory == null) {
            throw new IllegalStateException(
                    "-D"
                            + DIRECTORY_PROPERTY
                            + " is not set; start benchmarks by benchmarks/run, which sets it");
        }
        return in(Path.of(directory), key);
    }

    /** Those in a directory. */
    public static Credentials in(Path directory, Key key) {
        Path root = directory.resolve(CredentialFiles.name("root", key) + ".pem");
        if (!Files.exists(root)) {
            throw new IllegalArgumentException("there is no " + root);
        }
        return new Credentials(
                root, identity(directory, "server", key), identity(directory, "client", key));
    }

    private static Identity identity(Path directory, String role, Key key) {
        String name = CredentialFiles.name(role, key);
        return new Identity(directory.resolve(name + ".pem"), directory.resolve(name + ".key"));
    }
}
