package io.rustls4j.tcnative.certificate;

import io.rustls4j.CertificateDer;
import io.rustls4j.pem.PemBlock;
import io.rustls4j.pem.PemReader;
import io.rustls4j.tcnative.bio.MemBio;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/**
 * Certificates in the order they came in. As with OpenSSL they are not looked into, and there may
 * be none: who uses them finds out.
 *
 * @param certificates an immutable list
 */
public record X509Chain(List<CertificateDer> certificates) {
    /** The labels that OpenSSL takes for a certificate. */
    private static final Set<String> LABELS =
            Set.of("CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE");

    /** Copies the list. */
    public X509Chain {
        certificates = List.copyOf(certificates);
    }

    /**
     * Reads certificates.
     *
     * @param bio PEM text; what is not a certificate in it is skipped
     * @return the certificates
     * @throws Exception if the text is not PEM from the first BEGIN line on
     */
    public static X509Chain parse(MemBio bio) throws Exception {
        List<CertificateDer> certificates = new ArrayList<>();
        for (PemBlock block : blocks(bio.contents())) {
            if (!LABELS.contains(block.label())) {
                continue;
            }
            if (block.der().length == 0) {
                throw new Exception("Invalid format (an empty PEM block " + block.label() + ")");
            }
            certificates.add(CertificateDer.of(block.der()));
        }
        return new X509Chain(certificates);
    }

    /**
     * Who has issued a chain's certificates.
     *
     * @param chain the certificates
     * @return the names of the issuers
     * @throws CertificateException if one of them is no certificate
     */
    public static Set<X500Principal> issuers(List<CertificateDer> chain)
            throws CertificateException {
        Set<X500Principal> issuers = new HashSet<>();
        for (CertificateDer certificate : chain) {
            issuers.add(certificate.toX509().getIssuerX500Principal());
        }
        return issuers;
    }

    private static List<PemBlock> blocks(byte[] pem) throws Exception {
        try {
            return PemReader.read(pem);
        } catch (IllegalArgumentException e) {
            throw new Exception("Invalid format (" + e.getMessage() + ")", e);
        }
    }
}
