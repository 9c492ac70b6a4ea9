package io.rustls4j.testkit;

/** A certificate revocation list (RFC 5280 section 5). Immutable. */
public final class RevocationList {
    private final byte[] der;

    RevocationList(byte[] der) {
        this.der = der;
    }

    /**
     * The list as it is exchanged.
     *
     * @return its DER encoding
     */
    public byte[] der() {
        return der.clone();
    }

    /**
     * The list as text.
     *
     * @return one PEM block labelled X509 CRL
     */
    public byte[] pem() {
        return Pem.encode("X509 CRL", der);
    }
}
