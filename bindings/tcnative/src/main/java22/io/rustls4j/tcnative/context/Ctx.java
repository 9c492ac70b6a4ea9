package io.rustls4j.tcnative.context;

import io.netty.internal.tcnative.AsyncSSLPrivateKeyMethod;
import io.netty.internal.tcnative.CertificateCallback;
import io.netty.internal.tcnative.CertificateCompressionAlgo;
import io.netty.internal.tcnative.CertificateVerifier;
import io.netty.internal.tcnative.KeyLogCallback;
import io.netty.internal.tcnative.SSL;
import io.netty.internal.tcnative.SSLSessionCache;
import io.netty.internal.tcnative.SniHostNameMatcher;
import io.rustls4j.CertificateDer;
import io.rustls4j.CipherSuite;
import io.rustls4j.TicketKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * OpenSSL's {@code SSL_CTX}: what connections start from. It may change at any time; connections
 * take over what it says when they are made, and its callbacks when they need them. Thread-safe.
 */
public final class Ctx {
    /** As netty-tcnative sets it. */
    private static final int DEFAULT_SESSION_TIMEOUT_SECONDS = 14_400;

    /** What 0 means to BoringSSL. */
    private static final int UNSET_SESSION_TIMEOUT_SECONDS = 7_200;

    /** As OpenSSL has it; rustls's own limit is lower. */
    private static final int DEFAULT_MAX_CERT_LIST = 100 * 1024;

    private static final int LEAST_MAX_CERT_LIST = 16 * 1024;

    private static final int DEFAULT_SESSION_CACHE_SIZE = 20480;

    /** Netty's own switch for what asks for the master secret (SslMasterKeyHandler). */
    private static final String MASTER_KEYS = "io.netty.ssl.masterKeyHandler";

    private final int mode;
    private final Settings settings;
    private final SessionCounters counters = new SessionCounters();
    private final ClientConfigs clientConfigs = new ClientConfigs(this);
    private final ServerConfigs serverConfigs = new ServerConfigs(this);

    private volatile @Nullable CertificateVerifier verifier;
    private volatile @Nullable CertificateCallback certificateCallback;
    private volatile @Nullable AsyncSSLPrivateKeyMethod privateKeyMethod;
    private volatile @Nullable SniHostNameMatcher sniMatcher;
    private volatile @Nullable KeyLogCallback keyLog;
    private volatile @Nullable SSLSessionCache sessionCache;
    private volatile List<byte[]> authorityNames = List.of();
    private volatile List<String> alpn = List.of();
    private volatile Optional<Identity> identity = Optional.empty();
    private volatile List<Candidate> candidates = List.of();
    private volatile List<CertificateDer> extraChain = List.of();
    private volatile @Nullable Remake remake;
    private volatile List<TicketKey> ticketKeys = List.of();
    private volatile OptionalInt numTickets = OptionalInt.empty();
    private volatile int maxCertList = DEFAULT_MAX_CERT_LIST;
    private volatile boolean useTasks;
    private volatile CompressionAlgorithms compression = CompressionAlgorithms.NONE;
    private volatile long sessionCacheMode = SSL.SSL_SESS_CACHE_OFF;
    private volatile long sessionCacheSize = DEFAULT_SESSION_CACHE_SIZE;
    private volatile long sessionTimeout = DEFAULT_SESSION_TIMEOUT_SECONDS;

    /**
     * Creates a context.
     *
     * @param mode one of {@code SSL_MODE_CLIENT}, {@code SSL_MODE_SERVER}, {@code
     *     SSL_MODE_COMBINED}
     * @param options the option bits to start with
     * @param suites the suites to start with
     */
    public Ctx(int mode, int options, List<CipherSuite> suites) {
        this.mode = mode;
        this.settings = new Settings(options, suites);
    }

    /**
     * Which sides it is for.
     *
     * @return one of {@code SSL_MODE_*}
     */
    public int mode() {
        return mode;
    }

    /**
     * Reads or changes the settings, alone.
     *
     * @param access what is done with them
     * @param <R> what comes of it
     * @return what comes of it
     */
    public <R> R settings(Function<Settings, R> access) {
        synchronized (settings) {
            return access.apply(settings);
        }
    }

    /**
     * Changes the settings, alone.
     *
     * @param change what is done with them
     */
    public void change(Consumer<Settings> change) {
        synchronized (settings) {
            change.accept(settings);
        }
    }

    /**
     * What it has counted.
     *
     * @return the counters
     */
    public SessionCounters counters() {
        return counters;
    }

    /**
     * The configurations for clients.
     *
     * @return this context's
     */
    public ClientConfigs clientConfigs() {
        return clientConfigs;
    }

    /**
     * The configurations for servers.
     *
     * @return this context's
     */
    public ServerConfigs serverConfigs() {
        return serverConfigs;
    }

    /**
     * Who judges the peer's certificate.
     *
     * @return the callback, if there is one
     */
    public @Nullable CertificateVerifier verifier() {
        return verifier;
    }

    /**
     * Sets who judges the peer's certificate.
     *
     * @param callback the callback, or null
     */
    public void setVerifier(@Nullable CertificateVerifier callback) {
        verifier = callback;
        // What another one has said of a client is in its session.
        serverConfigs.forgetSessions();
    }

    /**
     * Who chooses a certificate.
     *
     * @return the callback, if there is one
     */
    public @Nullable CertificateCallback certificateCallback() {
        return certificateCallback;
    }

    /**
     * Sets who chooses a certificate.
     *
     * @param callback the callback, or null
     */
    public void setCertificateCallback(@Nullable CertificateCallback callback) {
        certificateCallback = callback;
        forgetConfigs();
    }

    /**
     * Who signs where the key is not here.
     *
     * @return the method, if there is one
     */
    public @Nullable AsyncSSLPrivateKeyMethod privateKeyMethod() {
        return privateKeyMethod;
    }

    /**
     * Sets who signs where the key is not here.
     *
     * @param method the method, or null
     */
    public void setPrivateKeyMethod(@Nullable AsyncSSLPrivateKeyMethod method) {
        privateKeyMethod = method;
    }

    /**
     * Who says whether a client's name is one of this server's.
     *
     * @return the callback, if there is one
     */
    public @Nullable SniHostNameMatcher sniMatcher() {
        return sniMatcher;
    }

    /**
     * Sets who says whether a client's name is one of this server's.
     *
     * @param callback the callback, or null
     */
    public void setSniMatcher(@Nullable SniHostNameMatcher callback) {
        sniMatcher = callback;
    }

    /**
     * Who hears of secrets.
     *
     * @return the callback, if there is one
     */
    public @Nullable KeyLogCallback keyLog() {
        return keyLog;
    }

    /**
     * Sets who hears of secrets.
     *
     * @param callback the callback, or null
     */
    public void setKeyLog(@Nullable KeyLogCallback callback) {
        keyLog = callback;
        forgetConfigs();
    }

    /**
     * Whether connections must hear of their secrets.
     *
     * @return true if there is a callback for them, or Netty may ask for the master secret
     */
    public boolean wantsSecrets() {
        return keyLog != null || Boolean.getBoolean(MASTER_KEYS);
    }

    /**
     * Who keeps sessions.
     *
     * @return the cache, if there is one
     */
    public @Nullable SSLSessionCache sessionCache() {
        return sessionCache;
    }

    /**
     * Sets who keeps sessions.
     *
     * @param cache the cache, or null
     */
    public void setSessionCache(@Nullable SSLSessionCache cache) {
        sessionCache = cache;
    }

    /**
     * The names of the authorities.
     *
     * @return in DER
     */
    public List<byte[]> authorityNames() {
        return authorityNames;
    }

    /**
     * Sets the names of the authorities, which servers tell clients.
     *
     * @param names in DER
     */
    public void setAuthorityNames(List<byte[]> names) {
        authorityNames = List.copyOf(names);
        forgetConfigs();
    }

    /**
     * The application protocols.
     *
     * @return by preference
     */
    public List<String> alpn() {
        return alpn;
    }

    /**
     * Sets the application protocols.
     *
     * @param protocols by preference
     */
    public void setAlpn(List<String> protocols) {
        alpn = List.copyOf(protocols);
    }

    /**
     * The certificate for connections that are not given another.
     *
     * @return it, if there is one
     */
    public Optional<Identity> identity() {
        return identity;
    }

    /**
     * Sets the certificate for connections that are not given another.
     *
     * @param choice which
     */
    public void setIdentity(Identity choice) {
        identity = Optional.of(choice);
    }

    /**
     * The certificates that connections choose from before they take the one of {@link
     * #identity()}.
     *
     * @return best first
     */
    public List<Candidate> candidates() {
        return candidates;
    }

    /**
     * Adds a certificate to choose from, for connections to come.
     *
     * @param candidate which
     */
    public synchronized void addCandidate(Candidate candidate) {
        List<Candidate> more = new ArrayList<>(candidates);
        more.add(candidate);
        candidates = List.copyOf(more);
    }

    /** Makes the context's certificate anew with another chain. */
    @FunctionalInterface
    public interface Remake {
        /**
         * Makes it.
         *
         * @param chain the end-entity certificate first
         * @return the certificate and its key
         * @throws Exception if they do not go together
         */
        Identity with(List<CertificateDer> chain) throws Exception;
    }

    /**
     * Sets the certificate for connections that are not given another, from its parts.
     *
     * @param leaf the end-entity certificate, and what comes with it
     * @param maker puts it together with its key
     * @throws Exception if they do not go together
     */
    public void setIdentity(List<CertificateDer> leaf, Remake maker) throws Exception {
        identity = Optional.of(maker.with(joined(leaf, extraChain)));
        remake = maker;
    }

    /**
     * Sets the certificates to be shown after the context's own.
     *
     * @param certificates in order
     * @throws Exception if they do not go together with the context's own
     */
    public void setExtraChain(List<CertificateDer> certificates) throws Exception {
        extraChain = List.copyOf(certificates);
        Remake maker = remake;
        if (maker != null && identity.isPresent()) {
            List<CertificateDer> own = identity.get().chain().subList(0, 1);
            identity = Optional.of(maker.with(joined(own, extraChain)));
        }
    }

    private static List<CertificateDer> joined(
            List<CertificateDer> first, List<CertificateDer> more) {
        List<CertificateDer> all = new ArrayList<>(first);
        more.stream().filter(one -> !first.contains(one)).forEach(all::add);
        return all;
    }

    /**
     * How long a peer's certificates may be together.
     *
     * @return a number of bytes
     */
    public int maxCertList() {
        return maxCertList;
    }

    /**
     * Sets how long a peer's certificates may be together; rustls takes no more than 64 KiB.
     *
     * @param bytes the limit; no less than 16 KiB counts, as with BoringSSL
     */
    public void setMaxCertList(int bytes) {
        maxCertList = Math.max(bytes, LEAST_MAX_CERT_LIST);
    }

    /**
     * The keys that seal tickets.
     *
     * @return none if rustls makes them
     */
    public List<TicketKey> ticketKeys() {
        return ticketKeys;
    }

    /**
     * Sets the keys that seal tickets.
     *
     * @param keys the first seals, all open
     */
    public void setTicketKeys(List<TicketKey> keys) {
        ticketKeys = List.copyOf(keys);
        forgetConfigs();
    }

    /**
     * How many tickets a client is sent.
     *
     * @return the number, or empty for rustls's own
     */
    public OptionalInt numTickets() {
        return numTickets;
    }

    /**
     * Sets how many tickets a client is sent.
     *
     * @param count the number, 0 or more
     */
    public void setNumTickets(int count) {
        numTickets = OptionalInt.of(count);
        forgetConfigs();
    }

    /**
     * Whether what may block is handed out as a task.
     *
     * @return false if it runs at once
     */
    public boolean useTasks() {
        return useTasks;
    }

    /**
     * Sets whether what may block is handed out as a task.
     *
     * @param use false to have it run at once
     */
    public void setUseTasks(boolean use) {
        useTasks = use;
    }

    /**
     * What certificates are compressed with.
     *
     * @return the application's algorithms
     */
    public CompressionAlgorithms compression() {
        return compression;
    }

    /**
     * Adds an algorithm for certificate compression.
     *
     * @param direction one of {@code SSL_CERT_COMPRESSION_DIRECTION_*}
     * @param id the number of the algorithm
     * @param algorithm the algorithm
     * @throws IllegalArgumentException if there is one with that number
     */
    public synchronized void addCompression(
            int direction, int id, CertificateCompressionAlgo algorithm) {
        compression = compression.and(direction, id, algorithm);
        forgetConfigs();
    }

    /**
     * How sessions are cached.
     *
     * @return {@code SSL_SESS_CACHE_*} bits
     */
    public long sessionCacheMode() {
        return sessionCacheMode;
    }

    /**
     * Sets how sessions are cached.
     *
     * @param bits of {@code SSL_SESS_CACHE_*}
     */
    public void setSessionCacheMode(long bits) {
        sessionCacheMode = bits;
    }

    /**
     * How many sessions are kept.
     *
     * @return the number
     */
    public long sessionCacheSize() {
        return sessionCacheSize;
    }

    /**
     * Sets how many sessions are kept.
     *
     * @param size the number; 0 for no limit, as OpenSSL has it
     */
    public void setSessionCacheSize(long size) {
        sessionCacheSize = size;
        serverConfigs.clearStores();
    }

    /**
     * How long a session is good, in either version of TLS; tickets no longer than seven days (RFC
     * 8446 section 4.6.1).
     *
     * @return seconds
     */
    public long sessionTimeout() {
        return sessionTimeout;
    }

    /**
     * Sets how long a session is good.
     *
     * @param seconds how long; 0 for two hours, as BoringSSL has it
     */
    public void setSessionTimeout(long seconds) {
        sessionTimeout = seconds == 0 ? UNSET_SESSION_TIMEOUT_SECONDS : seconds;
        forgetConfigs();
    }

    /** Gives native memory back. Connections go on. */
    public void free() {
        clientConfigs.clear();
        serverConfigs.forgetSessions();
    }

    private void forgetConfigs() {
        clientConfigs.clear();
        serverConfigs.clear();
    }
}
