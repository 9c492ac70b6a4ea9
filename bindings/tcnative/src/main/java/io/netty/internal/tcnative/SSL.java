package io.netty.internal.tcnative;

import org.jspecify.annotations.Nullable;

/**
 * Connections, and what they are made of: the calls of netty to OpenSSL, with rustls behind them.
 *
 * <p>Numbers of type {@code long} that stand for a connection, a context, a buffer, a key and the
 * like are handles: they are no addresses. Zero as a handle is a {@link NullPointerException}, a
 * handle of something freed an {@link IllegalArgumentException}.
 */
public final class SSL {

    private SSL() {}

    /** No version. */
    public static final int SSL_PROTOCOL_NONE = 0;

    /** SSL 2, which does not exist here. */
    public static final int SSL_PROTOCOL_SSLV2 = 1;

    /** SSL 3, which does not exist here. */
    public static final int SSL_PROTOCOL_SSLV3 = 1 << 1;

    /** TLS 1.0: may be asked for, is never negotiated. */
    public static final int SSL_PROTOCOL_TLSV1 = 1 << 2;

    /** TLS 1.1: may be asked for, is never negotiated. */
    public static final int SSL_PROTOCOL_TLSV1_1 = 1 << 3;

    /** TLS 1.2. */
    public static final int SSL_PROTOCOL_TLSV1_2 = 1 << 4;

    /** TLS 1.3. */
    public static final int SSL_PROTOCOL_TLSV1_3 = 1 << 5;

    /** Whatever the library has from SSL 3 on. */
    public static final int SSL_PROTOCOL_TLS =
            SSL_PROTOCOL_SSLV3
                    | SSL_PROTOCOL_TLSV1
                    | SSL_PROTOCOL_TLSV1_1
                    | SSL_PROTOCOL_TLSV1_2
                    | SSL_PROTOCOL_TLSV1_3;

    /** Whatever the library has. */
    public static final int SSL_PROTOCOL_ALL = SSL_PROTOCOL_SSLV2 | SSL_PROTOCOL_TLS;

    /** Leaves the level as it is. */
    public static final int SSL_CVERIFY_IGNORED = -1;

    /** A server asks for no certificate. */
    public static final int SSL_CVERIFY_NONE = 0;

    /** A server asks for a certificate and goes on without one. */
    public static final int SSL_CVERIFY_OPTIONAL = 1;

    /** A server wants a certificate. */
    public static final int SSL_CVERIFY_REQUIRED = 2;

    /** Option: the server's order of suites counts. */
    public static final int SSL_OP_CIPHER_SERVER_PREFERENCE =
            NativeStaticallyReferencedJniMethods.sslOpCipherServerPreference();

    /** Zero: SSL 2 cannot be had. */
    public static final int SSL_OP_NO_SSLv2 = NativeStaticallyReferencedJniMethods.sslOpNoSSLv2();

    /** Zero: SSL 3 cannot be had. */
    public static final int SSL_OP_NO_SSLv3 = NativeStaticallyReferencedJniMethods.sslOpNoSSLv3();

    /** Option: no TLS 1.0. */
    public static final int SSL_OP_NO_TLSv1 = NativeStaticallyReferencedJniMethods.sslOpNoTLSv1();

    /** Option: no TLS 1.1. */
    public static final int SSL_OP_NO_TLSv1_1 =
            NativeStaticallyReferencedJniMethods.sslOpNoTLSv11();

    /** Option: no TLS 1.2. */
    public static final int SSL_OP_NO_TLSv1_2 =
            NativeStaticallyReferencedJniMethods.sslOpNoTLSv12();

    /** Option: no TLS 1.3. */
    public static final int SSL_OP_NO_TLSv1_3 =
            NativeStaticallyReferencedJniMethods.sslOpNoTLSv13();

    /** Option: no session tickets. */
    public static final int SSL_OP_NO_TICKET = NativeStaticallyReferencedJniMethods.sslOpNoTicket();

    /** Zero: records are never compressed. */
    public static final int SSL_OP_NO_COMPRESSION =
            NativeStaticallyReferencedJniMethods.sslOpNoCompression();

    /** Zero: there is no renegotiation. */
    public static final int SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION =
            NativeStaticallyReferencedJniMethods.sslOpAllowUnsafeLegacyRenegotiation();

    /** Zero: there is no renegotiation. */
    public static final int SSL_OP_LEGACY_SERVER_CONNECT =
            NativeStaticallyReferencedJniMethods.sslOpLegacyServerConnect();

    /** A context for clients. */
    public static final int SSL_MODE_CLIENT = 0;

    /** A context for servers. */
    public static final int SSL_MODE_SERVER = 1;

    /** A context for both. */
    public static final int SSL_MODE_COMBINED = 2;

    /** Cache mode: no sessions are kept. */
    public static final long SSL_SESS_CACHE_OFF =
            NativeStaticallyReferencedJniMethods.sslSessCacheOff();

    /** Cache mode: sessions of servers are kept. */
    public static final long SSL_SESS_CACHE_SERVER =
            NativeStaticallyReferencedJniMethods.sslSessCacheServer();

    /** Cache mode: sessions of clients are kept. */
    public static final long SSL_SESS_CACHE_CLIENT =
            NativeStaticallyReferencedJniMethods.sslSessCacheClient();

    /** Cache mode: sessions are looked up in the cache of the application alone. */
    public static final long SSL_SESS_CACHE_NO_INTERNAL_LOOKUP =
            NativeStaticallyReferencedJniMethods.sslSessCacheNoInternalLookup();

    /** Cache mode: sessions go to the cache of the application alone. */
    public static final long SSL_SESS_CACHE_NO_INTERNAL_STORE =
            NativeStaticallyReferencedJniMethods.sslSessCacheNoInternalStore();

    /** Without a common application protocol: go on without one. */
    public static final int SSL_SELECTOR_FAILURE_NO_ADVERTISE = 0;

    /** Without a common application protocol: take the last of one's own. */
    public static final int SSL_SELECTOR_FAILURE_CHOOSE_MY_LAST_PROTOCOL = 1;

    /** State: a client. */
    public static final int SSL_ST_CONNECT = NativeStaticallyReferencedJniMethods.sslStConnect();

    /** State: a server. */
    public static final int SSL_ST_ACCEPT = NativeStaticallyReferencedJniMethods.sslStAccept();

    /** Mode: a write may take a part of what it is given. */
    public static final int SSL_MODE_ENABLE_PARTIAL_WRITE =
            NativeStaticallyReferencedJniMethods.sslModeEnablePartialWrite();

    /** Mode: a write that is repeated may be from another address. */
    public static final int SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER =
            NativeStaticallyReferencedJniMethods.sslModeAcceptMovingWriteBuffer();

    /** Zero: buffers are held no longer than needed in any case. */
    public static final int SSL_MODE_RELEASE_BUFFERS =
            NativeStaticallyReferencedJniMethods.sslModeReleaseBuffers();

    /** Mode: TLS false start. Taken and without effect. */
    public static final int SSL_MODE_ENABLE_FALSE_START =
            NativeStaticallyReferencedJniMethods.sslModeEnableFalseStart();

    /** The most plaintext in a record. */
    public static final int SSL_MAX_PLAINTEXT_LENGTH =
            NativeStaticallyReferencedJniMethods.sslMaxPlaintextLength();

    /** The most that the payload of an encrypted record has. */
    public static final int SSL_MAX_ENCRYPTED_LENGTH =
            NativeStaticallyReferencedJniMethods.sslMaxEncryptedLength();

    /** The most that a record of a peer that keeps to no limit may have. */
    public static final int SSL_MAX_RECORD_LENGTH =
            NativeStaticallyReferencedJniMethods.sslMaxRecordLength();

    /** Zero: a subject's common name is no host name. */
    public static final int X509_CHECK_FLAG_ALWAYS_CHECK_SUBJECT =
            NativeStaticallyReferencedJniMethods.x509CheckFlagAlwaysCheckSubject();

    /** Zero, as in BoringSSL. */
    public static final int X509_CHECK_FLAG_NO_WILD_CARDS =
            NativeStaticallyReferencedJniMethods.x509CheckFlagDisableWildCards();

    /** Zero, as in BoringSSL. */
    public static final int X509_CHECK_FLAG_NO_PARTIAL_WILD_CARDS =
            NativeStaticallyReferencedJniMethods.x509CheckFlagNoPartialWildCards();

    /** Zero, as in BoringSSL. */
    public static final int X509_CHECK_FLAG_MULTI_LABEL_WILDCARDS =
            NativeStaticallyReferencedJniMethods.x509CheckFlagMultiLabelWildCards();

    /** Renegotiation fails, which is all there is here. */
    public static final int SSL_RENEGOTIATE_NEVER =
            NativeStaticallyReferencedJniMethods.sslRenegotiateNever();

    /** One renegotiation. */
    public static final int SSL_RENEGOTIATE_ONCE =
            NativeStaticallyReferencedJniMethods.sslRenegotiateOnce();

    /** Any number of renegotiations. */
    public static final int SSL_RENEGOTIATE_FREELY =
            NativeStaticallyReferencedJniMethods.sslRenegotiateFreely();

    /** Requests to renegotiate are dropped. */
    public static final int SSL_RENEGOTIATE_IGNORE =
            NativeStaticallyReferencedJniMethods.sslRenegotiateIgnore();

    /** Renegotiation when the application says so. */
    public static final int SSL_RENEGOTIATE_EXPLICIT =
            NativeStaticallyReferencedJniMethods.sslRenegotiateExplicit();

    /** An algorithm that compresses certificates that are sent. */
    public static final int SSL_CERT_COMPRESSION_DIRECTION_COMPRESS =
            NativeStaticallyReferencedJniMethods.sslCertCompressionDirectionCompress();

    /** An algorithm that decompresses certificates that are received. */
    public static final int SSL_CERT_COMPRESSION_DIRECTION_DECOMPRESS =
            NativeStaticallyReferencedJniMethods.sslCertCompressionDirectionDecompress();

    /** An algorithm for both directions. */
    public static final int SSL_CERT_COMPRESSION_DIRECTION_BOTH =
            NativeStaticallyReferencedJniMethods.sslCertCompressionDirectionBoth();

    /** Shutdown bit: a close_notify went out. */
    public static final int SSL_SENT_SHUTDOWN =
            NativeStaticallyReferencedJniMethods.sslSendShutdown();

    /** Shutdown bit: a close_notify came in. */
    public static final int SSL_RECEIVED_SHUTDOWN =
            NativeStaticallyReferencedJniMethods.sslReceivedShutdown();

    /** Nothing failed. */
    public static final int SSL_ERROR_NONE = NativeStaticallyReferencedJniMethods.sslErrorNone();

    /** The protocol failed: see the queue of errors. */
    public static final int SSL_ERROR_SSL = NativeStaticallyReferencedJniMethods.sslErrorSSL();

    /** More from the peer is needed. */
    public static final int SSL_ERROR_WANT_READ =
            NativeStaticallyReferencedJniMethods.sslErrorWantRead();

    /** Room for more to the peer is needed. */
    public static final int SSL_ERROR_WANT_WRITE =
            NativeStaticallyReferencedJniMethods.sslErrorWantWrite();

    /** A task that picks a certificate has to run. */
    public static final int SSL_ERROR_WANT_X509_LOOKUP =
            NativeStaticallyReferencedJniMethods.sslErrorWantX509Lookup();

    /** Failed outside of the protocol. */
    public static final int SSL_ERROR_SYSCALL =
            NativeStaticallyReferencedJniMethods.sslErrorSyscall();

    /** The peer closed the connection. */
    public static final int SSL_ERROR_ZERO_RETURN =
            NativeStaticallyReferencedJniMethods.sslErrorZeroReturn();

    /** The transport is not connected; never happens here. */
    public static final int SSL_ERROR_WANT_CONNECT =
            NativeStaticallyReferencedJniMethods.sslErrorWantConnect();

    /** The transport is not accepted; never happens here. */
    public static final int SSL_ERROR_WANT_ACCEPT =
            NativeStaticallyReferencedJniMethods.sslErrorWantAccept();

    /** A task that signs has to run. */
    public static final int SSL_ERROR_WANT_PRIVATE_KEY_OPERATION =
            NativeStaticallyReferencedJniMethods.sslErrorWantPrivateKeyOperation();

    /** A task that verifies the peer's certificate has to run. */
    public static final int SSL_ERROR_WANT_CERTIFICATE_VERIFY =
            NativeStaticallyReferencedJniMethods.sslErrorWantCertificateVerify();

    /**
     * The version of the library as OpenSSL counts them, by which netty tells what it can do.
     *
     * @return a number such as {@code 0x1010107f}
     */
    public static int version() {
        return Natives.BINDING.version();
    }

    /**
     * The name of the library, by which netty tells what it can do.
     *
     * @return a name
     */
    public static String versionString() {
        return Natives.BINDING.versionString();
    }

    /**
     * Readies the library; {@code engine} names a crypto device, of which none can be had, or is
     * null. Zero is success.
     *
     * @param engine the name of a crypto device, or null
     * @return zero if that worked
     */
    static int initialize(@Nullable String engine) {
        return Natives.SSL.initialize(engine);
    }

    /**
     * A new, empty buffer in memory, to be freed by {@link #freeBIO}.
     *
     * @return the buffer
     * @throws Exception if that fails
     */
    public static long newMemBIO() throws Exception {
        return Natives.SSL.newMemBIO();
    }

    /**
     * Takes the oldest error off the queue of this thread.
     *
     * @return its text
     */
    public static @Nullable String getLastError() {
        return Natives.SSL.getLastError();
    }

    /**
     * A new connection, to be freed by {@link #freeSSL}.
     *
     * @param ctx the context
     * @param server true for the server's end
     * @return the connection
     */
    public static long newSSL(long ctx, boolean server) {
        return Natives.SSL.newSSL(ctx, server);
    }

    /**
     * Why the last call on a connection returned what it did.
     *
     * @param ssl the connection
     * @param ret what it returned
     * @return one of {@code SSL_ERROR_*}
     */
    public static int getError(long ssl, int ret) {
        return Natives.SSL.getError(ssl, ret);
    }

    /**
     * Appends bytes to a buffer of {@link #newMemBIO}.
     *
     * @param bioAddress the buffer
     * @param wbufAddress address of the bytes
     * @param wlen how many
     * @return how many were taken
     */
    public static int bioWrite(long bioAddress, long wbufAddress, int wlen) {
        return Natives.SSL.bioWrite(bioAddress, wbufAddress, wlen);
    }

    /**
     * Gives a connection its transport, which reads from and writes to memory set by {@link
     * #bioSetByteBuffer}. What has to go out while there is none for output (handshakes, alerts) is
     * kept in a buffer of its own.
     *
     * @param ssl the connection
     * @param nonApplicationBufferSize size of that buffer
     * @return the transport, which {@link #freeSSL} frees
     */
    public static long bioNewByteBuffer(long ssl, int nonApplicationBufferSize) {
        return Natives.SSL.bioNewByteBuffer(ssl, nonApplicationBufferSize);
    }

    /**
     * Does nothing.
     *
     * @param ssl the connection
     * @param fd a file descriptor
     * @deprecated neither OpenSSL nor rustls needs it
     */
    @Deprecated
    public static void bioSetFd(long ssl, int fd) {
        Natives.SSL.bioSetFd(ssl, fd);
    }

    /**
     * Sets the memory that a transport uses until {@link #bioClearByteBuffer}.
     *
     * @param bio the transport
     * @param bufferAddress its address
     * @param maxUsableBytes its length
     * @param isSSLWriteSink true for output, false for input
     */
    public static void bioSetByteBuffer(
            long bio, long bufferAddress, int maxUsableBytes, boolean isSSLWriteSink) {
        Natives.SSL.bioSetByteBuffer(bio, bufferAddress, maxUsableBytes, isSSLWriteSink);
    }

    /**
     * Takes the memory back from a transport.
     *
     * @param bio the transport
     */
    public static void bioClearByteBuffer(long bio) {
        Natives.SSL.bioClearByteBuffer(bio);
    }

    /**
     * Moves what a transport kept to its memory for output.
     *
     * @param bio the transport
     * @return how many bytes were moved
     */
    public static int bioFlushByteBuffer(long bio) {
        return Natives.SSL.bioFlushByteBuffer(bio);
    }

    /**
     * What is left of the memory of a transport: room for output, or input that is not read yet.
     *
     * @param bio the transport
     * @return how many bytes
     */
    public static int bioLengthByteBuffer(long bio) {
        return Natives.SSL.bioLengthByteBuffer(bio);
    }

    /**
     * How much a transport keeps that has to go out.
     *
     * @param bio the transport
     * @return how many bytes
     */
    public static int bioLengthNonApplication(long bio) {
        return Natives.SSL.bioLengthNonApplication(bio);
    }

    /**
     * How much plaintext can be read without more input.
     *
     * @param ssl the connection, or zero
     * @return how many bytes
     */
    public static int sslPending(long ssl) {
        return Natives.SSL.sslPending(ssl);
    }

    /**
     * Encrypts.
     *
     * @param ssl the connection
     * @param wbuf address of the plaintext
     * @param wlen its length
     * @return how much plaintext was taken; if zero or less, see {@link #getError}
     */
    public static int writeToSSL(long ssl, long wbuf, int wlen) {
        return Natives.SSL.writeToSSL(ssl, wbuf, wlen);
    }

    /**
     * Decrypts.
     *
     * @param ssl the connection
     * @param rbuf address of the memory for the plaintext
     * @param rlen its length
     * @return how much plaintext was written; if zero or less, see {@link #getError}
     */
    public static int readFromSSL(long ssl, long rbuf, int rlen) {
        return Natives.SSL.readFromSSL(ssl, rbuf, rlen);
    }

    /**
     * Which ends closed a connection.
     *
     * @param ssl the connection
     * @return bits of {@link #SSL_SENT_SHUTDOWN} and {@link #SSL_RECEIVED_SHUTDOWN}
     */
    public static int getShutdown(long ssl) {
        return Natives.SSL.getShutdown(ssl);
    }

    /**
     * Has a connection believe that it was closed.
     *
     * @param ssl the connection
     * @param mode bits of {@link #SSL_SENT_SHUTDOWN} and {@link #SSL_RECEIVED_SHUTDOWN}
     */
    public static void setShutdown(long ssl, int mode) {
        Natives.SSL.setShutdown(ssl, mode);
    }

    /**
     * Frees a connection and its transport.
     *
     * @param ssl the connection
     */
    public static void freeSSL(long ssl) {
        Natives.SSL.freeSSL(ssl);
    }

    /**
     * Frees a buffer of {@link #newMemBIO}.
     *
     * @param bio the buffer
     */
    public static void freeBIO(long bio) {
        Natives.SSL.freeBIO(bio);
    }

    /**
     * Closes a connection, by a close_notify.
     *
     * @param ssl the connection
     * @return one if both ends have closed, zero if this one just has, negative if it had before or
     *     if that failed
     */
    public static int shutdownSSL(long ssl) {
        return Natives.SSL.shutdownSSL(ssl);
    }

    /**
     * Takes the oldest error off the queue of this thread.
     *
     * @return its number, or zero if there is none
     */
    public static int getLastErrorNumber() {
        return Natives.SSL.getLastErrorNumber();
    }

    /**
     * The suite of a connection.
     *
     * @param ssl the connection
     * @return its name in OpenSSL, or null before it is known
     */
    public static @Nullable String getCipherForSSL(long ssl) {
        return Natives.SSL.getCipherForSSL(ssl);
    }

    /**
     * The version of a connection.
     *
     * @param ssl the connection
     * @return its name, such as {@code TLSv1.3}
     */
    public static String getVersion(long ssl) {
        return Natives.SSL.getVersion(ssl);
    }

    /**
     * The version of a connection.
     *
     * @param ssl the connection
     * @return its number, such as {@code 0x0304}
     */
    public static int getVersionInt(long ssl) {
        return Natives.SSL.getVersionInt(ssl);
    }

    /**
     * Goes on with the handshake.
     *
     * @param ssl the connection
     * @return one when it is complete; if zero or less, see {@link #getError}
     */
    public static int doHandshake(long ssl) {
        return Natives.SSL.doHandshake(ssl);
    }

    /**
     * Whether the handshake is still to be done.
     *
     * @param ssl the connection
     * @return zero if it is complete
     */
    public static int isInInit(long ssl) {
        return Natives.SSL.isInInit(ssl);
    }

    /**
     * The application protocol by NPN, which ALPN has replaced.
     *
     * @param ssl the connection
     * @return null: NPN does not exist here
     */
    public static @Nullable String getNextProtoNegotiated(long ssl) {
        return Natives.SSL.getNextProtoNegotiated(ssl);
    }

    /**
     * The application protocol of a connection.
     *
     * @param ssl the connection
     * @return its name, or null if there is none
     */
    public static @Nullable String getAlpnSelected(long ssl) {
        return Natives.SSL.getAlpnSelected(ssl);
    }

    /**
     * The certificates that the peer sent.
     *
     * @param ssl the connection
     * @return their encodings, or null if there are none
     */
    public static byte @Nullable [][] getPeerCertChain(long ssl) {
        return Natives.SSL.getPeerCertChain(ssl);
    }

    /**
     * The peer's own certificate.
     *
     * @param ssl the connection
     * @return its encoding, or null if there is none
     */
    public static byte @Nullable [] getPeerCertificate(long ssl) {
        return Natives.SSL.getPeerCertificate(ssl);
    }

    /**
     * What an error means.
     *
     * @param errorNumber a number of {@link #getLastErrorNumber}
     * @return its text
     */
    public static String getErrorString(long errorNumber) {
        return Natives.SSL.getErrorString(errorNumber);
    }

    /**
     * When the session of a connection was made.
     *
     * @param ssl the connection
     * @return seconds since 1970
     */
    public static long getTime(long ssl) {
        return Natives.SSL.getTime(ssl);
    }

    /**
     * How long the session of a connection can be resumed.
     *
     * @param ssl the connection
     * @return a number of seconds
     */
    public static long getTimeout(long ssl) {
        return Natives.SSL.getTimeout(ssl);
    }

    /**
     * Sets how long the session of a connection can be resumed.
     *
     * @param ssl the connection
     * @param seconds a number of seconds
     * @return what it was before
     */
    public static long setTimeout(long ssl, long seconds) {
        return Natives.SSL.setTimeout(ssl, seconds);
    }

    /**
     * Sets whether a server asks its client for a certificate.
     *
     * @param ssl the connection
     * @param level one of {@code SSL.SSL_CVERIFY_*}; any other number requires a certificate
     * @param depth how many certificates of the peer its verifier is shown; negative leaves it as
     *     it is
     */
    public static void setVerify(long ssl, int level, int depth) {
        Natives.SSL.setVerify(ssl, level, depth);
    }

    /**
     * Sets options of a connection.
     *
     * @param ssl the connection
     * @param options bits of {@code SSL.SSL_OP_*}
     */
    public static void setOptions(long ssl, int options) {
        Natives.SSL.setOptions(ssl, options);
    }

    /**
     * Clears options of a connection.
     *
     * @param ssl the connection
     * @param options bits of {@code SSL.SSL_OP_*}
     */
    public static void clearOptions(long ssl, int options) {
        Natives.SSL.clearOptions(ssl, options);
    }

    /**
     * The options of a connection.
     *
     * @param ssl the connection
     * @return bits of {@code SSL_OP_*}
     */
    public static int getOptions(long ssl) {
        return Natives.SSL.getOptions(ssl);
    }

    /**
     * Sets modes of a connection.
     *
     * @param ssl the connection
     * @param mode bits of {@code SSL_MODE_ENABLE_PARTIAL_WRITE} and its like
     * @return all that are set now
     */
    public static int setMode(long ssl, int mode) {
        return Natives.SSL.setMode(ssl, mode);
    }

    /**
     * The modes of a connection.
     *
     * @param ssl the connection
     * @return bits of {@code SSL_MODE_ENABLE_PARTIAL_WRITE} and its like
     */
    public static int getMode(long ssl) {
        return Natives.SSL.getMode(ssl);
    }

    /**
     * The most by which a record is longer than its plaintext.
     *
     * @param ssl the connection
     * @return a number of bytes
     */
    public static int getMaxWrapOverhead(long ssl) {
        return Natives.SSL.getMaxWrapOverhead(ssl);
    }

    /**
     * The suites that a connection offers or accepts.
     *
     * @param ssl the connection
     * @return their names in OpenSSL
     */
    public static String[] getCiphers(long ssl) {
        return Natives.SSL.getCiphers(ssl);
    }

    /**
     * Sets the suites of TLS 1.2 for a connection.
     *
     * @param ssl the connection
     * @param ciphers names of OpenSSL, separated by colons
     * @return true if that worked
     * @throws Exception if none of them can be had
     * @deprecated use {@link #setCipherSuites(long, String, boolean)}
     */
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // An annotation that users would have to have.
    public static boolean setCipherSuites(long ssl, String ciphers) throws Exception {
        return setCipherSuites(ssl, ciphers, false);
    }

    /**
     * Sets suites for a connection.
     *
     * @param ssl the connection
     * @param ciphers names of OpenSSL, separated by colons; nothing changes nothing
     * @param tlsv13 true for the suites of TLS 1.3, false for those of TLS 1.2
     * @return true if that worked
     * @throws Exception if none of them can be had
     */
    public static boolean setCipherSuites(long ssl, String ciphers, boolean tlsv13)
            throws Exception {
        return Natives.SSL.setCipherSuites(ssl, ciphers, tlsv13);
    }

    /**
     * Sets the groups for the key exchange of a connection.
     *
     * @param ssl the connection
     * @param curves their names, the preferred first
     * @return true if that worked
     */
    public static boolean setCurvesList(long ssl, String... curves) {
        return setCurvesList0(ssl, NameLists.curves(curves));
    }

    private static boolean setCurvesList0(long ssl, String curves) {
        return Natives.SSL.setCurvesList0(ssl, curves);
    }

    /**
     * Sets the groups for the key exchange of a connection.
     *
     * @param ssl the connection
     * @param curves their numbers in OpenSSL (NIDs), the preferred first
     * @return true if that worked
     */
    public static boolean setCurves(long ssl, int[] curves) {
        if (curves == null) {
            throw new NullPointerException("curves");
        }
        if (curves.length == 0) {
            throw new IllegalArgumentException("no curves");
        }
        return setCurves0(ssl, curves);
    }

    private static boolean setCurves0(long ssl, int[] curves) {
        return Natives.SSL.setCurves0(ssl, curves);
    }

    /**
     * The id of the session of a connection.
     *
     * @param ssl the connection
     * @return the id, or null for none: with TLS 1.3, sessions have one and connections have not
     */
    public static byte @Nullable [] getSessionId(long ssl) {
        return Natives.SSL.getSessionId(ssl);
    }

    /**
     * How many handshakes a connection has done.
     *
     * @param ssl the connection
     * @return zero or one
     */
    public static int getHandshakeCount(long ssl) {
        return Natives.SSL.getHandshakeCount(ssl);
    }

    /** Empties the queue of errors of this thread. */
    public static void clearError() {
        Natives.SSL.clearError();
    }

    /**
     * Sets the name that a client sends (SNI).
     *
     * @param ssl the connection
     * @param hostname the name, from which one dot at its end is taken off
     */
    public static void setTlsExtHostName(long ssl, @Nullable String hostname) {
        setTlsExtHostName0(ssl, NameLists.withoutTrailingDot(hostname));
    }

    private static void setTlsExtHostName0(long ssl, @Nullable String hostname) {
        Natives.SSL.setTlsExtHostName0(ssl, hostname);
    }

    /**
     * Has a client check that the peer's certificate is for a name.
     *
     * @param ssl the connection
     * @param flags bits of {@code X509_CHECK_FLAG_*}
     * @param hostname the name
     */
    public static void setHostNameValidation(long ssl, int flags, @Nullable String hostname) {
        Natives.SSL.setHostNameValidation(ssl, flags, hostname);
    }

    /**
     * How this server can authenticate to its client, by which netty picks a certificate.
     *
     * @param ssl the connection
     * @return names such as {@code ECDHE_RSA}
     */
    public static String[] authenticationMethods(long ssl) {
        return Natives.SSL.authenticationMethods(ssl);
    }

    /**
     * Sets the certificates of the issuers of one's own.
     *
     * @param ssl the connection
     * @param bio a buffer with PEM
     * @param skipfirst true to leave the first certificate out
     * @deprecated use {@link #setKeyMaterial}
     */
    @Deprecated
    public static void setCertificateChainBio(long ssl, long bio, boolean skipfirst) {
        Natives.SSL.setCertificateChainBio(ssl, bio, skipfirst);
    }

    /**
     * Sets one's own certificate and private key.
     *
     * @param ssl the connection
     * @param certBio the buffer with the certificates
     * @param keyBio the buffer with the private key
     * @param password what the key is encrypted with, or null
     * @throws Exception if that fails
     * @deprecated use {@link #setKeyMaterial}
     */
    @Deprecated
    public static void setCertificateBio(
            long ssl, long certBio, long keyBio, @Nullable String password) throws Exception {
        Natives.SSL.setCertificateBio(ssl, certBio, keyBio, password);
    }

    /**
     * Always fails: crypto devices are used by {@link SSLContext#setPrivateKeyMethod(long,
     * AsyncSSLPrivateKeyMethod)}.
     *
     * @param keyId its name in the device
     * @param password what the key is encrypted with, or null
     * @return the private key
     * @throws Exception always
     */
    public static long loadPrivateKeyFromEngine(String keyId, @Nullable String password)
            throws Exception {
        return Natives.SSL.loadPrivateKeyFromEngine(keyId, password);
    }

    /**
     * Reads a private key, to be freed by {@link #freePrivateKey}.
     *
     * @param privateKeyBio a buffer with PEM
     * @param password what the key is encrypted with, or null
     * @return the private key
     * @throws Exception if that is no private key
     */
    public static long parsePrivateKey(long privateKeyBio, @Nullable String password)
            throws Exception {
        return Natives.SSL.parsePrivateKey(privateKeyBio, password);
    }

    /**
     * Frees a private key. Whoever was given it may still use it.
     *
     * @param privateKey the private key
     */
    public static void freePrivateKey(long privateKey) {
        Natives.SSL.freePrivateKey(privateKey);
    }

    /**
     * Reads certificates, to be freed by {@link #freeX509Chain}.
     *
     * @param x509ChainBio a buffer with PEM
     * @return the chain
     * @throws Exception if those are no certificates
     */
    public static long parseX509Chain(long x509ChainBio) throws Exception {
        return Natives.SSL.parseX509Chain(x509ChainBio);
    }

    /**
     * Frees a chain. Whoever was given it may still use it.
     *
     * @param x509Chain the chain
     */
    public static void freeX509Chain(long x509Chain) {
        Natives.SSL.freeX509Chain(x509Chain);
    }

    /**
     * Has a connection staple, or ask for, an OCSP response.
     *
     * @param ssl the connection
     */
    public static void enableOcsp(long ssl) {
        Natives.SSL.enableOcsp(ssl);
    }

    /**
     * Sets one's own certificates and private key.
     *
     * @param ssl the connection
     * @param chain the chain, of {@link SSL#parseX509Chain}
     * @param key the private key, of {@link SSL#parsePrivateKey}
     * @throws Exception if that fails
     * @deprecated use {@link #setKeyMaterial}
     */
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // An annotation that users would have to have.
    public static void setKeyMaterialServerSide(long ssl, long chain, long key) throws Exception {
        setKeyMaterial(ssl, chain, key);
    }

    /**
     * Sets one's own certificates and private key. The caller frees both when it likes.
     *
     * @param ssl the connection
     * @param chain the chain, of {@link SSL#parseX509Chain}
     * @param key the private key, of {@link SSL#parsePrivateKey}
     * @throws Exception if that fails
     */
    public static void setKeyMaterial(long ssl, long chain, long key) throws Exception {
        Natives.SSL.setKeyMaterial(ssl, chain, key);
    }

    /**
     * Sets a client's own certificates and private key, in a {@link CertificateRequestedCallback}.
     *
     * @param ssl the connection
     * @param x509Out what the callback was given
     * @param pkeyOut what the callback was given
     * @param chain the chain, of {@link SSL#parseX509Chain}
     * @param key the private key, of {@link SSL#parsePrivateKey}
     * @throws Exception if that fails
     * @deprecated use {@link #setKeyMaterial}
     */
    @Deprecated
    public static void setKeyMaterialClientSide(
            long ssl, long x509Out, long pkeyOut, long chain, long key) throws Exception {
        Natives.SSL.setKeyMaterialClientSide(ssl, x509Out, pkeyOut, chain, key);
    }

    /**
     * Sets what a server staples.
     *
     * @param ssl the connection
     * @param response an OCSP response; an empty one changes nothing
     */
    public static void setOcspResponse(long ssl, byte[] response) {
        Natives.SSL.setOcspResponse(ssl, response);
    }

    /**
     * What the server stapled.
     *
     * @param ssl the connection
     * @return an OCSP response, or null if there is none
     */
    public static byte @Nullable [] getOcspResponse(long ssl) {
        return Natives.SSL.getOcspResponse(ssl);
    }

    /**
     * Switches FIPS mode.
     *
     * @param mode zero for off
     * @throws Exception if that mode cannot be had
     */
    public static void fipsModeSet(int mode) throws Exception {
        Natives.SSL.fipsModeSet(mode);
    }

    /**
     * The name that the client sent (SNI).
     *
     * @param ssl the connection
     * @return the name, or null if there is none
     */
    public static @Nullable String getSniHostname(long ssl) {
        return Natives.SSL.getSniHostname(ssl);
    }

    /**
     * The signature algorithms of the peer.
     *
     * @param ssl the connection
     * @return their names, or null if there are none
     */
    public static String @Nullable [] getSigAlgs(long ssl) {
        return Natives.SSL.getSigAlgs(ssl);
    }

    /**
     * The master secret of a connection. Whoever has it can read all of it.
     *
     * @param ssl the connection
     * @return the secret
     */
    public static byte @Nullable [] getMasterKey(long ssl) {
        return Natives.SSL.getMasterKey(ssl);
    }

    /**
     * The random bytes of the server's hello.
     *
     * @param ssl the connection
     * @return the bytes
     */
    public static byte @Nullable [] getServerRandom(long ssl) {
        return Natives.SSL.getServerRandom(ssl);
    }

    /**
     * The random bytes of the client's hello.
     *
     * @param ssl the connection
     * @return the bytes
     */
    public static byte @Nullable [] getClientRandom(long ssl) {
        return Natives.SSL.getClientRandom(ssl);
    }

    /**
     * Takes the task that has to run before a connection can go on.
     *
     * @param ssl the connection
     * @return the task, which may be an {@link AsyncTask}, or null if there is none
     */
    public static @Nullable Runnable getTask(long ssl) {
        return Natives.SSL.getTask(ssl);
    }

    /**
     * Takes the task that has to run before a connection can go on.
     *
     * @param ssl the connection
     * @return the task, or null if there is none
     */
    public static @Nullable AsyncTask getAsyncTask(long ssl) {
        return (AsyncTask) getTask(ssl);
    }

    /**
     * Whether a connection resumed a session.
     *
     * @param ssl the connection
     * @return true if it did
     */
    public static boolean isSessionReused(long ssl) {
        return Natives.SSL.isSessionReused(ssl);
    }

    /**
     * Sets the session that a client resumes.
     *
     * @param ssl the connection
     * @param session the session
     * @return true if that worked
     */
    public static boolean setSession(long ssl, long session) {
        return Natives.SSL.setSession(ssl, session);
    }

    /**
     * The session of a connection.
     *
     * @param ssl the connection
     * @return the session
     */
    public static long getSession(long ssl) {
        return Natives.SSL.getSession(ssl);
    }

    /**
     * Sets what happens when the peer asks to renegotiate.
     *
     * @param ssl the connection
     * @param mode one of {@code SSL_RENEGOTIATE_*}
     * @throws Exception if that fails
     */
    public static void setRenegotiateMode(long ssl, int mode) throws Exception {
        Natives.SSL.setRenegotiateMode(ssl, mode);
    }

    /**
     * Adds a credential of {@link SSLCredential} to those that a connection can use.
     *
     * @param ssl the connection
     * @param cred the credential
     * @throws Exception if that fails
     */
    public static void addCredential(long ssl, long cred) throws Exception {
        Natives.SSL.addCredential(ssl, cred);
    }

    /**
     * The credential that a connection uses.
     *
     * @param ssl the connection
     * @return the credential, or zero if there is none
     * @throws Exception if that fails
     */
    public static long getSelectedCredential(long ssl) throws Exception {
        return Natives.SSL.getSelectedCredential(ssl);
    }

    /**
     * The group of the key exchange of a connection.
     *
     * @param ssl the connection
     * @return its name, or null before it is known
     * @throws Exception if that fails
     */
    public static @Nullable String getGroupName(long ssl) throws Exception {
        return Natives.SSL.getGroupName(ssl);
    }
}
