package io.rustls4j.jsse.trust;

import io.rustls4j.RootCertStore;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Those of a manager's anchors by which webpki may say yes. The others are no loss: a chain to one
 * of them gets webpki's no, and is put to the JDK.
 */
final class NativeAnchors {
    /**
     * What webpki knows: keyUsage, subjectAltName, basicConstraints, nameConstraints, extKeyUsage.
     */
    private static final Set<String> KNOWN_EXTENSIONS =
            Set.of("2.5.29.15", "2.5.29.17", "2.5.29.19", "2.5.29.30", "2.5.29.37");

    private static final int MAX_SERIAL_BITS = 8 * 20 - 1;
    private static final int KEY_CERT_SIGN = 5;

    private NativeAnchors() {}

    /** Empty: there is none. */
    static Optional<RootCertStore> among(X509Certificate[] anchors) {
        DistrustedAuthorities distrusted = DistrustedAuthorities.ofThisJdk();
        List<X509Certificate> fit = new ArrayList<>();
        for (X509Certificate anchor : anchors) {
            if (isAuthority(anchor) && isParsedByWebPki(anchor) && !distrusted.mayInclude(anchor)) {
                fit.add(anchor);
            }
        }
        return fit.isEmpty()
                ? Optional.empty()
                : Optional.of(RootCertStore.builder().addPemLenient(pem(fit)).build());
    }

    /**
     * webpki takes every anchor for an authority, even a server's certificate that somebody trusts:
     * whoever has its key could then sign for all names. The JDK wants basicConstraints and
     * keyUsage of an anchor that is not the peer itself.
     */
    private static boolean isAuthority(X509Certificate anchor) {
        boolean[] usage = anchor.getKeyUsage();
        return anchor.getVersion() == 3
                && anchor.getBasicConstraints() >= 0
                && (usage == null || usage[KEY_CERT_SIGN]);
    }

    /** A configuration needs at least one anchor that can be parsed; better none than that. */
    private static boolean isParsedByWebPki(X509Certificate anchor) {
        Set<String> critical = anchor.getCriticalExtensionOIDs();
        return (critical == null || KNOWN_EXTENSIONS.containsAll(critical))
                && anchor.getSerialNumber().signum() >= 0
                && anchor.getSerialNumber().bitLength() <= MAX_SERIAL_BITS;
    }

    private static byte[] pem(List<X509Certificate> certificates) {
        StringBuilder pem = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder().encodeToString(encoded(certificate)))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return pem.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(
                    "the trust anchor "
                            + certificate.getSubjectX500Principal()
                            + " cannot be encoded: "
                            + e.getMessage(),
                    e);
        }
    }
}
