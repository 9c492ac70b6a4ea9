package io.rustls4j.tcnative.calls;

import io.netty.internal.tcnative.AsyncSSLPrivateKeyMethod;
import io.netty.internal.tcnative.CertificateCallback;
import io.netty.internal.tcnative.CertificateCompressionAlgo;
import io.netty.internal.tcnative.CertificateVerifier;
import io.netty.internal.tcnative.KeyLogCallback;
import io.netty.internal.tcnative.SSLContext;
import io.netty.internal.tcnative.SSLSessionCache;
import io.netty.internal.tcnative.SniHostNameMatcher;
import org.jspecify.annotations.Nullable;

/** What {@link SSLContext} asks of the library: what connections have in common. */
public interface SslContextCalls {
    /** Behind {@link SSLContext#make(int, int)}. */
    long make(int protocol, int mode) throws Exception;

    /** Behind {@link SSLContext#free(long)}. */
    int free(long ctx);

    /** Behind {@link SSLContext#setContextId(long, String)}. */
    void setContextId(long ctx, @Nullable String id);

    /** Behind {@link SSLContext#setOptions(long, int)}. */
    void setOptions(long ctx, int options);

    /** Behind {@link SSLContext#getOptions(long)}. */
    int getOptions(long ctx);

    /** Behind {@link SSLContext#clearOptions(long, int)}. */
    void clearOptions(long ctx, int options);

    /** Behind {@link SSLContext#setCipherSuite(long, String, boolean)}. */
    boolean setCipherSuite(long ctx, String ciphers, boolean tlsv13) throws Exception;

    /** Behind {@link SSLContext#setCertificateChainFile(long, String, boolean)}. */
    boolean setCertificateChainFile(long ctx, String file, boolean skipfirst);

    /** Behind {@link SSLContext#setCertificateChainBio(long, long, boolean)}. */
    boolean setCertificateChainBio(long ctx, long bio, boolean skipfirst);

    /** Behind {@link SSLContext#setCertificate(long, String, String, String)}. */
    boolean setCertificate(long ctx, String cert, @Nullable String key, @Nullable String password)
            throws Exception;

    /** Behind {@link SSLContext#setCertificateBio(long, long, long, String)}. */
    boolean setCertificateBio(long ctx, long certBio, long keyBio, @Nullable String password)
            throws Exception;

    /** Behind {@link SSLContext#setSessionCacheSize(long, long)}. */
    long setSessionCacheSize(long ctx, long size);

    /** Behind {@link SSLContext#getSessionCacheSize(long)}. */
    long getSessionCacheSize(long ctx);

    /** Behind {@link SSLContext#setSessionCacheTimeout(long, long)}. */
    long setSessionCacheTimeout(long ctx, long timeoutSeconds);

    /** Behind {@link SSLContext#getSessionCacheTimeout(long)}. */
    long getSessionCacheTimeout(long ctx);

    /** Behind {@link SSLContext#setSessionCacheMode(long, long)}. */
    long setSessionCacheMode(long ctx, long mode);

    /** Behind {@link SSLContext#getSessionCacheMode(long)}. */
    long getSessionCacheMode(long ctx);

    /** Behind {@link SSLContext#sessionAccept(long)}. */
    long sessionAccept(long ctx);

    /** Behind {@link SSLContext#sessionAcceptGood(long)}. */
    long sessionAcceptGood(long ctx);

    /** Behind {@link SSLContext#sessionAcceptRenegotiate(long)}. */
    long sessionAcceptRenegotiate(long ctx);

    /** Behind {@link SSLContext#sessionCacheFull(long)}. */
    long sessionCacheFull(long ctx);

    /** Behind {@link SSLContext#sessionCbHits(long)}. */
    long sessionCbHits(long ctx);

    /** Behind {@link SSLContext#sessionConnect(long)}. */
    long sessionConnect(long ctx);

    /** Behind {@link SSLContext#sessionConnectGood(long)}. */
    long sessionConnectGood(long ctx);

    /** Behind {@link SSLContext#sessionConnectRenegotiate(long)}. */
    long sessionConnectRenegotiate(long ctx);

    /** Behind {@link SSLContext#sessionHits(long)}. */
    long sessionHits(long ctx);

    /** Behind {@link SSLContext#sessionMisses(long)}. */
    long sessionMisses(long ctx);

    /** Behind {@link SSLContext#sessionNumber(long)}. */
    long sessionNumber(long ctx);

    /** Behind {@link SSLContext#sessionTimeouts(long)}. */
    long sessionTimeouts(long ctx);

    /** Behind {@link SSLContext#sessionTicketKeyNew(long)}. */
    long sessionTicketKeyNew(long ctx);

    /** Behind {@link SSLContext#sessionTicketKeyResume(long)}. */
    long sessionTicketKeyResume(long ctx);

    /** Behind {@link SSLContext#sessionTicketKeyRenew(long)}. */
    long sessionTicketKeyRenew(long ctx);

    /** Behind {@link SSLContext#sessionTicketKeyFail(long)}. */
    long sessionTicketKeyFail(long ctx);

    /**
     * Behind {@link SSLContext#setSessionTicketKeys}: name, HMAC key and AES key of each, one after
     * the other.
     */
    void setSessionTicketKeys0(long ctx, byte[] keys);

    /** Behind {@link SSLContext#setCACertificateBio(long, long)}. */
    boolean setCACertificateBio(long ctx, long certBio);

    /** Behind {@link SSLContext#setVerify(long, int, int)}. */
    void setVerify(long ctx, int level, int depth);

    /** Behind {@link SSLContext#setCertVerifyCallback(long, CertificateVerifier)}. */
    void setCertVerifyCallback(long ctx, @Nullable CertificateVerifier verifier);

    /** Behind {@link SSLContext#setCertRequestedCallback(long, CertificateRequestedCallback)}. */
    @SuppressWarnings("deprecation")
    void setCertRequestedCallback(
            long ctx, io.netty.internal.tcnative.@Nullable CertificateRequestedCallback callback);

    /** Behind {@link SSLContext#setCertificateCallback(long, CertificateCallback)}. */
    void setCertificateCallback(long ctx, @Nullable CertificateCallback callback);

    /** Behind {@link SSLContext#setSniHostnameMatcher(long, SniHostNameMatcher)}. */
    void setSniHostnameMatcher(long ctx, @Nullable SniHostNameMatcher matcher);

    /** Behind {@link SSLContext#setKeyLogCallback(long, KeyLogCallback)}. */
    boolean setKeyLogCallback(long ctx, @Nullable KeyLogCallback callback);

    /** Behind {@link SSLContext#setNpnProtos}: names as they are sent, each after its length. */
    void setNpnProtos0(long ctx, byte[] nextProtos, int selectorFailureBehavior);

    /** Behind {@link SSLContext#setAlpnProtos}: names as they are sent, each after its length. */
    void setAlpnProtos0(long ctx, byte[] alpnProtos, int selectorFailureBehavior);

    /** Behind {@link SSLContext#setTmpDHLength(long, int)}. */
    void setTmpDHLength(long ctx, int length);

    /** Behind {@link SSLContext#setSessionIdContext(long, byte[])}. */
    boolean setSessionIdContext(long ctx, byte[] sidCtx);

    /** Behind {@link SSLContext#setMode(long, int)}. */
    int setMode(long ctx, int mode);

    /** Behind {@link SSLContext#getMode(long)}. */
    int getMode(long ctx);

    /** Behind {@link SSLContext#enableOcsp(long, boolean)}. */
    void enableOcsp(long ctx, boolean client);

    /** Behind {@link SSLContext#disableOcsp(long)}. */
    void disableOcsp(long ctx);

    /** Behind {@link SSLContext#getSslCtx(long)}. */
    long getSslCtx(long ctx);

    /** Behind {@link SSLContext#setUseTasks(long, boolean)}. */
    void setUseTasks(long ctx, boolean useTasks);

    /** Behind {@link SSLContext#addCertificateCompressionAlgorithm}. */
    int addCertificateCompressionAlgorithm0(
            long ctx, int direction, int algorithmId, CertificateCompressionAlgo algorithm);

    /** Behind {@link SSLContext#setPrivateKeyMethod(long, AsyncSSLPrivateKeyMethod)}. */
    void setPrivateKeyMethod0(long ctx, AsyncSSLPrivateKeyMethod method);

    /** Behind {@link SSLContext#setSSLSessionCache(long, SSLSessionCache)}. */
    void setSSLSessionCache(long ctx, @Nullable SSLSessionCache cache);

    /** Behind {@link SSLContext#setNumTickets(long, int)}. */
    boolean setNumTickets(long ctx, int tickets);

    /** Behind {@link SSLContext#setCurvesList}: names with colons between them. */
    boolean setCurvesList0(long ctx, String curves);

    /** Behind {@link SSLContext#setMaxCertList(long, int)}. */
    void setMaxCertList(long ctx, int size);

    /** Behind {@link SSLContext#addCredential(long, long)}. */
    void addCredential(long ctx, long cred) throws Exception;
}
