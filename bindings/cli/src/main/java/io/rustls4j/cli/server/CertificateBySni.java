package io.rustls4j.cli.server;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientHello;
import io.rustls4j.ServerCertResolver;
import io.rustls4j.SignatureScheme;
import io.rustls4j.cli.CertificateNames;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the certificate by the name that the client asks for. A client that gives no name, or one
 * that no certificate is for, is shown the first.
 */
final class CertificateBySni implements ServerCertResolver {
    private record Entry(CertifiedKey key, List<String> names, String keyAlgorithm) {
        boolean isFor(String name) {
            return names.stream().anyMatch(pattern -> matches(pattern, name));
        }

        boolean fits(ClientHello hello) {
            return hello.signatureSchemes().stream()
                    .anyMatch(scheme -> signs(keyAlgorithm, scheme));
        }
    }

    private final List<Entry> entries;

    private CertificateBySni(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    static CertificateBySni of(List<CertifiedKey> keys) throws CertificateException {
        List<Entry> entries = new ArrayList<>();
        for (CertifiedKey key : keys) {
            X509Certificate certificate = key.chain().getFirst().toX509();
            List<String> names =
                    CertificateNames.dns(certificate).stream()
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .toList();
            entries.add(new Entry(key, names, certificate.getPublicKey().getAlgorithm()));
        }
        return new CertificateBySni(entries);
    }

    @Override
    public @Nullable CertifiedKey resolve(ClientHello hello) {
        return hello.serverName()
                .flatMap(name -> best(named(name), hello))
                .or(() -> best(entries, hello))
                .map(Entry::key)
                .orElse(null);
    }

    private List<Entry> named(String name) {
        return entries.stream().filter(entry -> entry.isFor(name)).toList();
    }

    private static Optional<Entry> best(List<Entry> candidates, ClientHello hello) {
        return candidates.stream().filter(entry -> entry.fits(hello)).findFirst();
    }

    /** A wildcard stands for one whole label (RFC 9525 section 6.3). */
    private static boolean matches(String pattern, String name) {
        if (!pattern.startsWith("*.")) {
            return pattern.equals(name);
        }
        int dot = name.indexOf('.');
        return dot > 0 && pattern.substring(1).equals(name.substring(dot));
    }

    private static boolean signs(String keyAlgorithm, SignatureScheme scheme) {
        String name = scheme.toString();
        return switch (keyAlgorithm) {
            case "EC" -> name.startsWith("ecdsa_");
            case "RSA" -> name.startsWith("rsa_") && !name.startsWith("rsa_pss_pss_");
            case "RSASSA-PSS" -> name.startsWith("rsa_pss_pss_");
            case "EdDSA", "Ed25519" -> name.startsWith("ed25519");
            default -> true;
        };
    }
}
