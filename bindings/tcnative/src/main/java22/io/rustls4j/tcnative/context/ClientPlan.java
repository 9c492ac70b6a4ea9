package io.rustls4j.tcnative.context;

import io.rustls4j.CipherSuite;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.Resumption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that tells one client configuration of a context from another.
 *
 * @param versions newest first, at least one
 * @param suites by preference, at least one
 * @param groups by preference, or empty for the library's own
 * @param alpn the protocols to offer
 * @param sni whether the server's name is sent
 * @param choosesIdentity whether what is shown depends on what the server wants
 * @param identity what is shown where it does not, and there is no callback to choose it
 * @param resumption how sessions are remembered
 */
public record ClientPlan(
        List<ProtocolVersion> versions,
        List<CipherSuite> suites,
        Optional<List<NamedGroup>> groups,
        List<String> alpn,
        boolean sni,
        boolean choosesIdentity,
        Optional<Identity> identity,
        Resumption resumption) {
    /** Written out: what the compiler makes of records is spun anew in each process. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClientPlan that
                && versions.equals(that.versions)
                && suites.equals(that.suites)
                && groups.equals(that.groups)
                && alpn.equals(that.alpn)
                && sni == that.sni
                && choosesIdentity == that.choosesIdentity
                && identity.equals(that.identity)
                && resumption.equals(that.resumption);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * versions.hashCode() + suites.hashCode()) + alpn.hashCode())
                + identity.hashCode();
    }
}
