package io.rustls4j.benchmarks.credentials;

import io.rustls4j.benchmarks.scenario.Key;
import io.rustls4j.benchmarks.scenario.Scenario;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the certificates of one run: for each kind of key a root, an intermediate authority, a
 * server and a client. All processes of the run read the same files.
 */
public final class CredentialFiles {
    private CredentialFiles() {}

    /** Writes them into a directory, which is made if it is missing. */
    public static void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Key key : Key.values()) {
            write(directory, key);
        }
    }

    private static void write(Path directory, Key key) throws IOException {
        KeyKind kind =
                switch (key) {
                    case P256 -> KeyKind.EC_P256;
                    case RSA2048 -> KeyKind.RSA_2048;
                };
        TestAuthority root = TestAuthority.root("benchmark root " + key.label(), kind);
        TestAuthority issuer = root.intermediate("benchmark issuer " + key.label());
        Files.write(directory.resolve(name("root", key) + ".pem"), root.pem());
        issuer.newCertificate()
                .key(kind)
                .dns(Scenario.SERVER_NAME)
                .issue()
                .writeTo(directory, name("server", key));
        issuer.newCertificate()
                .key(kind)
                .commonName("benchmark client")
                .issue()
                .writeTo(directory, name("client", key));
    }

    static String name(String role, Key key) {
        return role + "-" + key.label();
    }
}
