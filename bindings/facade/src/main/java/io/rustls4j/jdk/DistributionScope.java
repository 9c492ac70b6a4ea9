package io.rustls4j.jdk;

import io.rustls4j.wire.DerReader;
import io.rustls4j.wire.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates of its issuer a revocation list is about (RFC 5280 section 5.2.5).
 *
 * @param onlyEndEntities whether it leaves authorities out
 * @param onlyAuthorities whether it has only authorities
 * @param uris where the list is published
 */
record DistributionScope(boolean onlyEndEntities, boolean onlyAuthorities, Set<String> uris) {
    private static final String ISSUING_DISTRIBUTION_POINT = "2.5.29.28";
    private static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";

    private static final int DISTRIBUTION_POINT = 0xa0;
    private static final int FULL_NAME = 0xa0;
    private static final int ONLY_USER_CERTS = 0x81;
    private static final int ONLY_CA_CERTS = 0x82;
    private static final int REASONS = 0x81;
    private static final int CRL_ISSUER = 0xa2;
    private static final int URI = 0x86;

    static Optional<DistributionScope> of(X509CRL crl) throws MalformedMessageException {
        byte[] extension = crl.getExtensionValue(ISSUING_DISTRIBUTION_POINT);
        return extension == null ? Optional.empty() : Optional.of(parse(extension));
    }

    /** Reads the extension's value. */
    static DistributionScope parse(byte[] extension) throws MalformedMessageException {
        DerReader point = sequence(extension);
        Set<String> uris = new HashSet<>();
        if (point.next(DISTRIBUTION_POINT)) {
            addUris(point.read(DISTRIBUTION_POINT), uris);
        }
        boolean users = isTrue(point, ONLY_USER_CERTS);
        boolean authorities = isTrue(point, ONLY_CA_CERTS);
        if (point.hasRemaining()) {
            throw new MalformedMessageException(
                    "it is indirect, is about some reasons only, or about attribute certificates");
        }
        return new DistributionScope(users, authorities, Set.copyOf(uris));
    }

    boolean includes(X509Certificate certificate, boolean endEntity) {
        if ((onlyAuthorities && endEntity) || (onlyEndEntities && !endEntity)) {
            return false;
        }
        byte[] extension = certificate.getExtensionValue(CRL_DISTRIBUTION_POINTS);
        return extension == null || !Collections.disjoint(uris, publishedAt(extension));
    }

    /** A certificate whose extension is malformed is one that no such list covers. */
    private static Set<String> publishedAt(byte[] extension) {
        Set<String> uris = new HashSet<>();
        try {
            DerReader points = sequence(extension);
            while (points.hasRemaining()) {
                DerReader point = points.read(DerReader.SEQUENCE);
                DerReader name =
                        point.next(DISTRIBUTION_POINT) ? point.read(DISTRIBUTION_POINT) : null;
                if (!point.next(REASONS) && !point.next(CRL_ISSUER)) {
                    addUris(name, uris);
                }
            }
        } catch (MalformedMessageException e) {
            return Set.of();
        }
        return uris;
    }

    private static void addUris(@Nullable DerReader name, Set<String> uris)
            throws MalformedMessageException {
        if (name == null || !name.next(FULL_NAME)) {
            return;
        }
        DerReader names = name.read(FULL_NAME);
        while (names.hasRemaining()) {
            if (names.next(URI)) {
                uris.add(new String(names.read(URI).bytes(), StandardCharsets.ISO_8859_1));
            } else {
                names.skip();
            }
        }
    }

    private static boolean isTrue(DerReader point, int tag) throws MalformedMessageException {
        if (!point.next(tag)) {
            return false;
        }
        byte[] value = point.read(tag).bytes();
        if (value.length != 1) {
            throw new MalformedMessageException("a BOOLEAN of " + value.length + " bytes");
        }
        return value[0] != 0;
    }

    private static DerReader sequence(byte[] extension) throws MalformedMessageException {
        return new DerReader(new DerReader(extension).read(DerReader.OCTET_STRING).bytes())
                .read(DerReader.SEQUENCE);
    }
}
