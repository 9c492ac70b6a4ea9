package io.rustls4j.tcnative.context;

import io.netty.internal.tcnative.SSL;
import io.rustls4j.CipherSuite;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What can be set for a context and then, for one connection, be set otherwise. Guarded by its
 * owner.
 */
public final class Settings {
    private int options;
    private int mode;
    private int verifyLevel = SSL.SSL_CVERIFY_NONE;
    private List<CipherSuite> tls12Suites;
    private List<CipherSuite> tls13Suites;
    private Optional<List<NamedGroup>> groups = Optional.empty();
    private boolean ocsp;

    /** Shared by a context and its connections, most of which make the same choice. */
    private final AtomicReference<@Nullable Offer> lastOffer;

    /**
     * Creates the settings of a new context.
     *
     * @param options the bits to start with
     * @param suites the suites to start with
     */
    public Settings(int options, List<CipherSuite> suites) {
        this.options = options;
        this.lastOffer = new AtomicReference<>();
        this.tls12Suites = suites.stream().filter(suite -> !suite.isTls13()).toList();
        this.tls13Suites = suites.stream().filter(CipherSuite::isTls13).toList();
    }

    /**
     * Creates the settings of a new connection.
     *
     * @param context what they start as
     */
    public Settings(Settings context) {
        options = context.options;
        mode = context.mode;
        verifyLevel = context.verifyLevel;
        tls12Suites = context.tls12Suites;
        tls13Suites = context.tls13Suites;
        groups = context.groups;
        ocsp = context.ocsp;
        lastOffer = context.lastOffer;
    }

    /**
     * The option bits.
     *
     * @return OpenSSL's {@code SSL_OP_*}
     */
    public int options() {
        return options;
    }

    /**
     * Sets option bits.
     *
     * @param bits which
     */
    public void setOptions(int bits) {
        options |= bits;
    }

    /**
     * Clears option bits.
     *
     * @param bits which
     */
    public void clearOptions(int bits) {
        options &= ~bits;
    }

    /**
     * The mode bits, which are remembered and told, and change nothing.
     *
     * @return OpenSSL's {@code SSL_MODE_*}
     */
    public int mode() {
        return mode;
    }

    /**
     * Sets mode bits.
     *
     * @param bits which
     * @return all that are set now
     */
    public int addMode(int bits) {
        mode |= bits;
        return mode;
    }

    /**
     * Whether the peer's certificate is asked for.
     *
     * @return one of {@code SSL_CVERIFY_*}
     */
    public int verifyLevel() {
        return verifyLevel;
    }

    /**
     * Sets whether the peer's certificate is asked for.
     *
     * @param level one of {@code SSL_CVERIFY_*}; {@code SSL_CVERIFY_IGNORED} changes nothing
     */
    public void setVerifyLevel(int level) {
        if (level != SSL.SSL_CVERIFY_IGNORED) {
            verifyLevel = level;
        }
    }

    /**
     * Sets the suites of TLS 1.2 or of TLS 1.3.
     *
     * @param suites in order of preference; perhaps none
     * @param tls13 which version's
     */
    public void setSuites(List<CipherSuite> suites, boolean tls13) {
        if (tls13) {
            tls13Suites = List.copyOf(suites);
        } else {
            tls12Suites = List.copyOf(suites);
        }
    }

    /**
     * The suites of all versions.
     *
     * @return TLS 1.3's first
     */
    public List<CipherSuite> suites() {
        List<CipherSuite> suites = new ArrayList<>(tls13Suites.size() + tls12Suites.size());
        suites.addAll(tls13Suites);
        suites.addAll(tls12Suites);
        return suites;
    }

    /**
     * The suites that the versions have which are switched on.
     *
     * @return TLS 1.3's first; perhaps none
     */
    public List<CipherSuite> usableSuites() {
        return offer().suites();
    }

    /**
     * The versions that are switched on and have a suite.
     *
     * @return newest first; perhaps none
     */
    public List<ProtocolVersion> usableVersions() {
        return offer().versions();
    }

    private Offer offer() {
        Offer last = lastOffer.get();
        if (last == null || !last.isOf(options, tls13Suites, tls12Suites)) {
            last = Offer.of(options, tls13Suites, tls12Suites);
            lastOffer.set(last);
        }
        return last;
    }

    /**
     * The key-exchange groups.
     *
     * @return in order of preference; empty for the library's own
     */
    public Optional<List<NamedGroup>> groups() {
        return groups;
    }

    /**
     * Sets the key-exchange groups.
     *
     * @param choice in order of preference, at least one
     */
    public void setGroups(List<NamedGroup> choice) {
        groups = Optional.of(List.copyOf(choice));
    }

    /**
     * Whether OCSP responses are asked for, or stapled.
     *
     * @return true if so
     */
    public boolean ocsp() {
        return ocsp;
    }

    /**
     * Sets whether OCSP responses are asked for, or stapled.
     *
     * @param enable true for yes
     */
    public void setOcsp(boolean enable) {
        ocsp = enable;
    }
}
