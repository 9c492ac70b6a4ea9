package io.rustls4j.cli.client;

import io.rustls4j.ClientConfig;
import io.rustls4j.cli.CommandFailure;
import io.rustls4j.cli.options.CredentialFiles;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The certificate that the client shows. */
final class IdentityOptions {
    @Option(
            names = "--cert",
            paramLabel = "FILE",
            description =
                    "Certificate chain in PEM, for servers that ask for one; the client's own first.")
    private @Nullable Path certificate;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Its private key in PEM, not encrypted. Default: the file of --cert.")
    private @Nullable Path key;

    boolean isGiven() {
        return certificate != null;
    }

    void applyTo(ClientConfig.Builder builder, CredentialFiles files) throws CommandFailure {
        Path chainFile = certificate;
        if (chainFile == null) {
            if (key != null) {
                throw CommandFailure.ofUsage(
                        "--key needs --cert, the certificate that the key is for", null);
            }
            return;
        }
        builder.certifiedKeys(files.certifiedKey(chainFile, key == null ? chainFile : key));
    }
}
