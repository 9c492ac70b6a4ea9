package io.rustls4j.jsse.parameters;

import java.security.Security;
import java.util.List;
import java.util.Optional;
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
        this.unknownProtocol =
                unknownProtocol(CLIENT_PROTOCOLS, system)
                        .or(() -> unknownProtocol(SERVER_PROTOCOLS, system));
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
        List<String> named =
                PropertyList.of(property).stream()
                        .filter(name -> !Protocols.isDatagram(name))
                        .distinct()
                        .toList();
        return available(named.isEmpty() ? Protocols.supportedNames() : named);
    }

    private static Optional<String> unknownProtocol(
            String property, Function<String, @Nullable String> system) {
        return PropertyList.of(system.apply(property)).stream()
                .filter(name -> !Protocols.isKnown(name))
                .map(name -> property + ": " + name + " is not a supported SSL protocol name")
                .findFirst();
    }

    private List<String> available(List<String> names) {
        return names.stream()
                .filter(name -> Protocols.version(name).isPresent())
                .filter(policy::permitsProtocol)
                .toList();
    }

    private static List<String> allSuites() {
        return Suites.all().stream().map(Suite::name).toList();
    }

    private static List<String> suites(@Nullable String property) {
        return PropertyList.withoutGaps(property).stream()
                .flatMap(name -> KnownSuites.canonicalName(name).stream())
                .toList();
    }

    private List<String> applicable(List<String> names, List<String> protocols) {
        return names.stream()
                .flatMap(name -> Suites.named(name).stream())
                .filter(suite -> protocols.contains(suite.isTls13() ? "TLSv1.3" : "TLSv1.2"))
                .filter(policy::permits)
                .map(Suite::name)
                .distinct()
                .toList();
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
        List<String> known =
                named.stream().flatMap(name -> Groups.canonicalName(name).stream()).toList();
        if (known.isEmpty()) {
            throw new IllegalArgumentException(
                    "System property "
                            + NAMED_GROUPS
                            + "("
                            + String.join(",", named)
                            + ") contains no supported named groups; supported are "
                            + Groups.all().stream().map(Group::name).toList());
        }
        return known;
    }

    private static Optional<List<String>> schemes(@Nullable String property) {
        List<String> known =
                PropertyList.withoutGaps(property).stream().filter(Schemes::isKnown).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(known);
    }
}
