package io.rustls4j;

import io.rustls4j.pem.PemBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One certificate revocation list (RFC 5280 section 5) in DER, as rustls's {@code
 * CertificateRevocationListDer}. Immutable; equal by its bytes.
 */
public final class CertificateRevocationListDer {
    private static final String PEM_LABEL = "X509 CRL";

    private final byte[] der;

    private CertificateRevocationListDer(byte[] der) {
        this.der = der;
    }

    /**
     * Takes a list's bytes. They are copied and not parsed: what is wrong with them shows when a
     * configuration is built.
     *
     * @param der the DER encoding
     * @return the list
     * @throws TlsConfigException if there are no bytes
     */
    public static CertificateRevocationListDer of(byte[] der) {
        if (der.length == 0) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.REVOCATION_LIST,
                    "a revocation list of 0 bytes; its DER encoding is wanted");
        }
        return new CertificateRevocationListDer(der.clone());
    }

    /**
     * Takes every list in PEM text.
     *
     * @param pem PEM text; blocks other than X509 CRL are skipped
     * @return an immutable list, not empty
     * @throws TlsConfigException if there is none
     */
    public static List<CertificateRevocationListDer> fromPem(byte[] pem) {
        List<CertificateRevocationListDer> found = new ArrayList<>();
        for (PemBlock block : PemText.blocks(pem, TlsConfigException.Reason.REVOCATION_LIST)) {
            if (block.label().equals(PEM_LABEL)) {
                found.add(of(block.der()));
            }
        }
        if (found.isEmpty()) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.REVOCATION_LIST,
                    "the PEM text has no X509 CRL block; one is wanted");
        }
        return List.copyOf(found);
    }

    /**
     * The encoding.
     *
     * @return a copy of the bytes
     */
    public byte[] bytes() {
        return der.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CertificateRevocationListDer that && Arrays.equals(der, that.der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }

    @Override
    public String toString() {
        return "CertificateRevocationListDer[" + der.length + " bytes]";
    }
}
