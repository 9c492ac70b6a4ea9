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
    /** As netty-tcnative has it. */
    private static final int DEFAULT_VERIFY_DEPTH = 100;

    private int options;
    private int mode;
    private int verifyLevel = SSL.SSL_CVERIFY_NONE;
    private int verifyDepth = DEFAULT_VERIFY_DEPTH;
    private List<CipherSuite> tls12Suites;
    private List<CipherSuite> tls13Suites;
    private Optional<List<NamedGroup>> groups = Optional.empty();
    private boolean ocsp;

    /** What the list of TLS 1.2's suites came to, as far as it is not in them. */
    private Tls12List tls12List = Tls12List.SOME;

    /** A list of TLS 1.2's suites. */
    private enum Tls12List {
        SOME,
        ALL,
        NEVER_NEGOTIATED
    }

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
        verifyDepth = context.verifyDepth;
        tls12Suites = context.tls12Suites;
        tls13Suites = context.tls13Suites;
        groups = context.groups;
        ocsp = context.ocsp;
        tls12List = context.tls12List;
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
     * @return one of {@code SSL_CVERIFY_NONE}, {@code SSL_CVERIFY_OPTIONAL}, {@code
     *     SSL_CVERIFY_REQUIRED}
     */
    public int verifyLevel() {
        return verifyLevel;
    }

    /**
     * How many of the peer's certificates its verifier is shown, the end-entity certificate first.
     *
     * @return the number; 0 for none
     */
    public int verifyDepth() {
        return verifyDepth;
    }

    /**
     * Sets how the peer's certificate is verified.
     *
     * @param level one of {@code SSL_CVERIFY_*}; {@code SSL_CVERIFY_IGNORED} changes nothing, and
     *     what is not known requires a certificate
     * @param depth how many certificates the verifier is shown; a negative number changes nothing
     */
    public void setVerify(int level, int depth) {
        if (depth >= 0) {
            verifyDepth = depth;
        }
        switch (level) {
            case SSL.SSL_CVERIFY_IGNORED -> {}
            case SSL.SSL_CVERIFY_NONE, SSL.SSL_CVERIFY_OPTIONAL -> verifyLevel = level;
            default -> verifyLevel = SSL.SSL_CVERIFY_REQUIRED;
        }
    }

    /**
     * Sets the suites of TLS 1.2 or of TLS 1.3.
     *
     * @param list what the application has asked for
     * @param tls13 which version's
     */
    public void setSuites(CipherNames.Parsed list, boolean tls13) {
        if (tls13) {
            tls13Suites = list.suites();
        } else {
            tls12Suites = list.suites();
            tls12List =
                    list.all()
                            ? Tls12List.ALL
                            : list.isNeverNegotiated()
                                    ? Tls12List.NEVER_NEGOTIATED
                                    : Tls12List.SOME;
        }
    }

    /**
     * Whether all suites of TLS 1.2 are enabled by their keyword, whatever they are.
     *
     * @return true if so
     */
    public boolean enablesAll() {
        return tls12List == Tls12List.ALL;
    }

    /**
     * Whether TLS 1.2 has no suites, since none of those that were asked for is ever negotiated.
     *
     * @return true if so
     */
    public boolean hasLostTls12() {
        return tls12List == Tls12List.NEVER_NEGOTIATED;
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
