package io.rustls4j.tcnative.calls;

import io.netty.internal.tcnative.SSLCredential;

/** What {@link SSLCredential} asks of the library: credentials. */
public interface SslCredentialCalls {
    /** Behind {@link SSLCredential#newX509()}. */
    long newX509() throws Exception;

    /** Behind {@link SSLCredential#upRef(long)}. */
    void upRef(long cred) throws Exception;

    /** Behind {@link SSLCredential#free(long)}. */
    void free(long cred) throws Exception;

    /** Behind {@link SSLCredential#setPrivateKey(long, long)}. */
    void setPrivateKey(long cred, long key) throws Exception;

    /** Behind {@link SSLCredential#setCertChain(long, long)}. */
    void setCertChain(long cred, long chain) throws Exception;

    /** Behind {@link SSLCredential#setOcspResponse(long, byte[])}. */
    void setOcspResponse(long cred, byte[] response) throws Exception;

    /** Behind {@link SSLCredential#setSigningAlgorithmPrefs(long, int[])}. */
    void setSigningAlgorithmPrefs(long cred, int[] prefs) throws Exception;

    /** Behind {@link SSLCredential#setCertificateProperties(long, byte[])}. */
    void setCertificateProperties(long cred, byte[] properties) throws Exception;

    /** Behind {@link SSLCredential#setSignedCertTimestampList(long, byte[])}. */
    void setSignedCertTimestampList(long cred, byte[] sctList) throws Exception;

    /** Behind {@link SSLCredential#setMustMatchIssuer(long, boolean)}. */
    void setMustMatchIssuer(long cred, boolean mustMatch) throws Exception;

    /** Behind {@link SSLCredential#setTrustAnchorId(long, byte[])}. */
    void setTrustAnchorId(long cred, byte[] id) throws Exception;

    /** Behind {@link SSLCredential#newDelegated()}. */
    long newDelegated() throws Exception;

    /** Behind {@link SSLCredential#setDelegatedCredential(long, byte[])}. */
    void setDelegatedCredential(long cred, byte[] delegatedCred) throws Exception;
}
