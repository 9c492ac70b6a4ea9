package io.rustls4j.cli.client;

import io.rustls4j.CertificateDer;
import io.rustls4j.cli.CertificateNames;
import io.rustls4j.cli.Printable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A peer's certificates for people. */
final class ChainText {
    private ChainText() {}

    static List<String> lines(List<CertificateDer> chain) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            lines.add("certificate " + (i + 1) + " of " + chain.size());
            try {
                add(lines, chain.get(i).toX509());
            } catch (CertificateException e) {
                lines.add(
                        "  the JDK cannot parse it: "
                                + Printable.of(String.valueOf(e.getMessage())));
            }
            lines.add("  SHA-256  " + fingerprint(chain.get(i)));
        }
        return lines;
    }

    private static void add(List<String> lines, X509Certificate certificate)
            throws CertificateException {
        lines.add("  subject  " + Printable.of(certificate.getSubjectX500Principal().getName()));
        lines.add("  issuer   " + Printable.of(certificate.getIssuerX500Principal().getName()));
        lines.add(
                "  valid    "
                        + certificate.getNotBefore().toInstant()
                        + " to "
                        + certificate.getNotAfter().toInstant());
        List<String> names = CertificateNames.dnsAndIp(certificate);
        lines.add(
                "  names    "
                        + (names.isEmpty() ? "none" : Printable.of(String.join(", ", names))));
        lines.add(
                "  key      "
                        + keyText(certificate.getPublicKey())
                        + ", signed with "
                        + certificate.getSigAlgName());
    }

    private static String keyText(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> "RSA, " + rsa.getModulus().bitLength() + " bits";
            case ECPublicKey ec ->
                    "EC, " + ec.getParams().getCurve().getField().getFieldSize() + " bits";
            default -> key.getAlgorithm();
        };
    }

    private static String fingerprint(CertificateDer certificate) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
