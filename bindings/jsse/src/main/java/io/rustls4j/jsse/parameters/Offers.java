package io.rustls4j.jsse.parameters;

import io.rustls4j.CipherSuite;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLHandshakeException;

/**
 * Makes offers: what is enabled, without what rustls lacks and without what is not permitted. With
 * loops, since the first offer is made at each process's start, where every lambda costs a class.
 */
final class Offers {
    /** An application has few kinds of connections; one with more of them gets its offers anew. */
    private static final int LIMIT = 256;

    private static final Map<OfferRequest, Shared> KNOWN = new ConcurrentHashMap<>();

    private final OfferRequest request;
    private final Permissions permissions;

    private Offers(OfferRequest request, Permissions permissions) {
        this.request = request;
        this.permissions = permissions;
    }

    /**
     * An offer that many connections share.
     *
     * @param request what all of them have enabled
     * @param offer what that comes to
     */
    record Shared(OfferRequest request, Offer offer) {}

    /** Where nothing but the process's properties restricts the offer: the same each time. */
    static Shared shared(OfferRequest request) throws SSLHandshakeException {
        Shared known = KNOWN.get(request);
        if (known != null) {
            return known;
        }
        Shared made =
                new Shared(
                        request, make(request, new Permissions(Defaults.current().policy(), null)));
        if (KNOWN.size() >= LIMIT) {
            return made;
        }
        Shared earlier = KNOWN.putIfAbsent(request, made);
        return earlier == null ? made : earlier;
    }

    /** The offer under constraints that may answer differently each time. */
    static Offer make(OfferRequest request, Permissions permissions) throws SSLHandshakeException {
        return new Offers(request, permissions).make();
    }

    private Offer make() throws SSLHandshakeException {
        List<ProtocolVersion> protocols = protocols();
        List<Group> groups = groups();
        List<Suite> suites = suites();
        List<ProtocolVersion> versions = new ArrayList<>();
        for (ProtocolVersion version : protocols) {
            if (hasGroup(version, groups) && hasSuite(version, suites)) {
                versions.add(version);
            }
        }
        if (versions.isEmpty()) {
            throw nothingLeft();
        }
        versions.sort(Comparator.reverseOrder());
        return new Offer(
                versions,
                suitesOf(versions, suites),
                valuesOf(groups),
                Schemes.values(schemesToVerify()),
                Schemes.values(schemes("signature schemes to sign with", Schemes.allToSign())));
    }

    private List<ProtocolVersion> protocols() {
        Choice<ProtocolVersion> choice = new Choice<>("protocols");
        for (String name : request.protocols()) {
            Optional<ProtocolVersion> version = Protocols.version(name);
            choice.add(name, version, version.isPresent() && permissions.protocol(name));
        }
        return choice.made();
    }

    private List<Group> groups() {
        Choice<Group> choice = new Choice<>("named groups");
        for (String name : request.groups()) {
            Optional<Group> group = Groups.named(name);
            choice.add(name, group, group.isPresent() && permissions.group(group.get()));
        }
        return choice.made();
    }

    private List<Suite> suites() {
        Choice<Suite> choice = new Choice<>("cipher suites");
        for (String name : request.suites()) {
            Optional<Suite> suite = Suites.named(name);
            choice.add(name, suite, suite.isPresent() && permissions.suite(suite.get()));
        }
        return choice.made();
    }

    private List<Scheme> schemesToVerify() throws SSLHandshakeException {
        List<Scheme> schemes = schemes("signature schemes", Schemes.all());
        if (schemes.isEmpty()) {
            List<String> known = Schemes.names(Schemes.all());
            throw new SSLHandshakeException(
                    "No supported signature algorithm: signature schemes are set to "
                            + request.schemes().orElse(known)
                            + ", of which none can be used; rustls has "
                            + known);
        }
        return schemes;
    }

    private List<Scheme> schemes(String what, List<Scheme> known) {
        Choice<Scheme> choice = new Choice<>(what);
        for (String name : request.schemes().orElse(Schemes.names(known))) {
            Optional<Scheme> scheme = Schemes.named(name, known);
            choice.add(name, scheme, scheme.isPresent() && permissions.scheme(scheme.get()));
        }
        return choice.made();
    }

    private static boolean hasGroup(ProtocolVersion version, List<Group> groups) {
        for (Group group : groups) {
            if (version == ProtocolVersion.TLSV1_3 || group.isForTls12()) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasSuite(ProtocolVersion version, List<Suite> suites) {
        for (Suite suite : suites) {
            if (suite.version() == version) {
                return true;
            }
        }
        return false;
    }

    private static List<CipherSuite> suitesOf(List<ProtocolVersion> versions, List<Suite> suites) {
        List<CipherSuite> values = new ArrayList<>(suites.size());
        for (Suite suite : suites) {
            if (versions.contains(suite.version())) {
                values.add(suite.value());
            }
        }
        return values;
    }

    private static List<NamedGroup> valuesOf(List<Group> groups) {
        List<NamedGroup> values = new ArrayList<>(groups.size());
        for (Group group : groups) {
            values.add(group.value());
        }
        return values;
    }

    /** Begins as the JDK's message does, which applications look for. */
    private SSLHandshakeException nothingLeft() {
        return new SSLHandshakeException(
                "No appropriate protocol (protocol is disabled or cipher suites are inappropriate):"
                        + " enabled are the protocols "
                        + request.protocols()
                        + ", the cipher suites "
                        + request.suites()
                        + " and the named groups "
                        + request.groups()
                        + "; supported are "
                        + Protocols.supportedNames()
                        + ", "
                        + Defaults.current().supportedSuites()
                        + " and "
                        + Groups.names());
    }
}
