package io.rustls4j.tcnative.context;

import io.rustls4j.CipherSuite;
import io.rustls4j.CryptoProvider;
import io.rustls4j.NamedGroup;
import java.util.List;
import java.util.Optional;

/** The algorithms of a plan, as rustls wants them. */
final class Algorithms {
    private Algorithms() {}

    static CryptoProvider of(List<CipherSuite> suites, Optional<List<NamedGroup>> groups) {
        CryptoProvider provider = CryptoProvider.DEFAULT.withCipherSuites(suites);
        return groups.isPresent() ? provider.withKxGroups(groups.get()) : provider;
    }
}
