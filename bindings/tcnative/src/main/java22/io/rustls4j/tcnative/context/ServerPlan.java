package io.rustls4j.tcnative.context;

import io.rustls4j.CipherSuite;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that tells one server configuration of a context from another.
 *
 * @param versions newest first, at least one
 * @param suites by preference, at least one
 * @param groups by preference, or empty for the library's own
 * @param alpn the protocol that was chosen for this client, if any
 * @param identity the certificate and its key
 * @param clientAuth whether clients are asked for a certificate
 * @param serverPreference whether this order of suites counts, and not the client's
 * @param sessions how sessions are remembered
 */
public record ServerPlan(
        List<ProtocolVersion> versions,
        List<CipherSuite> suites,
        Optional<List<NamedGroup>> groups,
        Optional<String> alpn,
        Identity identity,
        ClientAuth clientAuth,
        boolean serverPreference,
        Sessions sessions) {
    /** Written out: what the compiler makes of records is spun anew in each process. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ServerPlan that
                && versions.equals(that.versions)
                && suites.equals(that.suites)
                && groups.equals(that.groups)
                && alpn.equals(that.alpn)
                && identity.equals(that.identity)
                && clientAuth == that.clientAuth
                && serverPreference == that.serverPreference
                && sessions == that.sessions;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * versions.hashCode() + suites.hashCode()) + alpn.hashCode())
                + identity.hashCode();
    }

    /** Whether clients are asked for a certificate. */
    public enum ClientAuth {
        /** They are not. */
        NONE,
        /** They are, and may have none. */
        OPTIONAL,
        /** They are, and must have one. */
        REQUIRED
    }

    /** How sessions are remembered. */
    public enum Sessions {
        /** Not at all. */
        OFF,
        /** With TLS 1.3: in memory, to be used once each. */
        MEMORY,
        /** With TLS 1.2: as long as Netty's cache has them. */
        CACHE,
        /** In tickets. */
        TICKETS
    }
}
