package io.netty.internal.tcnative;

import org.jspecify.annotations.Nullable;

/**
 * Picks a client's own certificate: see {@link SSLContext#setCertRequestedCallback}.
 *
 * @deprecated use {@link CertificateCallback}
 */
@Deprecated
public interface CertificateRequestedCallback {
    /** A type of certificate: RSA. */
    byte TLS_CT_RSA_SIGN = CertificateCallback.TLS_CT_RSA_SIGN;

    /** A type of certificate: DSA. */
    byte TLS_CT_DSS_SIGN = CertificateCallback.TLS_CT_DSS_SIGN;

    /** A type of certificate: Diffie-Hellman, by RSA. */
    byte TLS_CT_RSA_FIXED_DH = CertificateCallback.TLS_CT_RSA_FIXED_DH;

    /** A type of certificate: Diffie-Hellman, by DSA. */
    byte TLS_CT_DSS_FIXED_DH = CertificateCallback.TLS_CT_DSS_FIXED_DH;

    /** A type of certificate: ECDSA. */
    byte TLS_CT_ECDSA_SIGN = CertificateCallback.TLS_CT_ECDSA_SIGN;

    /** A type of certificate: Diffie-Hellman on a curve, by RSA. */
    byte TLS_CT_RSA_FIXED_ECDH = CertificateCallback.TLS_CT_RSA_FIXED_ECDH;

    /** A type of certificate: Diffie-Hellman on a curve, by ECDSA. */
    byte TLS_CT_ECDSA_FIXED_ECDH = CertificateCallback.TLS_CT_ECDSA_FIXED_ECDH;

    /**
     * Picks a certificate, and sets it by {@link SSL#setKeyMaterialClientSide}.
     *
     * @param ssl the connection
     * @param certOut for {@link SSL#setKeyMaterialClientSide}
     * @param keyOut for {@link SSL#setKeyMaterialClientSide}
     * @param keyTypeBytes the types that the server takes
     * @param asn1DerEncodedPrincipals the authorities that the server takes, encoded
     * @throws Exception if that fails, and the handshake with it
     */
    void requested(
            long ssl,
            long certOut,
            long keyOut,
            byte[] keyTypeBytes,
            byte @Nullable [][] asn1DerEncodedPrincipals)
            throws Exception;
}
