package io.netty.internal.tcnative;

import org.jspecify.annotations.Nullable;

/**
 * Picks one's own certificate: see {@link SSLContext#setCertificateCallback}.
 *
 * <p>A context keeps its callback alive. One that refers to whatever frees the context keeps that
 * alive too.
 */
public interface CertificateCallback {
    /** A type of certificate: RSA. */
    byte TLS_CT_RSA_SIGN = 1;

    /** A type of certificate: DSA. */
    byte TLS_CT_DSS_SIGN = 2;

    /** A type of certificate: Diffie-Hellman, by RSA. */
    byte TLS_CT_RSA_FIXED_DH = 3;

    /** A type of certificate: Diffie-Hellman, by DSA. */
    byte TLS_CT_DSS_FIXED_DH = 4;

    /** A type of certificate: ECDSA. */
    byte TLS_CT_ECDSA_SIGN = 64;

    /** A type of certificate: Diffie-Hellman on a curve, by RSA. */
    byte TLS_CT_RSA_FIXED_ECDH = 65;

    /** A type of certificate: Diffie-Hellman on a curve, by ECDSA. */
    byte TLS_CT_ECDSA_FIXED_ECDH = 66;

    /**
     * Picks a certificate, and sets it by {@link SSL#setKeyMaterial}.
     *
     * @param ssl the connection
     * @param keyTypeBytes the types that the server takes; null for a server's own certificate
     * @param asn1DerEncodedPrincipals the authorities that the server takes, encoded; null for a
     *     server's own certificate
     * @throws Exception if that fails, and the handshake with it
     */
    void handle(
            long ssl, byte @Nullable [] keyTypeBytes, byte @Nullable [][] asn1DerEncodedPrincipals)
            throws Exception;
}
