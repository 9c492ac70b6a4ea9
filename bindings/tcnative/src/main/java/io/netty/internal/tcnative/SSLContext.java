package io.netty.internal.tcnative;

import org.jspecify.annotations.Nullable;

/** Contexts: what connections have in common. Handles are as in {@link SSL}. */
public final class SSLContext {

    private SSLContext() {}

    /**
     * A new context, to be freed by {@link #free}.
     *
     * @param protocol bits of {@code SSL.SSL_PROTOCOL_*}
     * @param mode one of {@link SSL#SSL_MODE_CLIENT}, {@link SSL#SSL_MODE_SERVER} and {@link
     *     SSL#SSL_MODE_COMBINED}
     * @return the context
     * @throws Exception if there is no such version or mode
     */
    public static long make(int protocol, int mode) throws Exception {
        return Natives.SSL_CONTEXT.make(protocol, mode);
    }

    /**
     * Frees a context. Connections of it live on.
     *
     * @param ctx the context
     * @return zero
     */
    public static int free(long ctx) {
        return Natives.SSL_CONTEXT.free(ctx);
    }

    /**
     * Sets a name for a context.
     *
     * @param ctx the context
     * @param id the name
     */
    public static void setContextId(long ctx, @Nullable String id) {
        Natives.SSL_CONTEXT.setContextId(ctx, id);
    }

    /**
     * Sets options of a context.
     *
     * @param ctx the context
     * @param options bits of {@code SSL.SSL_OP_*}
     */
    public static void setOptions(long ctx, int options) {
        Natives.SSL_CONTEXT.setOptions(ctx, options);
    }

    /**
     * The options of a context.
     *
     * @param ctx the context
     * @return bits of {@code SSL.SSL_OP_*}
     */
    public static int getOptions(long ctx) {
        return Natives.SSL_CONTEXT.getOptions(ctx);
    }

    /**
     * Clears options of a context.
     *
     * @param ctx the context
     * @param options bits of {@code SSL.SSL_OP_*}
     */
    public static void clearOptions(long ctx, int options) {
        Natives.SSL_CONTEXT.clearOptions(ctx, options);
    }

    /**
     * Sets the suites of TLS 1.2.
     *
     * @param ctx the context
     * @param ciphers names of OpenSSL, separated by colons
     * @return true if that worked
     * @throws Exception if none of them can be had
     * @deprecated use {@link #setCipherSuite(long, String, boolean)}
     */
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // An annotation that users would have to have.
    public static boolean setCipherSuite(long ctx, String ciphers) throws Exception {
        return setCipherSuite(ctx, ciphers, false);
    }

    /**
     * Sets suites.
     *
     * @param ctx the context
     * @param ciphers names of OpenSSL, separated by colons; nothing changes nothing
     * @param tlsv13 true for the suites of TLS 1.3, false for those of TLS 1.2
     * @return true if that worked
     * @throws Exception if none of them can be had
     */
    public static boolean setCipherSuite(long ctx, String ciphers, boolean tlsv13)
            throws Exception {
        return Natives.SSL_CONTEXT.setCipherSuite(ctx, ciphers, tlsv13);
    }

    /**
     * Sets the certificates of the issuers of one's own.
     *
     * @param ctx the context
     * @param file name of a file with PEM
     * @param skipfirst true to leave the first certificate out
     * @return true if that worked
     */
    public static boolean setCertificateChainFile(long ctx, String file, boolean skipfirst) {
        return Natives.SSL_CONTEXT.setCertificateChainFile(ctx, file, skipfirst);
    }

    /**
     * Sets the certificates of the issuers of one's own.
     *
     * @param ctx the context
     * @param bio a buffer with PEM
     * @param skipfirst true to leave the first certificate out
     * @return true if that worked
     */
    public static boolean setCertificateChainBio(long ctx, long bio, boolean skipfirst) {
        return Natives.SSL_CONTEXT.setCertificateChainBio(ctx, bio, skipfirst);
    }

    /**
     * Sets one's own certificate and private key.
     *
     * @param ctx the context
     * @param cert name of a file with PEM
     * @param key name of a file with PEM, or null if the key is in the other one
     * @param password what the key is encrypted with, or null
     * @return true if that worked
     * @throws Exception if that fails
     */
    public static boolean setCertificate(
            long ctx, String cert, @Nullable String key, @Nullable String password)
            throws Exception {
        return Natives.SSL_CONTEXT.setCertificate(ctx, cert, key, password);
    }

    /**
     * Sets one's own certificate and private key.
     *
     * @param ctx the context
     * @param certBio the buffer with the certificates
     * @param keyBio the buffer with the private key, or zero if the key is in the other one
     * @param password what the key is encrypted with, or null
     * @return true if that worked
     * @throws Exception if that fails
     */
    public static boolean setCertificateBio(
            long ctx, long certBio, long keyBio, @Nullable String password) throws Exception {
        return Natives.SSL_CONTEXT.setCertificateBio(ctx, certBio, keyBio, password);
    }

    /**
     * Sets how many sessions the cache of the library may have.
     *
     * @param ctx the context
     * @param size how many; negative changes nothing
     * @return what it was before; zero if nothing was changed
     */
    public static long setSessionCacheSize(long ctx, long size) {
        return Natives.SSL_CONTEXT.setSessionCacheSize(ctx, size);
    }

    /**
     * How many sessions the cache of the library may have.
     *
     * @param ctx the context
     * @return how many
     */
    public static long getSessionCacheSize(long ctx) {
        return Natives.SSL_CONTEXT.getSessionCacheSize(ctx);
    }

    /**
     * Sets how long sessions can be resumed.
     *
     * @param ctx the context
     * @param timeoutSeconds a number of seconds
     * @return what it was before
     */
    public static long setSessionCacheTimeout(long ctx, long timeoutSeconds) {
        return Natives.SSL_CONTEXT.setSessionCacheTimeout(ctx, timeoutSeconds);
    }

    /**
     * How long sessions can be resumed.
     *
     * @param ctx the context
     * @return a number of seconds
     */
    public static long getSessionCacheTimeout(long ctx) {
        return Natives.SSL_CONTEXT.getSessionCacheTimeout(ctx);
    }

    /**
     * Sets whose sessions are kept, and where.
     *
     * @param ctx the context
     * @param mode bits of {@code SSL.SSL_SESS_CACHE_*}
     * @return what it was before
     */
    public static long setSessionCacheMode(long ctx, long mode) {
        return Natives.SSL_CONTEXT.setSessionCacheMode(ctx, mode);
    }

    /**
     * Whose sessions are kept, and where.
     *
     * @param ctx the context
     * @return bits of {@code SSL.SSL_SESS_CACHE_*}
     */
    public static long getSessionCacheMode(long ctx) {
        return Natives.SSL_CONTEXT.getSessionCacheMode(ctx);
    }

    /**
     * How many handshakes servers began.
     *
     * @param ctx the context
     * @return how many
     */
    public static long sessionAccept(long ctx) {
        return Natives.SSL_CONTEXT.sessionAccept(ctx);
    }

    /**
     * How many handshakes servers completed.
     *
     * @param ctx the context
     * @return how many
     */
    public static long sessionAcceptGood(long ctx) {
        return Natives.SSL_CONTEXT.sessionAcceptGood(ctx);
    }

    /**
     * How many renegotiations servers began.
     *
     * @param ctx the context
     * @return how many
     */
    public static long sessionAcceptRenegotiate(long ctx) {
        return Natives.SSL_CONTEXT.sessionAcceptRenegotiate(ctx);
    }

    /**
     * How many sessions were dropped since the cache was full.
     *
     * @param ctx the context
     * @return how many
     */
    public static long sessionCacheFull(long ctx) {
        return Natives.SSL_CONTEXT.sessionCacheFull(ctx);
    }

    /**
     * How many sessions the cache of the application had.
     *
     * @param ctx the context
     * @return how many
     */
    public static long sessionCbHits(long ctx) {
        return Natives.SSL_CONTEXT.sessionCbHits(ctx);
    }

    /**
     * How many handshakes clients began.
     *
     * @param ctx the context
     * @return how many
     */
    public static long sessionConnect(long ctx) {
        return Natives.SSL_CONTEXT.sessionConnect(ctx);
    }

    /**
     * How many handshakes clients completed.
     *
     * @param ctx the context
     * @return how many
     */
    public static long sessionConnectGood(long ctx) {
        return Natives.SSL_CONTEXT.sessionConnectGood(ctx);
    }

    /**
     * How many renegotiations clients began.
     *
     * @param ctx the context
     * @return how many
     */
    public static long sessionConnectRenegotiate(long ctx) {
        return Natives.SSL_CONTEXT.sessionConnectRenegotiate(ctx);
    }

    /**
     * How many sessions were resumed.
     *
     * @param ctx the context
     * @return how many
     */
    public static long sessionHits(long ctx) {
        return Natives.SSL_CONTEXT.sessionHits(ctx);
    }

    /**
     * How many sessions were asked for that are not known.
     *
     * @param ctx the context
     * @return how many
     */
    public static long sessionMisses(long ctx) {
        return Natives.SSL_CONTEXT.sessionMisses(ctx);
    }

    /**
     * How many sessions the cache of the library has.
     *
     * @param ctx the context
     * @return how many
     */
    public static long sessionNumber(long ctx) {
        return Natives.SSL_CONTEXT.sessionNumber(ctx);
    }

    /**
     * How many sessions were asked for that are too old.
     *
     * @param ctx the context
     * @return how many
     */
    public static long sessionTimeouts(long ctx) {
        return Natives.SSL_CONTEXT.sessionTimeouts(ctx);
    }

    /**
     * How many tickets were made.
     *
     * @param ctx the context
     * @return how many
     */
    public static long sessionTicketKeyNew(long ctx) {
        return Natives.SSL_CONTEXT.sessionTicketKeyNew(ctx);
    }

    /**
     * How many tickets were taken.
     *
     * @param ctx the context
     * @return how many
     */
    public static long sessionTicketKeyResume(long ctx) {
        return Natives.SSL_CONTEXT.sessionTicketKeyResume(ctx);
    }

    /**
     * How many tickets were taken that are under an older key.
     *
     * @param ctx the context
     * @return how many
     */
    public static long sessionTicketKeyRenew(long ctx) {
        return Natives.SSL_CONTEXT.sessionTicketKeyRenew(ctx);
    }

    /**
     * How many tickets were refused.
     *
     * @param ctx the context
     * @return how many
     */
    public static long sessionTicketKeyFail(long ctx) {
        return Natives.SSL_CONTEXT.sessionTicketKeyFail(ctx);
    }

    /**
     * Sets the keys for session tickets: new ones are made with the first, those under the others
     * are taken and replaced.
     *
     * @param ctx the context
     * @param keys the keys
     */
    public static void setSessionTicketKeys(long ctx, SessionTicketKey[] keys) {
        if (keys == null || keys.length == 0) {
            throw new IllegalArgumentException("no ticket keys");
        }
        setSessionTicketKeys0(ctx, SessionTicketKey.concatenated(keys));
    }

    private static void setSessionTicketKeys0(long ctx, byte[] keys) {
        Natives.SSL_CONTEXT.setSessionTicketKeys0(ctx, keys);
    }

    /**
     * Sets the authorities that a server names to its clients.
     *
     * @param ctx the context
     * @param certBio the buffer with the certificates
     * @return true if that worked
     */
    public static boolean setCACertificateBio(long ctx, long certBio) {
        return Natives.SSL_CONTEXT.setCACertificateBio(ctx, certBio);
    }

    /**
     * Sets whether a server asks its clients for a certificate.
     *
     * @param ctx the context
     * @param level one of {@code SSL.SSL_CVERIFY_*}; any other number requires a certificate
     * @param depth how many certificates of the peer its verifier is shown; negative leaves it as
     *     it is
     */
    public static void setVerify(long ctx, int level, int depth) {
        Natives.SSL_CONTEXT.setVerify(ctx, level, depth);
    }

    /**
     * Sets what verifies the certificates of peers.
     *
     * @param ctx the context
     * @param verifier the verifier
     */
    public static void setCertVerifyCallback(long ctx, @Nullable CertificateVerifier verifier) {
        Natives.SSL_CONTEXT.setCertVerifyCallback(ctx, verifier);
    }

    /**
     * Sets what picks a client's certificate.
     *
     * @param ctx the context
     * @param callback the callback
     * @deprecated use {@link #setCertificateCallback}
     */
    @Deprecated
    public static void setCertRequestedCallback(
            long ctx, @Nullable CertificateRequestedCallback callback) {
        Natives.SSL_CONTEXT.setCertRequestedCallback(ctx, callback);
    }

    /**
     * Sets what picks one's own certificate.
     *
     * @param ctx the context
     * @param callback the callback
     */
    public static void setCertificateCallback(long ctx, @Nullable CertificateCallback callback) {
        Natives.SSL_CONTEXT.setCertificateCallback(ctx, callback);
    }

    /**
     * Sets what decides whether a server goes by the name that a client sent.
     *
     * @param ctx the context
     * @param matcher the matcher
     */
    public static void setSniHostnameMatcher(long ctx, @Nullable SniHostNameMatcher matcher) {
        Natives.SSL_CONTEXT.setSniHostnameMatcher(ctx, matcher);
    }

    /**
     * Sets what is told the secrets of connections. Whoever has them can read all.
     *
     * @param ctx the context
     * @param callback the callback
     * @return true if that worked
     */
    public static boolean setKeyLogCallback(long ctx, @Nullable KeyLogCallback callback) {
        return Natives.SSL_CONTEXT.setKeyLogCallback(ctx, callback);
    }

    /**
     * Sets application protocols for NPN, which ALPN has replaced.
     *
     * @param ctx the context
     * @param nextProtos their names, the preferred first
     * @param selectorFailureBehavior one of {@code SSL.SSL_SELECTOR_FAILURE_*}
     */
    public static void setNpnProtos(long ctx, String[] nextProtos, int selectorFailureBehavior) {
        setNpnProtos0(ctx, NameLists.protocols(nextProtos), selectorFailureBehavior);
    }

    private static void setNpnProtos0(long ctx, byte[] nextProtos, int selectorFailureBehavior) {
        Natives.SSL_CONTEXT.setNpnProtos0(ctx, nextProtos, selectorFailureBehavior);
    }

    /**
     * Sets application protocols.
     *
     * @param ctx the context
     * @param alpnProtos their names, the preferred first
     * @param selectorFailureBehavior one of {@code SSL.SSL_SELECTOR_FAILURE_*}
     */
    public static void setAlpnProtos(long ctx, String[] alpnProtos, int selectorFailureBehavior) {
        setAlpnProtos0(ctx, NameLists.protocols(alpnProtos), selectorFailureBehavior);
    }

    private static void setAlpnProtos0(long ctx, byte[] alpnProtos, int selectorFailureBehavior) {
        Natives.SSL_CONTEXT.setAlpnProtos0(ctx, alpnProtos, selectorFailureBehavior);
    }

    /**
     * Taken and without effect: there is no key exchange over finite fields.
     *
     * @param ctx the context
     * @param length a number of bits
     */
    public static void setTmpDHLength(long ctx, int length) {
        Natives.SSL_CONTEXT.setTmpDHLength(ctx, length);
    }

    /**
     * Sets the name within which sessions of servers can be resumed.
     *
     * @param ctx the context
     * @param sidCtx the name
     * @return true if that worked
     */
    public static boolean setSessionIdContext(long ctx, byte[] sidCtx) {
        return Natives.SSL_CONTEXT.setSessionIdContext(ctx, sidCtx);
    }

    /**
     * Sets modes.
     *
     * @param ctx the context
     * @param mode bits of {@code SSL.SSL_MODE_ENABLE_PARTIAL_WRITE} and its like
     * @return all that are set now
     */
    public static int setMode(long ctx, int mode) {
        return Natives.SSL_CONTEXT.setMode(ctx, mode);
    }

    /**
     * The modes of a context.
     *
     * @param ctx the context
     * @return bits of {@code SSL.SSL_MODE_ENABLE_PARTIAL_WRITE} and its like
     */
    public static int getMode(long ctx) {
        return Natives.SSL_CONTEXT.getMode(ctx);
    }

    /**
     * Has connections staple, or ask for, an OCSP response.
     *
     * @param ctx the context
     * @param client true to ask for it
     */
    public static void enableOcsp(long ctx, boolean client) {
        Natives.SSL_CONTEXT.enableOcsp(ctx, client);
    }

    /**
     * Has connections neither staple nor ask for an OCSP response.
     *
     * @param ctx the context
     */
    public static void disableOcsp(long ctx) {
        Natives.SSL_CONTEXT.disableOcsp(ctx);
    }

    /**
     * The context itself. The number means nothing outside of this library.
     *
     * @param ctx the context
     * @return a number
     */
    public static long getSslCtx(long ctx) {
        return Natives.SSL_CONTEXT.getSslCtx(ctx);
    }

    /**
     * Sets whether callbacks run in tasks of {@link SSL#getTask}, or within the calls of a
     * connection.
     *
     * @param ctx the context
     * @param useTasks true for tasks
     */
    public static void setUseTasks(long ctx, boolean useTasks) {
        Natives.SSL_CONTEXT.setUseTasks(ctx, useTasks);
    }

    /**
     * Adds an algorithm that compresses certificates, after those that are preferred to it.
     *
     * @param ctx the context
     * @param direction one of {@code SSL.SSL_CERT_COMPRESSION_DIRECTION_*}
     * @param algorithm the algorithm
     * @return one if that worked, else zero
     */
    public static int addCertificateCompressionAlgorithm(
            long ctx, int direction, CertificateCompressionAlgo algorithm) {
        return addCertificateCompressionAlgorithm0(
                ctx, direction, algorithm.algorithmId(), algorithm);
    }

    private static int addCertificateCompressionAlgorithm0(
            long ctx, int direction, int algorithmId, CertificateCompressionAlgo algorithm) {
        return Natives.SSL_CONTEXT.addCertificateCompressionAlgorithm0(
                ctx, direction, algorithmId, algorithm);
    }

    /**
     * Sets what signs instead of a private key.
     *
     * @param ctx the context
     * @param method the method
     */
    public static void setPrivateKeyMethod(long ctx, SSLPrivateKeyMethod method) {
        setPrivateKeyMethod(ctx, new AsyncSSLPrivateKeyMethodAdapter(method));
    }

    /**
     * Sets what signs instead of a private key.
     *
     * @param ctx the context
     * @param method the method
     */
    public static void setPrivateKeyMethod(long ctx, AsyncSSLPrivateKeyMethod method) {
        setPrivateKeyMethod0(ctx, method);
    }

    private static void setPrivateKeyMethod0(long ctx, AsyncSSLPrivateKeyMethod method) {
        Natives.SSL_CONTEXT.setPrivateKeyMethod0(ctx, method);
    }

    /**
     * Sets where sessions are kept.
     *
     * @param ctx the context
     * @param cache the cache
     */
    public static void setSSLSessionCache(long ctx, @Nullable SSLSessionCache cache) {
        Natives.SSL_CONTEXT.setSSLSessionCache(ctx, cache);
    }

    /**
     * Sets how many tickets a server sends after a handshake of TLS 1.3.
     *
     * @param ctx the context
     * @param tickets how many
     * @return true if that worked
     */
    public static boolean setNumTickets(long ctx, int tickets) {
        return Natives.SSL_CONTEXT.setNumTickets(ctx, tickets);
    }

    /**
     * Sets the groups for the key exchange.
     *
     * @param ctx the context
     * @param curves their names, the preferred first
     * @return true if that worked
     */
    public static boolean setCurvesList(long ctx, String... curves) {
        return setCurvesList0(ctx, NameLists.curves(curves));
    }

    private static boolean setCurvesList0(long ctx, String curves) {
        return Natives.SSL_CONTEXT.setCurvesList0(ctx, curves);
    }

    /**
     * Sets how long the certificates of a peer may be.
     *
     * @param ctx the context
     * @param size a number of bytes
     */
    public static void setMaxCertList(long ctx, int size) {
        Natives.SSL_CONTEXT.setMaxCertList(ctx, size);
    }

    /**
     * Adds a credential of {@link SSLCredential} to those that connections can use.
     *
     * @param ctx the context
     * @param cred the credential
     * @throws Exception if that fails
     */
    public static void addCredential(long ctx, long cred) throws Exception {
        Natives.SSL_CONTEXT.addCredential(ctx, cred);
    }
}
