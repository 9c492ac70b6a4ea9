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
    private @Nullable List<String> protocols;
    private @Nullable List<String> suites;
    private @Nullable List<String> groups;
    private @Nullable List<String> schemes;

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
        return protocols == null ? defaults.protocols(kind, client) : protocols;
    }

    void setProtocols(@Nullable String @Nullable [] names) {
        protocols = Protocols.validated(names);
    }

    List<String> suites() {
        return suites == null ? defaults.suites(kind, client) : suites;
    }

    void setSuites(@Nullable String @Nullable [] names) {
        suites = Suites.validated(names);
    }

    List<String> groups() {
        return groups == null ? defaults.groups() : groups;
    }

    /** Unknown names are only passed over later; null goes back to the default. */
    void setGroups(String @Nullable [] names) {
        groups = names == null ? null : List.of(names);
    }

    Optional<List<String>> schemes() {
        return schemes == null ? defaults.schemes(client) : Optional.of(schemes);
    }

    /** Unknown names are only passed over later. */
    void setSchemes(String[] names) {
        schemes = List.of(names);
    }

    OfferRequest request() {
        return new OfferRequest(protocols(), suites(), groups(), schemes());
    }

    /**
     * Takes the lists of an equal request for its own: connections live long, and are many. What
     * was set since it was asked for stays.
     */
    void share(OfferRequest asked, OfferRequest equal) {
        if (protocols == asked.protocols()) {
            protocols = equal.protocols();
        }
        if (suites == asked.suites()) {
            suites = equal.suites();
        }
        if (groups == asked.groups()) {
            groups = equal.groups();
        }
        if (schemes != null && schemes == asked.schemes().orElse(null)) {
            schemes = equal.schemes().orElse(schemes);
        }
    }
}
