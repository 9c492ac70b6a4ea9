package io.netty.internal.tcnative;

/**
 * Credentials: certificates with a private key, of which a context can have several. Handles are as
 * in {@link SSL}, and are counted: each {@link #upRef} wants its {@link #free}.
 */
public final class SSLCredential {

    private SSLCredential() {}

    /**
     * A new, empty credential.
     *
     * @return the credential
     * @throws Exception if that fails
     */
    public static long newX509() throws Exception {
        return Natives.SSL_CREDENTIAL.newX509();
    }

    /**
     * Counts one more who holds a credential.
     *
     * @param cred the credential
     * @throws Exception if that fails
     */
    public static void upRef(long cred) throws Exception {
        Natives.SSL_CREDENTIAL.upRef(cred);
    }

    /**
     * Counts one less who holds a credential, and frees it when there is none.
     *
     * @param cred the credential
     * @throws Exception if that fails
     */
    public static void free(long cred) throws Exception {
        Natives.SSL_CREDENTIAL.free(cred);
    }

    /**
     * Sets the private key.
     *
     * @param cred the credential
     * @param key the private key, of {@link SSL#parsePrivateKey}
     * @throws Exception if that fails
     */
    public static void setPrivateKey(long cred, long key) throws Exception {
        Natives.SSL_CREDENTIAL.setPrivateKey(cred, key);
    }

    /**
     * Sets the certificates.
     *
     * @param cred the credential
     * @param chain the chain, of {@link SSL#parseX509Chain}
     * @throws Exception if that fails
     */
    public static void setCertChain(long cred, long chain) throws Exception {
        Natives.SSL_CREDENTIAL.setCertChain(cred, chain);
    }

    /**
     * Sets what is stapled.
     *
     * @param cred the credential
     * @param response an OCSP response
     * @throws Exception if that fails
     */
    public static void setOcspResponse(long cred, byte[] response) throws Exception {
        Natives.SSL_CREDENTIAL.setOcspResponse(cred, response);
    }

    /**
     * Sets the signature algorithms that the key may be used with.
     *
     * @param cred the credential
     * @param prefs their numbers in TLS, the preferred first
     * @throws Exception if that fails
     */
    public static void setSigningAlgorithmPrefs(long cred, int[] prefs) throws Exception {
        Natives.SSL_CREDENTIAL.setSigningAlgorithmPrefs(cred, prefs);
    }

    /**
     * Sets properties of the certificates, for trust anchors.
     *
     * @param cred the credential
     * @param properties an encoded list
     * @throws Exception if that fails
     */
    public static void setCertificateProperties(long cred, byte[] properties) throws Exception {
        Natives.SSL_CREDENTIAL.setCertificateProperties(cred, properties);
    }

    /**
     * Sets timestamps of certificate transparency.
     *
     * @param cred the credential
     * @param sctList an encoded list
     * @throws Exception if that fails
     */
    public static void setSignedCertTimestampList(long cred, byte[] sctList) throws Exception {
        Natives.SSL_CREDENTIAL.setSignedCertTimestampList(cred, sctList);
    }

    /**
     * Sets whether a credential is only for peers that name its issuer.
     *
     * @param cred the credential
     * @param mustMatch true if so
     * @throws Exception if that fails
     */
    public static void setMustMatchIssuer(long cred, boolean mustMatch) throws Exception {
        Natives.SSL_CREDENTIAL.setMustMatchIssuer(cred, mustMatch);
    }

    /**
     * Sets the id of the trust anchor of the certificates.
     *
     * @param cred the credential
     * @param id the id
     * @throws Exception if that fails
     */
    public static void setTrustAnchorId(long cred, byte[] id) throws Exception {
        Natives.SSL_CREDENTIAL.setTrustAnchorId(cred, id);
    }

    /**
     * A new, empty credential to be delegated.
     *
     * @return the credential
     * @throws Exception if that fails
     */
    public static long newDelegated() throws Exception {
        return Natives.SSL_CREDENTIAL.newDelegated();
    }

    /**
     * Sets what is delegated.
     *
     * @param cred the credential
     * @param delegatedCred an encoded credential
     * @throws Exception if that fails
     */
    public static void setDelegatedCredential(long cred, byte[] delegatedCred) throws Exception {
        Natives.SSL_CREDENTIAL.setDelegatedCredential(cred, delegatedCred);
    }
}
