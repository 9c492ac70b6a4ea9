package io.rustls4j;

import io.rustls4j.engine.Engines;
import java.util.List;
import java.util.Optional;

/**
 * Which algorithms a configuration uses (rustls's {@code CryptoProvider}). Immutable. What is not
 * chosen here is the engine's own choice, which is safe; only what the engine has can be chosen.
 *
 * @param cipherSuites the suites to use, best first, or empty for the engine's own
 * @param kxGroups the key-exchange groups to use, best first, or empty for the engine's own
 */
public record CryptoProvider(
        Optional<List<CipherSuite>> cipherSuites, Optional<List<NamedGroup>> kxGroups) {
    /** Everything as the engine has it. */
    public static final CryptoProvider DEFAULT =
            new CryptoProvider(Optional.empty(), Optional.empty());

    /**
     * Copies the lists.
     *
     * @throws TlsConfigException if a list is there but empty: rustls would take that for "all"
     */
    public CryptoProvider {
        cipherSuites = notEmpty("cipher suites", cipherSuites);
        kxGroups = notEmpty("key-exchange groups", kxGroups);
    }

    /**
     * This provider with other suites.
     *
     * @param suites the suites, best first; not empty
     * @return a new provider
     */
    public CryptoProvider withCipherSuites(List<CipherSuite> suites) {
        return new CryptoProvider(Optional.of(suites), kxGroups);
    }

    /**
     * This provider with other groups.
     *
     * @param groups the groups, best first; not empty
     * @return a new provider
     */
    public CryptoProvider withKxGroups(List<NamedGroup> groups) {
        return new CryptoProvider(cipherSuites, Optional.of(groups));
    }

    /**
     * What an engine has by default ({@code rustls_crypto_provider_ciphersuites_get}).
     *
     * @param engine which engine
     * @return the suites, best first
     * @throws EngineUnavailableException if that engine cannot run here
     */
    public static List<CipherSuite> supportedCipherSuites(EngineKind engine) {
        return Engines.get(engine).supportedCipherSuites();
    }

    /**
     * What an engine can use.
     *
     * @param engine which engine
     * @return the groups, best first
     * @throws EngineUnavailableException if that engine cannot run here
     */
    public static List<NamedGroup> supportedKxGroups(EngineKind engine) {
        return Engines.get(engine).supportedKxGroups();
    }

    /**
     * Whether an engine's default provider is in FIPS mode ({@code rustls_crypto_provider_fips}).
     *
     * @param engine which engine
     * @return true if so
     * @throws EngineUnavailableException if that engine cannot run here
     */
    public static boolean fips(EngineKind engine) {
        return Engines.get(engine).fips();
    }

    /**
     * Fills an array from an engine's generator of random numbers ({@code
     * rustls_crypto_provider_random}).
     *
     * @param engine which engine
     * @param bytes what to fill
     * @throws EngineUnavailableException if that engine cannot run here
     */
    public static void random(EngineKind engine, byte[] bytes) {
        Engines.get(engine).random(bytes);
    }

    private static <T> Optional<List<T>> notEmpty(String what, Optional<List<T>> list) {
        if (list.isEmpty()) {
            return list;
        }
        if (list.get().isEmpty()) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.PARAMETERS,
                    "an empty list of " + what + "; at least one is wanted");
        }
        return Optional.of(List.copyOf(list.get()));
    }
}
