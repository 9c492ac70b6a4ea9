package io.rustls4j.jdk;

import io.rustls4j.CipherSuite;
import io.rustls4j.CryptoProvider;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.TlsConfigException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLParameters;

/**
 * The versions, suites and groups of a configuration, checked against what the JDK has: it would
 * drop unknown groups without a word.
 */
record Negotiation(
        List<ProtocolVersion> versions,
        List<CipherSuite> suites,
        Optional<List<NamedGroup>> groups) {
    /** Checks that each part is supported and that they go together. */
    static Negotiation of(CryptoProvider provider, List<ProtocolVersion> versions) {
        List<CipherSuite> suites = suites(provider);
        List<ProtocolVersion> usable =
                versions.stream()
                        .filter(version -> suites.stream().anyMatch(suite -> fits(suite, version)))
                        .toList();
        if (usable.isEmpty()) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.PARAMETERS,
                    "none of the cipher suites "
                            + suites
                            + " is for one of the versions "
                            + versions);
        }
        Optional<List<NamedGroup>> groups = provider.kxGroups();
        groups.ifPresent(Negotiation::checkGroups);
        return new Negotiation(usable, suites, groups);
    }

    void applyTo(SSLParameters parameters) {
        parameters.setProtocols(
                versions.stream().map(ProtocolVersion::toString).toArray(String[]::new));
        parameters.setCipherSuites(
                suites.stream().map(CipherSuite::toString).toArray(String[]::new));
        groups.ifPresent(
                list ->
                        parameters.setNamedGroups(
                                list.stream().map(NamedGroup::toString).toArray(String[]::new)));
    }

    boolean has(ProtocolVersion version) {
        return versions.contains(version);
    }

    private static List<CipherSuite> suites(CryptoProvider provider) {
        List<CipherSuite> supported = JdkAlgorithms.instance().cipherSuites();
        List<CipherSuite> suites = provider.cipherSuites().orElse(supported);
        for (CipherSuite suite : suites) {
            if (!supported.contains(suite)) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.PARAMETERS,
                        "the cipher suite "
                                + suite
                                + " is not among those of the jdk engine: "
                                + supported);
            }
        }
        return suites;
    }

    private static void checkGroups(List<NamedGroup> groups) {
        List<NamedGroup> supported = JdkAlgorithms.instance().groups();
        for (NamedGroup group : groups) {
            Refusals.refuseIf(
                    !supported.contains(group),
                    "the key-exchange group " + group,
                    "this JDK has " + supported);
        }
    }

    private static boolean fits(CipherSuite suite, ProtocolVersion version) {
        return isTls13(suite) == (version == ProtocolVersion.TLSV1_3);
    }

    /** RFC 8446 appendix B.4 has all of its suites in one block. */
    static boolean isTls13(CipherSuite suite) {
        return suite.id() >> 8 == 0x13;
    }
}
