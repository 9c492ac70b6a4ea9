package io.rustls4j.jsse.parameters;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is enabled by name on one connection. What nobody has set follows the connection's role. Not
 * thread-safe.
 */
final class EnabledNames {
    private final Defaults defaults;
    private final ContextKind kind;
    private boolean client;
    private Optional<List<String>> protocols = Optional.empty();
    private Optional<List<String>> suites = Optional.empty();
    private Optional<List<String>> groups = Optional.empty();
    private Optional<List<String>> schemes = Optional.empty();

    EnabledNames(Defaults defaults, ContextKind kind, boolean client) {
        defaults.require(kind);
        this.defaults = defaults;
        this.kind = kind;
        this.client = client;
    }

    EnabledNames copy() {
        EnabledNames copy = new EnabledNames(defaults, kind, client);
        copy.protocols = protocols;
        copy.suites = suites;
        copy.groups = groups;
        copy.schemes = schemes;
        return copy;
    }

    boolean isClient() {
        return client;
    }

    void setClient(boolean ofClient) {
        client = ofClient;
    }

    List<String> protocols() {
        return protocols.orElseGet(() -> defaults.protocols(kind, client));
    }

    void setProtocols(@Nullable String @Nullable [] names) {
        protocols = Optional.of(Protocols.validated(names));
    }

    List<String> suites() {
        return suites.orElseGet(() -> defaults.suites(kind, client));
    }

    void setSuites(@Nullable String @Nullable [] names) {
        suites = Optional.of(Suites.validated(names));
    }

    List<String> groups() {
        return groups.orElseGet(defaults::groups);
    }

    /** Unknown names are only passed over later; null goes back to the default. */
    void setGroups(String @Nullable [] names) {
        groups = Optional.ofNullable(names).map(List::of);
    }

    Optional<List<String>> schemes() {
        return schemes.or(() -> defaults.schemes(client));
    }

    /** Unknown names are only passed over later. */
    void setSchemes(String[] names) {
        schemes = Optional.of(List.of(names));
    }

    OfferRequest request() {
        return new OfferRequest(protocols(), suites(), groups(), schemes());
    }
}
