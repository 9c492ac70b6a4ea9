package io.netty.internal.tcnative;

/**
 * Signs instead of a private key, and may take its time: see {@link
 * SSLContext#setPrivateKeyMethod}.
 */
public interface AsyncSSLPrivateKeyMethod {
    /** RSA (PKCS#1 v1.5) with SHA-1. */
    int SSL_SIGN_RSA_PKCS1_SHA1 = NativeStaticallyReferencedJniMethods.sslSignRsaPkcsSha1();

    /** RSA (PKCS#1 v1.5) with SHA-256. */
    int SSL_SIGN_RSA_PKCS1_SHA256 = NativeStaticallyReferencedJniMethods.sslSignRsaPkcsSha256();

    /** RSA (PKCS#1 v1.5) with SHA-384. */
    int SSL_SIGN_RSA_PKCS1_SHA384 = NativeStaticallyReferencedJniMethods.sslSignRsaPkcsSha384();

    /** RSA (PKCS#1 v1.5) with SHA-512. */
    int SSL_SIGN_RSA_PKCS1_SHA512 = NativeStaticallyReferencedJniMethods.sslSignRsaPkcsSha512();

    /** ECDSA with SHA-1. */
    int SSL_SIGN_ECDSA_SHA1 = NativeStaticallyReferencedJniMethods.sslSignEcdsaPkcsSha1();

    /** ECDSA on P-256 with SHA-256. */
    int SSL_SIGN_ECDSA_SECP256R1_SHA256 =
            NativeStaticallyReferencedJniMethods.sslSignEcdsaSecp256r1Sha256();

    /** ECDSA on P-384 with SHA-384. */
    int SSL_SIGN_ECDSA_SECP384R1_SHA384 =
            NativeStaticallyReferencedJniMethods.sslSignEcdsaSecp384r1Sha384();

    /** ECDSA on P-521 with SHA-512. */
    int SSL_SIGN_ECDSA_SECP521R1_SHA512 =
            NativeStaticallyReferencedJniMethods.sslSignEcdsaSecp521r1Sha512();

    /** RSA-PSS with SHA-256. */
    int SSL_SIGN_RSA_PSS_RSAE_SHA256 =
            NativeStaticallyReferencedJniMethods.sslSignRsaPssRsaeSha256();

    /** RSA-PSS with SHA-384. */
    int SSL_SIGN_RSA_PSS_RSAE_SHA384 =
            NativeStaticallyReferencedJniMethods.sslSignRsaPssRsaeSha384();

    /** RSA-PSS with SHA-512. */
    int SSL_SIGN_RSA_PSS_RSAE_SHA512 =
            NativeStaticallyReferencedJniMethods.sslSignRsaPssRsaeSha512();

    /** Ed25519. */
    int SSL_SIGN_ED25519 = NativeStaticallyReferencedJniMethods.sslSignEd25519();

    /** RSA with MD5 and SHA-1, as before TLS 1.2. */
    int SSL_SIGN_RSA_PKCS1_MD5_SHA1 = NativeStaticallyReferencedJniMethods.sslSignRsaPkcs1Md5Sha1();

    /**
     * Signs.
     *
     * @param ssl the connection
     * @param signatureAlgorithm one of {@code SSL_SIGN_*}, which are the numbers of TLS
     * @param input what to sign, which is not hashed yet
     * @param resultCallback is told the signature, on any thread
     */
    void sign(
            long ssl, int signatureAlgorithm, byte[] input, ResultCallback<byte[]> resultCallback);

    /**
     * Decrypts, for key exchange by RSA. It does not exist here, so this is never called.
     *
     * @param ssl the connection
     * @param input what to decrypt
     * @param resultCallback is told the plaintext, on any thread
     */
    void decrypt(long ssl, byte[] input, ResultCallback<byte[]> resultCallback);
}
