package io.rustls4j.jsse.session;

import io.rustls4j.ClientConfig;
import java.security.AlgorithmConstraints;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that decides whom a client trusts. A session is resumed only where all of it is the same,
 * since a resumed handshake checks no certificate.
 *
 * @param base stands for trust and key managers, suites, versions; equal to itself only
 * @param host where the connection goes, in lower case; null for a connection that must not resume
 * @param identification how the host is checked against the certificate, in upper case; "" for not
 * @param constraints what the application asked for besides; equal to itself only
 * @param serverName the name that rustls checks, and keeps sessions by, in lower case
 */
record Peer(
        ClientConfig base,
        @Nullable String host,
        int port,
        String identification,
        @Nullable AlgorithmConstraints constraints,
        String serverName) {

    /** Where there is no host or no port, nobody can say that it is the same peer again. */
    static Peer of(
            ClientConfig base,
            @Nullable String host,
            int port,
            @Nullable String identification,
            @Nullable AlgorithmConstraints constraints,
            String serverName) {
        if (host == null || host.isEmpty() || port < 0) {
            return new Peer(base, null, -1, "", null, "");
        }
        return new Peer(
                base,
                host.toLowerCase(Locale.ROOT),
                port,
                identification == null ? "" : identification.toUpperCase(Locale.ROOT),
                constraints,
                serverName.toLowerCase(Locale.ROOT));
    }

    boolean mayResume() {
        return host != null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Peer that
                && base == that.base
                && constraints == that.constraints
                && port == that.port
                && Objects.equals(host, that.host)
                && serverName.equals(that.serverName)
                && identification.equals(that.identification);
    }

    @Override
    public int hashCode() {
        int hash = System.identityHashCode(base);
        hash = 31 * hash + System.identityHashCode(constraints);
        hash = 31 * hash + Objects.hashCode(host);
        hash = 31 * hash + port;
        return 31 * hash + serverName.hashCode();
    }
}
