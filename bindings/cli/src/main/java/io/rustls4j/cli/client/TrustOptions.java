package io.rustls4j.cli.client;

import io.rustls4j.ServerCertVerifier;
import io.rustls4j.WebPkiServerVerifier;
import io.rustls4j.cli.CommandFailure;
import io.rustls4j.cli.options.CredentialFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which servers are trusted. One of these at most. */
final class TrustOptions {
    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            required = true,
            description = "Trust the authorities in this PEM file, and no others.")
    private List<Path> caFiles = new ArrayList<>();

    @Option(
            names = "--platform-roots",
            required = true,
            description =
                    "Trust the authorities that this system trusts, with the jdk engine those that the JDK trusts. This is the default.")
    private boolean platformRoots;

    @Option(
            names = "--insecure-skip-verify",
            required = true,
            description = "Trust anyone. Whoever is in between reads and changes everything.")
    private boolean anyone;

    boolean verifies() {
        return !anyone;
    }

    ServerCertVerifier verifier(CredentialFiles files) throws CommandFailure {
        if (anyone) {
            return ServerCertVerifier.dangerous().custom(certificate -> {});
        }
        return platformRoots || caFiles.isEmpty()
                ? ServerCertVerifier.platform()
                : WebPkiServerVerifier.builder(files.roots("--ca-file", caFiles)).build();
    }

    /** How the report calls it. */
    String description() {
        if (anyone) {
            return "NOT VERIFIED (--insecure-skip-verify)";
        }
        return "verified with the roots "
                + (caFiles.isEmpty() ? "of this system" : "in " + joined());
    }

    private String joined() {
        return String.join(", ", caFiles.stream().map(Path::toString).toList());
    }
}
