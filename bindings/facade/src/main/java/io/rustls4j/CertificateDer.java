package io.rustls4j;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One X.509 certificate in DER, exactly as it stands on the wire. Immutable; equal by its bytes.
 */
public final class CertificateDer {
    private final byte[] der;
    private volatile @Nullable X509Certificate parsed;

    private CertificateDer(byte[] der) {
        this.der = der;
    }

    /**
     * Takes a certificate's bytes. They are copied and not parsed: what is wrong with them shows
     * where they are used.
     *
     * @param der the DER encoding
     * @return the certificate
     * @throws TlsConfigException if there are no bytes
     */
    public static CertificateDer of(byte[] der) {
        if (der.length == 0) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.CERTIFICATE,
                    "a certificate of 0 bytes; its DER encoding is wanted");
        }
        return new CertificateDer(der.clone());
    }

    /**
     * Takes the bytes of a certificate that Java has parsed.
     *
     * @param certificate the certificate
     * @return its DER form
     * @throws TlsConfigException if it cannot be encoded
     */
    public static CertificateDer of(X509Certificate certificate) {
        try {
            return new CertificateDer(certificate.getEncoded());
        } catch (CertificateException e) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.CERTIFICATE,
                    "the certificate cannot be encoded: " + e.getMessage(),
                    e);
        }
    }

    /**
     * The encoding.
     *
     * @return a copy of the bytes
     */
    public byte[] bytes() {
        return der.clone();
    }

    /**
     * The length of the encoding.
     *
     * @return the number of bytes, at least 1
     */
    public int length() {
        return der.length;
    }

    /**
     * Parses the certificate with the JDK's parser, the first time that it is asked for.
     *
     * @return the parsed certificate, for this object always the same
     * @throws CertificateException if the JDK cannot read it
     */
    public X509Certificate toX509() throws CertificateException {
        X509Certificate known = parsed;
        if (known == null) {
            known =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der));
            parsed = known;
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CertificateDer that && Arrays.equals(der, that.der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }

    @Override
    public String toString() {
        return "CertificateDer["
                + der.length
                + " bytes, "
                + HexFormat.of().formatHex(der, 0, Math.min(8, der.length))
                + "...]";
    }
}
