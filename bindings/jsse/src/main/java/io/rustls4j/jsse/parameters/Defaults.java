package io.rustls4j.jsse.parameters;

import java.security.Security;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What connections are set to if nobody sets them: by rustls, by the security properties, and by
 * the JDK's system properties. As in the JDK, all of these are read once. Immutable.
 */
final class Defaults {
    private static final String CLIENT_PROTOCOLS = "jdk.tls.client.protocols";
    private static final String SERVER_PROTOCOLS = "jdk.tls.server.protocols";
    private static final String NAMED_GROUPS = "jdk.tls.namedGroups";

    private static volatile @Nullable Defaults current;

    private final SecurityPolicy policy;
    private final OfRole client;
    private final OfRole server;
    private final List<String> groups;
    private final List<String> supportedSuites;
    private final boolean sendsServerNames;
    private final Optional<String> unknownProtocol;

    /**
     * What {@link ContextKind#TLS} is configured to by properties, for a role.
     *
     * @param protocols the protocols
     * @param suites names of suites that the JDK knows; empty means rustls's own
     * @param schemes the signature schemes, if the property has any that the JDK knows
     */
    private record OfRole(
            List<String> protocols, List<String> suites, Optional<List<String>> schemes) {}

    /**
     * Reads the properties.
     *
     * @throws IllegalArgumentException if one of them cannot be used
     */
    Defaults(
            Function<String, @Nullable String> system,
            Function<String, @Nullable String> security) {
        this.policy = new SecurityPolicy(security);
        this.client =
                new OfRole(
                        protocols(system.apply(CLIENT_PROTOCOLS)),
                        suites(system.apply("jdk.tls.client.cipherSuites")),
                        schemes(system.apply("jdk.tls.client.SignatureSchemes")));
        this.server =
                new OfRole(
                        protocols(system.apply(SERVER_PROTOCOLS)),
                        suites(system.apply("jdk.tls.server.cipherSuites")),
                        schemes(system.apply("jdk.tls.server.SignatureSchemes")));
        this.groups = groups(system.apply(NAMED_GROUPS));
        this.supportedSuites = applicable(allSuites(), Protocols.supportedNames());
        this.sendsServerNames = isOn(system, "jsse.enableSNIExtension");
        Optional<String> unknown = unknownProtocol(CLIENT_PROTOCOLS, system);
        this.unknownProtocol =
                unknown.isPresent() ? unknown : unknownProtocol(SERVER_PROTOCOLS, system);
    }

    /**
     * What holds in this process.
     *
     * @throws IllegalArgumentException if a property cannot be used, at every call
     */
    static Defaults current() {
        Defaults known = current;
        if (known == null) {
            known = new Defaults(System::getProperty, Security::getProperty);
            current = known;
        }
        return known;
    }

    /**
     * Checks that there are defaults for such a context.
     *
     * @throws IllegalArgumentException for {@link ContextKind#TLS}, if a property names a protocol
     *     that nobody knows
     */
    void require(ContextKind kind) {
        if (kind == ContextKind.TLS && unknownProtocol.isPresent()) {
            throw new IllegalArgumentException(unknownProtocol.get());
        }
    }

    SecurityPolicy policy() {
        return policy;
    }

    List<String> supportedSuites() {
        return supportedSuites;
    }

    List<String> groups() {
        return groups;
    }

    /** Whether clients tell servers by which name they look for them. */
    boolean sendsServerNames() {
        return sendsServerNames;
    }

    /** Empty: as rustls has them. */
    Optional<List<String>> schemes(boolean ofClient) {
        return role(ofClient).schemes;
    }

    /**
     * A context for one version is for clients that want no better; servers always do their best.
     */
    List<String> protocols(ContextKind kind, boolean ofClient) {
        return switch (kind) {
            case TLS -> role(ofClient).protocols;
            case TLSV1_3 -> available(Protocols.supportedNames());
            case TLSV1_2 -> available(ofClient ? List.of("TLSv1.2") : Protocols.supportedNames());
        };
    }

    /** The suites that one of the default protocols can have. */
    List<String> suites(ContextKind kind, boolean ofClient) {
        List<String> configured = role(ofClient).suites;
        return applicable(
                configured.isEmpty() ? allSuites() : configured, protocols(kind, ofClient));
    }

    private OfRole role(boolean ofClient) {
        return ofClient ? client : server;
    }

    private List<String> protocols(@Nullable String property) {
        Set<String> named = new LinkedHashSet<>();
        for (String name : PropertyList.of(property)) {
            if (!Protocols.isDatagram(name)) {
                named.add(name);
            }
        }
        return available(named.isEmpty() ? Protocols.supportedNames() : named);
    }

    private static Optional<String> unknownProtocol(
            String property, Function<String, @Nullable String> system) {
        for (String name : PropertyList.of(system.apply(property))) {
            if (!Protocols.isKnown(name)) {
                return Optional.of(
                        property + ": " + name + " is not a supported SSL protocol name");
            }
        }
        return Optional.empty();
    }

    private List<String> available(Collection<String> names) {
        List<String> available = new ArrayList<>();
        for (String name : names) {
            if (Protocols.version(name).isPresent() && policy.permitsProtocol(name)) {
                available.add(name);
            }
        }
        return List.copyOf(available);
    }

    private static List<String> allSuites() {
        List<String> names = new ArrayList<>();
        for (Suite suite : Suites.all()) {
            names.add(suite.name());
        }
        return names;
    }

    private static List<String> suites(@Nullable String property) {
        List<String> known = new ArrayList<>();
        for (String name : PropertyList.withoutGaps(property)) {
            Optional<String> canonical = KnownSuites.canonicalName(name);
            if (canonical.isPresent()) {
                known.add(canonical.get());
            }
        }
        return List.copyOf(known);
    }

    private List<String> applicable(List<String> names, List<String> protocols) {
        Set<String> applicable = new LinkedHashSet<>();
        for (String name : names) {
            Optional<Suite> suite = Suites.named(name);
            if (suite.isPresent()
                    && protocols.contains(suite.get().isTls13() ? "TLSv1.3" : "TLSv1.2")
                    && policy.permits(suite.get())) {
                applicable.add(name);
            }
        }
        return List.copyOf(applicable);
    }

    private static boolean isOn(Function<String, @Nullable String> system, String property) {
        String value = system.apply(property);
        if (value == null || value.equalsIgnoreCase("true")) {
            return true;
        }
        if (value.equalsIgnoreCase("false")) {
            return false;
        }
        throw new IllegalArgumentException(
                "System property " + property + " is " + value + "; true or false is wanted");
    }

    private static List<String> groups(@Nullable String property) {
        List<String> named = PropertyList.of(property);
        if (named.isEmpty()) {
            return Groups.defaults();
        }
        List<String> known = new ArrayList<>();
        for (String name : named) {
            Optional<String> canonical = Groups.canonicalName(name);
            if (canonical.isPresent()) {
                known.add(canonical.get());
            }
        }
        if (known.isEmpty()) {
            throw new IllegalArgumentException(
                    "System property "
                            + NAMED_GROUPS
                            + "("
                            + String.join(",", named)
                            + ") contains no supported named groups; supported are "
                            + Groups.names());
        }
        return List.copyOf(known);
    }

    private static Optional<List<String>> schemes(@Nullable String property) {
        List<String> known = new ArrayList<>();
        for (String name : PropertyList.withoutGaps(property)) {
            if (Schemes.isKnown(name)) {
                known.add(name);
            }
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(known));
    }
}
