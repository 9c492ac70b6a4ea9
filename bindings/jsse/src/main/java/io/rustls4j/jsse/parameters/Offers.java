package io.rustls4j.jsse.parameters;

import io.rustls4j.ProtocolVersion;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ssl.SSLHandshakeException;

/** Makes offers: what is enabled, without what rustls lacks and without what is not permitted. */
final class Offers {
    private static final Logger LOG = System.getLogger("io.rustls4j.jsse");

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
        List<ProtocolVersion> protocols =
                choose(
                        "protocols",
                        request.protocols(),
                        Protocols::version,
                        version -> permissions.protocol(version.toString()));
        List<Group> groups =
                choose("named groups", request.groups(), Groups::named, permissions::group);
        List<Suite> suites =
                choose("cipher suites", request.suites(), Suites::named, permissions::suite);
        List<ProtocolVersion> versions =
                protocols.stream()
                        .filter(version -> groups.stream().anyMatch(it -> isFor(version, it)))
                        .filter(version -> suites.stream().anyMatch(it -> isFor(version, it)))
                        .sorted(Comparator.reverseOrder())
                        .toList();
        if (versions.isEmpty()) {
            throw nothingLeft();
        }
        return new Offer(
                versions,
                suites.stream()
                        .filter(it -> versions.stream().anyMatch(version -> isFor(version, it)))
                        .map(Suite::value)
                        .toList(),
                groups.stream().map(Group::value).toList(),
                schemes().stream().map(Scheme::value).toList(),
                schemesToSign().stream().map(Scheme::value).toList());
    }

    private static boolean isFor(ProtocolVersion version, Group group) {
        return version == ProtocolVersion.TLSV1_3 || group.isForTls12();
    }

    private static boolean isFor(ProtocolVersion version, Suite suite) {
        return suite.isTls13() == (version == ProtocolVersion.TLSV1_3);
    }

    private List<Scheme> schemes() throws SSLHandshakeException {
        List<String> names =
                request.schemes()
                        .orElseGet(() -> Schemes.all().stream().map(Scheme::name).toList());
        List<Scheme> schemes =
                choose("signature schemes", names, Schemes::named, permissions::scheme);
        if (schemes.isEmpty()) {
            throw new SSLHandshakeException(
                    "No supported signature algorithm: signature schemes are set to "
                            + names
                            + ", of which none can be used; rustls has "
                            + Schemes.all().stream().map(Scheme::name).toList());
        }
        return schemes;
    }

    private List<Scheme> schemesToSign() {
        List<String> names =
                request.schemes()
                        .orElseGet(() -> Schemes.allToSign().stream().map(Scheme::name).toList());
        return choose(
                "signature schemes to sign with", names, Schemes::namedToSign, permissions::scheme);
    }

    private static <T> List<T> choose(
            String what,
            List<String> names,
            Function<String, Optional<T>> find,
            Predicate<T> permitted) {
        List<T> chosen = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        for (String name : names) {
            Optional<T> found = find.apply(name);
            if (found.isPresent() && chosen.contains(found.get())) {
                continue;
            }
            if (found.isPresent() && permitted.test(found.get())) {
                chosen.add(found.get());
            } else {
                dropped.add(name);
            }
        }
        if (!dropped.isEmpty()) {
            LOG.log(
                    Level.DEBUG,
                    "enabled {0} that rustls lacks or that are not permitted, not offered: {1}",
                    what,
                    dropped);
        }
        return chosen;
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
                        + Groups.all().stream().map(Group::name).toList());
    }
}
