package io.rustls4j.testkit;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/**
 * Makes a revocation list of one authority; get it from {@link TestAuthority#newRevocationList()}.
 * For one thread.
 */
public final class RevocationListBuilder {
    private final TestAuthority authority;
    private final Set<BigInteger> revoked = new LinkedHashSet<>();
    private Instant thisUpdate = Instant.now().minus(Duration.ofHours(1));
    private Instant nextUpdate = Instant.now().plus(Duration.ofDays(1));

    RevocationListBuilder(TestAuthority authority) {
        this.authority = authority;
    }

    /**
     * Revokes an end entity of this authority.
     *
     * @param certificate what is revoked
     * @return this builder
     */
    public RevocationListBuilder revoke(IssuedCertificate certificate) {
        return revoke(certificate.certificate());
    }

    /**
     * Revokes a certificate of this authority, such as an intermediate's.
     *
     * @param certificate what is revoked
     * @return this builder
     */
    public RevocationListBuilder revoke(X509Certificate certificate) {
        revoked.add(certificate.getSerialNumber());
        return this;
    }

    /**
     * Makes a list whose next update should have come an hour ago.
     *
     * @return this builder
     */
    public RevocationListBuilder expired() {
        thisUpdate = Instant.now().minus(Duration.ofDays(2));
        nextUpdate = Instant.now().minus(Duration.ofHours(1));
        return this;
    }

    /**
     * Signs the list.
     *
     * @return the list
     */
    public RevocationList make() {
        try {
            X509Certificate issuer = authority.certificate();
            X509v2CRLBuilder builder =
                    new X509v2CRLBuilder(
                            new JcaX509CertificateHolder(issuer).getSubject(),
                            Date.from(thisUpdate));
            builder.setNextUpdate(Date.from(nextUpdate));
            for (BigInteger serial : revoked) {
                builder.addCRLEntry(serial, Date.from(thisUpdate), CRLReason.keyCompromise);
            }
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.ONE));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils(Digests.sha1())
                            .createAuthorityKeyIdentifier(issuer.getPublicKey()));
            return new RevocationList(builder.build(authority.signer()).getEncoded());
        } catch (IOException | CertificateEncodingException e) {
            throw new IllegalStateException("Bouncy Castle cannot encode the revocation list", e);
        }
    }
}
