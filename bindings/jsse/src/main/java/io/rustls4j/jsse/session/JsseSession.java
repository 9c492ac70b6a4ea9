package io.rustls4j.jsse.session;

import io.rustls4j.CertificateDer;
import io.rustls4j.CipherSuite;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.security.Principal;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSessionContext;
import org.jspecify.annotations.Nullable;

/**
 * A session: made when a handshake begins, filled in while it goes on, and perhaps resumed by later
 * connections. Thread-safe; nothing is allocated for what nobody asks for.
 */
public final class JsseSession extends ExtendedSSLSession {
    private static final VarHandle VALUES;

    static {
        try {
            VALUES =
                    MethodHandles.lookup()
                            .findVarHandle(JsseSession.class, "values", BoundValues.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Where the session is kept once its handshake is done; null if it never will be. */
    private final @Nullable RegisteredSessions home;

    private final @Nullable String host;
    private final int port;
    private final long creationTime;

    private volatile SessionId id = SessionId.NONE;
    private volatile boolean kept;
    private volatile boolean invalidated;
    private volatile long lastAccessedTime;
    private volatile @Nullable ProtocolVersion protocol;
    private volatile @Nullable CipherSuite cipherSuite;
    private volatile @Nullable PeerChain peerChain;
    private volatile X509Certificate @Nullable [] localCertificates;
    private volatile List<SNIServerName> requestedServerNames = List.of();
    private volatile List<byte[]> statusResponses = List.of();
    private volatile List<SignatureScheme> peerSchemes = List.of();
    private volatile List<SignatureScheme> localSchemes = List.of();
    private volatile int maximumPacketSize;
    private volatile int largestRecord;

    @SuppressWarnings("unused")
    private volatile @Nullable BoundValues values;

    /** On clients: the memory in which rustls may have secrets of this session. Guarded by home. */
    @Nullable PeerMemory memory;

    /** On servers: what is stored of this session. Guarded by home. */
    @Nullable StoredKeys stored;

    private JsseSession(
            @Nullable RegisteredSessions home, @Nullable String host, int port, long creationTime) {
        this.home = home;
        this.host = host;
        this.port = port;
        this.creationTime = creationTime;
    }

    /** A session for a handshake that begins; {@code home} is where it goes when that is done. */
    public static JsseSession begin(@Nullable String host, int port, RegisteredSessions home) {
        return new JsseSession(home, host, port, home.now());
    }

    /** The session of a connection that has none: {@code SSL_NULL_WITH_NULL_NULL}. */
    public static JsseSession none(@Nullable String host, int port) {
        return new JsseSession(null, host, port, System.currentTimeMillis());
    }

    // What the connection fills in.

    /** Sets the version, as soon as it is known. */
    public void setProtocol(ProtocolVersion version) {
        protocol = version;
    }

    /** Sets the suite, as soon as it is known. */
    public void setCipherSuite(CipherSuite suite) {
        cipherSuite = suite;
    }

    /**
     * Sets the id that TLS 1.2 negotiated, before the handshake is done. A session without one gets
     * a random id when it is kept.
     *
     * @param sessionId not empty; not to be changed afterwards
     * @throws IllegalStateException if the session is already known by another id
     */
    public void setId(byte[] sessionId) {
        SessionId wanted = new SessionId(sessionId);
        if (kept && !id.equals(wanted)) {
            throw new IllegalStateException(
                    "a session that is kept by its id was to get another; set it before");
        }
        id = wanted;
    }

    /** Sets what the peer has shown, its own certificate first; empty for nothing. */
    public void setPeerCertificates(List<CertificateDer> chain) {
        PeerChain known = peerChain;
        if (known == null || !known.consistsOf(chain)) {
            peerChain = chain.isEmpty() ? null : new PeerChain(chain);
        }
    }

    /** Sets what was shown to the peer; not to be changed afterwards. */
    public void setLocalCertificates(X509Certificate @Nullable [] chain) {
        localCertificates = chain;
    }

    /** Sets the names asked for: by the peer on a server, by this side on a client. */
    public void setRequestedServerNames(List<? extends SNIServerName> names) {
        requestedServerNames = List.copyOf(names);
    }

    /** Sets the OCSP responses that came with the peer's certificates. */
    public void setStatusResponses(List<byte[]> responses) {
        statusResponses = List.copyOf(responses);
    }

    /** Sets what the peer can verify. */
    public void setPeerSignatureSchemes(List<SignatureScheme> schemes) {
        peerSchemes = List.copyOf(schemes);
    }

    /** Sets what this side can verify. */
    public void setLocalSignatureSchemes(List<SignatureScheme> schemes) {
        localSchemes = List.copyOf(schemes);
    }

    /** Limits the size of records, header and all; 0 for what TLS allows. */
    public void setMaximumPacketSize(int bytes) {
        maximumPacketSize = bytes;
    }

    /** A record of this length, header and all, is on its way: buffers must hold it. */
    public void expectRecord(int length) {
        if (length > largestRecord && length > getPacketBufferSize()) {
            largestRecord = length;
        }
    }

    // What the connection and this package ask for.

    /** Whether the version is TLS 1.3. */
    public boolean isTls13() {
        return protocol == ProtocolVersion.TLSV1_3;
    }

    /** Whether version and suite are known yet. */
    public boolean isNegotiated() {
        return protocol != null && cipherSuite != null;
    }

    boolean isInvalidated() {
        return invalidated;
    }

    SessionId sessionId() {
        return id;
    }

    /** Whether it is this object: another one of the same id will not do. */
    @SuppressWarnings("ReferenceEquality")
    boolean isVery(JsseSession other) {
        return this == other;
    }

    /** Whether the two were negotiated alike, with the same peer: one may stand for the other. */
    boolean isLike(JsseSession other) {
        return protocol == other.protocol
                && Objects.equals(cipherSuite, other.cipherSuite)
                && Objects.equals(peerChain, other.peerChain);
    }

    /** Spares the memory of an equal chain. */
    void shareChainOf(JsseSession alike) {
        peerChain = alike.peerChain;
    }

    void touch(long now) {
        lastAccessedTime = now;
    }

    /** Is known to the context from now on, by its id, which is final then. Guarded by home. */
    void keep() {
        if (id.isNone()) {
            id = SessionId.random();
        }
        kept = true;
    }

    /** Will not be resumed; what is left of it elsewhere is the caller's to remove. */
    void markInvalid() {
        invalidated = true;
    }

    // SSLSession

    @Override
    public byte[] getId() {
        return id.bytes();
    }

    @Override
    public @Nullable SSLSessionContext getSessionContext() {
        return kept && !invalidated ? home : null;
    }

    @Override
    public long getCreationTime() {
        return creationTime;
    }

    @Override
    public long getLastAccessedTime() {
        long time = lastAccessedTime;
        return time == 0 ? creationTime : time;
    }

    @Override
    public void invalidate() {
        invalidated = true;
        if (home != null) {
            home.forget(this);
        }
    }

    @Override
    public boolean isValid() {
        return !invalidated && protocol != null && (isTls13() || !id.isNone());
    }

    @Override
    public void putValue(String name, Object value) {
        if (name == null || value == null) {
            throw new IllegalArgumentException("arguments can not be null");
        }
        BoundValues bound = values;
        if (bound == null) {
            BoundValues fresh = new BoundValues();
            bound = (BoundValues) VALUES.compareAndExchange(this, (BoundValues) null, fresh);
            bound = bound == null ? fresh : bound;
        }
        bound.put(this, name, value);
    }

    @Override
    public @Nullable Object getValue(String name) {
        requireName(name);
        BoundValues bound = values;
        return bound == null ? null : bound.get(name);
    }

    @Override
    public void removeValue(String name) {
        requireName(name);
        BoundValues bound = values;
        if (bound != null) {
            bound.remove(this, name);
        }
    }

    private static void requireName(@Nullable String name) {
        if (name == null) {
            throw new IllegalArgumentException("argument can not be null");
        }
    }

    @Override
    public String[] getValueNames() {
        BoundValues bound = values;
        return bound == null ? new String[0] : bound.names();
    }

    @Override
    public Certificate[] getPeerCertificates() throws SSLPeerUnverifiedException {
        return requirePeer().certificates();
    }

    @Override
    public Principal getPeerPrincipal() throws SSLPeerUnverifiedException {
        return requirePeer().principal();
    }

    private PeerChain requirePeer() throws SSLPeerUnverifiedException {
        PeerChain chain = peerChain;
        if (chain == null) {
            throw new SSLPeerUnverifiedException("peer not authenticated");
        }
        return chain;
    }

    @Override
    public Certificate @Nullable [] getLocalCertificates() {
        X509Certificate[] chain = localCertificates;
        return chain == null ? null : chain.clone();
    }

    /** What the peer has shown, as it was sent; empty if nothing was. */
    public List<CertificateDer> peerChain() {
        PeerChain chain = peerChain;
        return chain == null ? List.of() : chain.encoded();
    }

    /** What was shown to the peer; empty if nothing was. */
    public List<X509Certificate> localChain() {
        X509Certificate[] chain = localCertificates;
        return chain == null ? List.of() : List.of(chain);
    }

    @Override
    public @Nullable Principal getLocalPrincipal() {
        X509Certificate[] chain = localCertificates;
        return chain == null || chain.length == 0 ? null : chain[0].getSubjectX500Principal();
    }

    @Override
    public String getCipherSuite() {
        CipherSuite suite = cipherSuite;
        return suite == null ? "SSL_NULL_WITH_NULL_NULL" : suite.toString();
    }

    @Override
    public String getProtocol() {
        ProtocolVersion version = protocol;
        return version == null ? "NONE" : version.toString();
    }

    @Override
    public @Nullable String getPeerHost() {
        return host;
    }

    @Override
    public int getPeerPort() {
        return port;
    }

    @Override
    public int getPacketBufferSize() {
        return BufferSizes.packet(maximumPacketSize, largestRecord);
    }

    @Override
    public int getApplicationBufferSize() {
        return BufferSizes.application(maximumPacketSize, largestRecord, cipherSuite);
    }

    // ExtendedSSLSession

    @Override
    public String[] getLocalSupportedSignatureAlgorithms() {
        return SignatureNames.of(localSchemes);
    }

    @Override
    public String[] getPeerSupportedSignatureAlgorithms() {
        return SignatureNames.of(peerSchemes);
    }

    @Override
    public List<SNIServerName> getRequestedServerNames() {
        return requestedServerNames;
    }

    @Override
    public List<byte[]> getStatusResponses() {
        List<byte[]> known = statusResponses;
        if (known.isEmpty()) {
            return List.of();
        }
        List<byte[]> copies = new ArrayList<>(known.size());
        known.forEach(response -> copies.add(response.clone()));
        return List.copyOf(copies);
    }

    /** By id, as the JDK's sessions; those without one are all alike. */
    @Override
    public boolean equals(Object other) {
        return other == this || (other instanceof JsseSession that && id.equals(that.id));
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Session(" + creationTime + "|" + getCipherSuite() + ")";
    }
}
