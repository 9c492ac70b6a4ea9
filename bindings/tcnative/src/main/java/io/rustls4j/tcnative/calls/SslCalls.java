package io.rustls4j.tcnative.calls;

import io.netty.internal.tcnative.SSL;
import org.jspecify.annotations.Nullable;

/**
 * What {@link SSL} asks of the library: connections, their transports, and what they are made of.
 */
public interface SslCalls {
    /**
     * Readies the library; {@code engine} names a crypto device, of which none can be had, or is
     * null. Zero is success.
     */
    int initialize(@Nullable String engine);

    /** Behind {@link SSL#newMemBIO()}. */
    long newMemBIO() throws Exception;

    /** Behind {@link SSL#getLastError()}. */
    @Nullable String getLastError();

    /** Behind {@link SSL#newSSL(long, boolean)}. */
    long newSSL(long ctx, boolean server);

    /** Behind {@link SSL#getError(long, int)}. */
    int getError(long ssl, int ret);

    /** Behind {@link SSL#bioWrite(long, long, int)}. */
    int bioWrite(long bioAddress, long wbufAddress, int wlen);

    /** Behind {@link SSL#bioNewByteBuffer(long, int)}. */
    long bioNewByteBuffer(long ssl, int nonApplicationBufferSize);

    /** Behind {@link SSL#bioSetFd(long, int)}. */
    void bioSetFd(long ssl, int fd);

    /** Behind {@link SSL#bioSetByteBuffer(long, long, int, boolean)}. */
    void bioSetByteBuffer(long bio, long bufferAddress, int maxUsableBytes, boolean isSSLWriteSink);

    /** Behind {@link SSL#bioClearByteBuffer(long)}. */
    void bioClearByteBuffer(long bio);

    /** Behind {@link SSL#bioFlushByteBuffer(long)}. */
    int bioFlushByteBuffer(long bio);

    /** Behind {@link SSL#bioLengthByteBuffer(long)}. */
    int bioLengthByteBuffer(long bio);

    /** Behind {@link SSL#bioLengthNonApplication(long)}. */
    int bioLengthNonApplication(long bio);

    /** Behind {@link SSL#sslPending(long)}. */
    int sslPending(long ssl);

    /** Behind {@link SSL#writeToSSL(long, long, int)}. */
    int writeToSSL(long ssl, long wbuf, int wlen);

    /** Behind {@link SSL#readFromSSL(long, long, int)}. */
    int readFromSSL(long ssl, long rbuf, int rlen);

    /** Behind {@link SSL#getShutdown(long)}. */
    int getShutdown(long ssl);

    /** Behind {@link SSL#setShutdown(long, int)}. */
    void setShutdown(long ssl, int mode);

    /** Behind {@link SSL#freeSSL(long)}. */
    void freeSSL(long ssl);

    /** Behind {@link SSL#freeBIO(long)}. */
    void freeBIO(long bio);

    /** Behind {@link SSL#shutdownSSL(long)}. */
    int shutdownSSL(long ssl);

    /** Behind {@link SSL#getLastErrorNumber()}. */
    int getLastErrorNumber();

    /** Behind {@link SSL#getCipherForSSL(long)}. */
    @Nullable String getCipherForSSL(long ssl);

    /** Behind {@link SSL#getVersion(long)}. */
    String getVersion(long ssl);

    /** Behind {@link SSL#getVersionInt(long)}. */
    int getVersionInt(long ssl);

    /** Behind {@link SSL#doHandshake(long)}. */
    int doHandshake(long ssl);

    /** Behind {@link SSL#isInInit(long)}. */
    int isInInit(long ssl);

    /** Behind {@link SSL#getNextProtoNegotiated(long)}. */
    @Nullable String getNextProtoNegotiated(long ssl);

    /** Behind {@link SSL#getAlpnSelected(long)}. */
    @Nullable String getAlpnSelected(long ssl);

    /** Behind {@link SSL#getPeerCertChain(long)}. */
    byte @Nullable [][] getPeerCertChain(long ssl);

    /** Behind {@link SSL#getPeerCertificate(long)}. */
    byte @Nullable [] getPeerCertificate(long ssl);

    /** Behind {@link SSL#getErrorString(long)}. */
    String getErrorString(long errorNumber);

    /** Behind {@link SSL#getTime(long)}. */
    long getTime(long ssl);

    /** Behind {@link SSL#getTimeout(long)}. */
    long getTimeout(long ssl);

    /** Behind {@link SSL#setTimeout(long, long)}. */
    long setTimeout(long ssl, long seconds);

    /** Behind {@link SSL#setVerify(long, int, int)}. */
    void setVerify(long ssl, int level, int depth);

    /** Behind {@link SSL#setOptions(long, int)}. */
    void setOptions(long ssl, int options);

    /** Behind {@link SSL#clearOptions(long, int)}. */
    void clearOptions(long ssl, int options);

    /** Behind {@link SSL#getOptions(long)}. */
    int getOptions(long ssl);

    /** Behind {@link SSL#setMode(long, int)}. */
    int setMode(long ssl, int mode);

    /** Behind {@link SSL#getMode(long)}. */
    int getMode(long ssl);

    /** Behind {@link SSL#getMaxWrapOverhead(long)}. */
    int getMaxWrapOverhead(long ssl);

    /** Behind {@link SSL#getCiphers(long)}. */
    String[] getCiphers(long ssl);

    /** Behind {@link SSL#setCipherSuites(long, String, boolean)}. */
    boolean setCipherSuites(long ssl, String ciphers, boolean tlsv13) throws Exception;

    /** Behind {@link SSL#setCurvesList}: names with colons between them. */
    boolean setCurvesList0(long ssl, String curves);

    /** Behind {@link SSL#setCurves}: numbers of OpenSSL, at least one. */
    boolean setCurves0(long ssl, int[] curves);

    /** Behind {@link SSL#getSessionId(long)}. */
    byte @Nullable [] getSessionId(long ssl);

    /** Behind {@link SSL#getHandshakeCount(long)}. */
    int getHandshakeCount(long ssl);

    /** Behind {@link SSL#clearError()}. */
    void clearError();

    /** Behind {@link SSL#setTlsExtHostName}: a name without a dot at its end, or null. */
    void setTlsExtHostName0(long ssl, @Nullable String hostname);

    /** Behind {@link SSL#setHostNameValidation(long, int, String)}. */
    void setHostNameValidation(long ssl, int flags, @Nullable String hostname);

    /** Behind {@link SSL#authenticationMethods(long)}. */
    String[] authenticationMethods(long ssl);

    /** Behind {@link SSL#setCertificateChainBio(long, long, boolean)}. */
    void setCertificateChainBio(long ssl, long bio, boolean skipfirst);

    /** Behind {@link SSL#setCertificateBio(long, long, long, String)}. */
    void setCertificateBio(long ssl, long certBio, long keyBio, @Nullable String password)
            throws Exception;

    /** Behind {@link SSL#loadPrivateKeyFromEngine(String, String)}. */
    long loadPrivateKeyFromEngine(String keyId, @Nullable String password) throws Exception;

    /** Behind {@link SSL#parsePrivateKey(long, String)}. */
    long parsePrivateKey(long privateKeyBio, @Nullable String password) throws Exception;

    /** Behind {@link SSL#freePrivateKey(long)}. */
    void freePrivateKey(long privateKey);

    /** Behind {@link SSL#parseX509Chain(long)}. */
    long parseX509Chain(long x509ChainBio) throws Exception;

    /** Behind {@link SSL#freeX509Chain(long)}. */
    void freeX509Chain(long x509Chain);

    /** Behind {@link SSL#enableOcsp(long)}. */
    void enableOcsp(long ssl);

    /** Behind {@link SSL#setKeyMaterial(long, long, long)}. */
    void setKeyMaterial(long ssl, long chain, long key) throws Exception;

    /** Behind {@link SSL#setKeyMaterialClientSide(long, long, long, long, long)}. */
    void setKeyMaterialClientSide(long ssl, long x509Out, long pkeyOut, long chain, long key)
            throws Exception;

    /** Behind {@link SSL#setOcspResponse(long, byte[])}. */
    void setOcspResponse(long ssl, byte[] response);

    /** Behind {@link SSL#getOcspResponse(long)}. */
    byte @Nullable [] getOcspResponse(long ssl);

    /** Behind {@link SSL#fipsModeSet(int)}. */
    void fipsModeSet(int mode) throws Exception;

    /** Behind {@link SSL#getSniHostname(long)}. */
    @Nullable String getSniHostname(long ssl);

    /** Behind {@link SSL#getSigAlgs(long)}. */
    String @Nullable [] getSigAlgs(long ssl);

    /** Behind {@link SSL#getMasterKey(long)}. */
    byte @Nullable [] getMasterKey(long ssl);

    /** Behind {@link SSL#getServerRandom(long)}. */
    byte @Nullable [] getServerRandom(long ssl);

    /** Behind {@link SSL#getClientRandom(long)}. */
    byte @Nullable [] getClientRandom(long ssl);

    /** Behind {@link SSL#getTask(long)}. */
    @Nullable Runnable getTask(long ssl);

    /** Behind {@link SSL#isSessionReused(long)}. */
    boolean isSessionReused(long ssl);

    /** Behind {@link SSL#setSession(long, long)}. */
    boolean setSession(long ssl, long session);

    /** Behind {@link SSL#getSession(long)}. */
    long getSession(long ssl);

    /** Behind {@link SSL#setRenegotiateMode(long, int)}. */
    void setRenegotiateMode(long ssl, int mode) throws Exception;

    /** Behind {@link SSL#addCredential(long, long)}. */
    void addCredential(long ssl, long cred) throws Exception;

    /** Behind {@link SSL#getSelectedCredential(long)}. */
    long getSelectedCredential(long ssl) throws Exception;

    /** Behind {@link SSL#getGroupName(long)}. */
    @Nullable String getGroupName(long ssl) throws Exception;
}
