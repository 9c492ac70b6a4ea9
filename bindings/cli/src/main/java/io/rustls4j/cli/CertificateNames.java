package io.rustls4j.cli;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The names that a certificate is for (RFC 5280 section 4.2.1.6). */
public final class CertificateNames {
    private static final int DNS = 2;
    private static final int IP = 7;

    private CertificateNames() {}

    /**
     * The DNS names.
     *
     * @param certificate a certificate
     * @return the names, possibly with a wildcard
     * @throws CertificateParsingException if the extension cannot be parsed
     */
    public static List<String> dns(X509Certificate certificate) throws CertificateParsingException {
        return ofTypes(certificate, List.of(DNS));
    }

    /**
     * The DNS names and IP addresses.
     *
     * @param certificate a certificate
     * @return the names
     * @throws CertificateParsingException if the extension cannot be parsed
     */
    public static List<String> dnsAndIp(X509Certificate certificate)
            throws CertificateParsingException {
        return ofTypes(certificate, List.of(DNS, IP));
    }

    private static List<String> ofTypes(X509Certificate certificate, List<Integer> types)
            throws CertificateParsingException {
        Collection<List<?>> entries = certificate.getSubjectAlternativeNames();
        List<String> names = new ArrayList<>();
        if (entries != null) {
            for (List<?> entry : entries) {
                if (entry.get(0) instanceof Integer type
                        && types.contains(type)
                        && entry.get(1) instanceof String name) {
                    names.add(name);
                }
            }
        }
        return List.copyOf(names);
    }
}
