package io.rustls4j.jdk;

import io.rustls4j.wire.DerReader;
import io.rustls4j.wire.MalformedMessageException;
import java.security.PublicKey;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * A trust anchor as webpki sees it: a name and a key, and constraints on the names below. The
 * certificate that it came from may be expired, and need not say that it is an authority's.
 *
 * @param certificate where it came from
 * @param pkix the same for the JDK
 */
record Anchor(X509Certificate certificate, TrustAnchor pkix) {
    private static final String NAME_CONSTRAINTS = "2.5.29.30";

    static Anchor of(X509Certificate certificate) throws MalformedMessageException {
        try {
            return new Anchor(
                    certificate,
                    new TrustAnchor(
                            certificate.getSubjectX500Principal(),
                            certificate.getPublicKey(),
                            nameConstraints(certificate)));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("its name constraints: " + e.getMessage());
        }
    }

    X500Principal name() {
        return certificate.getSubjectX500Principal();
    }

    PublicKey key() {
        return certificate.getPublicKey();
    }

    private static byte @Nullable [] nameConstraints(X509Certificate certificate)
            throws MalformedMessageException {
        byte[] extension = certificate.getExtensionValue(NAME_CONSTRAINTS);
        return extension == null
                ? null
                : new DerReader(extension).read(DerReader.OCTET_STRING).bytes();
    }
}
