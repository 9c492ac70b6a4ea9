package io.rustls4j.engine;

import io.rustls4j.TlsConnection;

/** An engine's half of a {@link io.rustls4j.ServerConfig}. Thread-safe. */
public interface ServerPeer extends AutoCloseable {
    /** Makes a connection. */
    TlsConnection accept();

    /** Whether all of the configuration is in FIPS mode. */
    boolean fips();

    /** Gives the engine's resources back; connections made before go on. */
    @Override
    void close();
}
