package io.rustls4j.cli.server;

import io.rustls4j.ServerConfig;
import io.rustls4j.WebPkiClientVerifier;
import io.rustls4j.cli.CommandFailure;
import io.rustls4j.cli.options.ChoiceConverter;
import io.rustls4j.cli.options.CredentialFiles;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether clients show certificates. */
final class ClientAuthOptions {
    private enum Demand {
        WANT("want"),
        NEED("need");

        private final String label;

        Demand(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private static final class DemandConverter extends ChoiceConverter<Demand> {
        DemandConverter() {
            super(Demand.values());
        }
    }

    @Option(
            names = "--client-ca",
            paramLabel = "FILE",
            description =
                    "Ask clients for certificates, and trust those of the authorities in this PEM file.")
    private @Nullable Path authorities;

    @Option(
            names = "--client-auth",
            paramLabel = "want|need",
            converter = DemandConverter.class,
            description =
                    "Whether a client may come without a certificate (want) or not (need). Default: need.")
    private @Nullable Demand demand;

    void applyTo(ServerConfig.Builder builder, CredentialFiles files) throws CommandFailure {
        Path file = authorities;
        if (file == null) {
            if (demand != null) {
                throw CommandFailure.ofUsage(
                        "--client-auth needs --client-ca, to say whose certificates are trusted",
                        null);
            }
            return;
        }
        WebPkiClientVerifier.Builder verifier =
                WebPkiClientVerifier.builder(files.roots("--client-ca", List.of(file)));
        if (demand == Demand.WANT) {
            verifier.allowUnauthenticated();
        }
        builder.clientVerifier(verifier.build());
    }
}
