package io.rustls4j.cli.server;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ServerConfig;
import io.rustls4j.cli.CommandFailure;
import io.rustls4j.cli.options.CredentialFiles;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The certificates that a server shows. */
final class CertificateOptions {
    @Option(
            names = "--cert",
            paramLabel = "FILE",
            description =
                    "Certificate chain in PEM, the server's own first. Several times for several names: each client is"
                            + " shown the one with the DNS name that it asks for, or else the first.")
    private List<Path> certificates = new ArrayList<>();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "Private key in PEM, not encrypted; as many as --cert, in the same order.")
    private List<Path> keys = new ArrayList<>();

    @Option(
            names = "--demo-cert",
            description =
                    "Make an authority and a certificate for localhost, 127.0.0.1 and ::1 on the spot, and print where"
                            + " the authority's certificate is.")
    private boolean demo;

    boolean demo() {
        return demo;
    }

    void check() throws CommandFailure {
        if (demo && !(certificates.isEmpty() && keys.isEmpty())) {
            throw CommandFailure.ofUsage(
                    "--demo-cert and --cert do not go together; give one of them", null);
        }
        if (!demo && certificates.isEmpty()) {
            throw CommandFailure.ofUsage(
                    "a server needs a certificate: give --cert and --key, or --demo-cert to have one made",
                    null);
        }
        if (certificates.size() != keys.size()) {
            throw CommandFailure.ofUsage(
                    certificates.size()
                            + " --cert and "
                            + keys.size()
                            + " --key; each --cert needs its --key",
                    null);
        }
    }

    List<CertifiedKey> read(CredentialFiles files) throws CommandFailure {
        List<CertifiedKey> read = new ArrayList<>();
        for (int i = 0; i < certificates.size(); i++) {
            read.add(files.certifiedKey(certificates.get(i), keys.get(i)));
        }
        return read;
    }

    static void show(List<CertifiedKey> shown, ServerConfig.Builder builder) throws CommandFailure {
        if (shown.size() == 1) {
            builder.certifiedKeys(shown.getFirst());
            return;
        }
        try {
            builder.certResolver(CertificateBySni.of(shown));
        } catch (CertificateException e) {
            throw CommandFailure.ofUsage("a --cert cannot be parsed: " + e.getMessage(), e);
        }
    }
}
