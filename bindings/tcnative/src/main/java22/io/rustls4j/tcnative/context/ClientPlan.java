package io.rustls4j.tcnative.context;

import io.rustls4j.CipherSuite;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.Resumption;
import java.util.List;
import java.util.Optional;

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
        Resumption resumption) {}
