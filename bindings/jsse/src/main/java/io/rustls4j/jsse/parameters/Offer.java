package io.rustls4j.jsse.parameters;

import io.rustls4j.CipherSuite;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a connection's parameters come to on rustls. No list is empty, and there is a suite for each
 * version. Compared by value; the hash is made once, since configurations are looked up by it.
 */
public final class Offer {
    private final List<ProtocolVersion> versions;
    private final List<CipherSuite> suites;
    private final List<NamedGroup> groups;
    private final List<SignatureScheme> schemes;
    private final List<SignatureScheme> schemesToSign;
    private final int hash;

    /** Takes what is to be offered, all of it best first. */
    public Offer(
            List<ProtocolVersion> versions,
            List<CipherSuite> suites,
            List<NamedGroup> groups,
            List<SignatureScheme> schemes,
            List<SignatureScheme> schemesToSign) {
        this.versions = List.copyOf(versions);
        this.suites = List.copyOf(suites);
        this.groups = List.copyOf(groups);
        this.schemes = List.copyOf(schemes);
        this.schemesToSign = List.copyOf(schemesToSign);
        this.hash = List.of(versions, suites, groups, schemes, schemesToSign).hashCode();
    }

    public List<ProtocolVersion> versions() {
        return versions;
    }

    public List<CipherSuite> suites() {
        return suites;
    }

    public List<NamedGroup> groups() {
        return groups;
    }

    /** What the peer may sign with. */
    public List<SignatureScheme> schemes() {
        return schemes;
    }

    /** What this side may sign with. */
    public List<SignatureScheme> schemesToSign() {
        return schemesToSign;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Offer that
                        && hash == that.hash
                        && versions.equals(that.versions)
                        && suites.equals(that.suites)
                        && groups.equals(that.groups)
                        && schemes.equals(that.schemes)
                        && schemesToSign.equals(that.schemesToSign));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "Offer[" + versions + ", " + suites + ", " + groups + ", " + schemes + "]";
    }
}
