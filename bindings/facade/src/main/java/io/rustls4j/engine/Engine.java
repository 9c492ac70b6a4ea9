package io.rustls4j.engine;

import io.rustls4j.CipherSuite;
import io.rustls4j.EngineKind;
import io.rustls4j.EngineReport;
import io.rustls4j.NamedGroup;
import java.util.List;

/**
 * One implementation of TLS. There is one instance of each kind in a process; all methods are
 * thread-safe.
 */
public interface Engine {
    /** Which of the two. */
    EngineKind kind();

    /** What runs, in versions; {@code reason} says why this one was chosen. */
    EngineReport report(String reason);

    /**
     * Builds a client's configuration, or throws {@link io.rustls4j.TlsConfigException} saying what
     * is wrong with it.
     */
    ClientPeer build(ClientSettings settings);

    /**
     * Builds a server's configuration, or throws {@link io.rustls4j.TlsConfigException} saying what
     * is wrong with it.
     */
    ServerPeer build(ServerSettings settings);

    /** Starts reading a client's hello. */
    AcceptorPeer newAcceptor();

    /** The suites of the default provider, best first. */
    List<CipherSuite> supportedCipherSuites();

    /** Every group that can be chosen, best first. */
    List<NamedGroup> supportedKxGroups();

    /** Whether the default provider is in FIPS mode. */
    boolean fips();

    /** Fills an array with random bytes. */
    void random(byte[] bytes);
}
