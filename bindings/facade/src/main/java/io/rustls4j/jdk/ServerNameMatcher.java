package io.rustls4j.jdk;

import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.engine.ServerNames;
import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Whether a certificate is for a name (RFC 9525), by its subject alternative names alone, as webpki
 * does it: the common name never counts, and a star stands for the whole of the first label and
 * nothing else.
 */
final class ServerNameMatcher {
    private static final int DNS = 2;
    private static final int IP = 7;
    private static final String STAR = "*.";

    private ServerNameMatcher() {}

    static void check(X509Certificate certificate, String serverName)
            throws CertificateErrorException {
        boolean address = ServerNames.isIpAddress(serverName);
        List<String> presented = names(certificate, address ? IP : DNS);
        boolean match =
                presented.stream()
                        .anyMatch(
                                name ->
                                        address
                                                ? isSameAddress(name, serverName)
                                                : matches(name, serverName));
        if (!match) {
            throw new CertificateErrorException(
                    CertificateError.NOT_VALID_FOR_NAME,
                    "the certificate is for " + presented + ", and not for " + serverName);
        }
    }

    /** Whether a DNS name in a certificate stands for the name that was asked for. */
    static boolean matches(String presented, String asked) {
        String wanted = DnsNames.withoutTrailingDot(asked).toLowerCase(Locale.ROOT);
        String name = presented.toLowerCase(Locale.ROOT);
        if (!name.startsWith(STAR)) {
            return isPresentable(name) && name.equals(wanted);
        }
        String parent = name.substring(STAR.length());
        int dot = wanted.indexOf('.');
        return isPresentable(parent)
                && parent.indexOf('.') > 0
                && dot > 0
                && wanted.substring(dot + 1).equals(parent);
    }

    private static boolean isPresentable(String name) {
        return !name.endsWith(".") && DnsNames.isValid(name);
    }

    /** Eight or thirty-two bytes are a network, which stands for no address. */
    private static boolean isSameAddress(String presented, String asked) {
        return presented.indexOf('/') < 0
                && InetAddress.ofLiteral(presented).equals(InetAddress.ofLiteral(asked));
    }

    private static List<String> names(X509Certificate certificate, int type)
            throws CertificateErrorException {
        List<String> found = new ArrayList<>();
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names != null) {
                for (List<?> name : names) {
                    if (name.get(0).equals(type) && name.get(1) instanceof String text) {
                        found.add(text);
                    }
                }
            }
        } catch (CertificateParsingException e) {
            throw new CertificateErrorException(
                    CertificateError.BAD_ENCODING,
                    "the names in the certificate cannot be read: " + e.getMessage(),
                    e);
        }
        return found;
    }
}
