package io.rustls4j.testkit;

import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;

/** The certificate of a root or an intermediate, before it is signed. */
record AuthorityCertificate(String commonName, PublicKey publicKey) {
    X509Certificate signedBy(TestAuthority issuer) {
        return sign(
                issuer.certificate().getSubjectX500Principal(),
                issuer.publicKey(),
                issuer.signer());
    }

    X509Certificate signedBy(String issuerName, PublicKey issuerKey, ContentSigner signer) {
        return sign(principal(issuerName), issuerKey, signer);
    }

    static X500Principal principal(String commonName) {
        return new X500Principal("CN=" + commonName + ", O=rustls4j testkit");
    }

    private X509Certificate sign(X500Principal issuer, PublicKey issuerKey, ContentSigner signer) {
        Instant now = Instant.now();
        X509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        issuer,
                        TestAuthority.newSerial(),
                        // Far wider than any end entity's, so that only the end entity is ever out
                        // of its time.
                        Date.from(now.minus(Duration.ofDays(3650))),
                        Date.from(now.plus(Duration.ofDays(3650))),
                        principal(commonName),
                        publicKey);
        try {
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils(Digests.sha1());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    extensions.createSubjectKeyIdentifier(publicKey));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    extensions.createAuthorityKeyIdentifier(issuerKey));
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(
                    "Bouncy Castle cannot encode the authority's certificate", e);
        }
    }
}
