package io.rustls4j.cli.options;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.RootCertStore;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.TlsConfigException;
import io.rustls4j.cli.CommandFailure;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads PEM files, and lets the engine look at each by itself: what is wrong with one shows
 * otherwise when all of a configuration is built, where nobody knows any more from which file it
 * came.
 */
public final class CredentialFiles {
    private final EngineKind engine;

    /**
     * For one engine.
     *
     * @param engine the engine that is to use what is read
     */
    public CredentialFiles(EngineKind engine) {
        this.engine = engine;
    }

    /**
     * Reads a certificate chain and its key.
     *
     * @param certificate the file of {@code --cert}
     * @param key the file of {@code --key}
     * @return what the engine can use
     * @throws CommandFailure if it is not usable; the message names the files
     */
    public CertifiedKey certifiedKey(Path certificate, Path key) throws CommandFailure {
        try {
            CertifiedKey read = CertifiedKey.fromPemFiles(certificate, key);
            build(
                    ClientConfig.builder(engine)
                            .serverVerifier(trustEverybody())
                            .certifiedKeys(read));
            return read;
        } catch (TlsConfigException e) {
            throw CommandFailure.ofUsage(
                    "--cert " + certificate + " --key " + key + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads authorities' certificates.
     *
     * @param option the option that names the files
     * @param files at least one file
     * @return what the engine can use
     * @throws CommandFailure if one is not usable; the message names it
     */
    public RootCertStore roots(String option, List<Path> files) throws CommandFailure {
        RootCertStore.Builder all = RootCertStore.builder();
        for (Path file : files) {
            try {
                all.addPemFile(file);
                build(
                        ClientConfig.builder(engine)
                                .roots(RootCertStore.builder().addPemFile(file).build()));
            } catch (TlsConfigException e) {
                throw CommandFailure.ofUsage(option + " " + file + ": " + e.getMessage(), e);
            }
        }
        return all.build();
    }

    private static void build(ClientConfig.Builder builder) {
        builder.build().close();
    }

    private static ServerCertVerifier trustEverybody() {
        return ServerCertVerifier.dangerous().custom(certificate -> {});
    }
}
