package io.rustls4j.engine;

import io.rustls4j.Resumption;
import io.rustls4j.TlsConnection;
import java.util.List;
import java.util.Optional;

/** An engine's half of a {@link io.rustls4j.ClientConfig}. Thread-safe. */
public interface ClientPeer extends AutoCloseable {
    /**
     * Makes a connection.
     *
     * @param serverName a DNS name or an IP address, already checked to be no nonsense
     * @param alpn the protocols to offer instead of the configuration's, if given
     */
    TlsConnection connect(String serverName, Optional<List<String>> alpn);

    /** The same configuration, with a memory of sessions of its own. Each is closed by itself. */
    ClientPeer withResumption(Resumption resumption);

    /** Whether all of the configuration is in FIPS mode. */
    boolean fips();

    /** Gives the engine's resources back; connections made before go on. */
    @Override
    void close();
}
