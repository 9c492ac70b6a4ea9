package io.rustls4j.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v1CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;

/**
 * Makes an end entity's certificate, right or wrong in just one way; get it from {@link
 * TestAuthority#newCertificate()}. For one thread.
 */
public final class CertificateBuilder {
    /** Under a private enterprise number that nobody has; no verifier can know it. */
    private static final ASN1ObjectIdentifier UNKNOWN_EXTENSION =
            new ASN1ObjectIdentifier("1.3.6.1.4.1.4294967295.1");

    private final TestAuthority issuer;
    private final List<GeneralName> names = new ArrayList<>();
    private TestAuthority signer;
    private String commonName = "end entity";
    private KeyKind keyKind = KeyKind.EC_P256;
    private boolean ownKey;
    private Optional<KeyPair> givenKeys = Optional.empty();
    private Instant notBefore = Instant.now().minus(Duration.ofHours(1));
    private Instant notAfter = Instant.now().plus(Duration.ofDays(1));
    private List<Purpose> purposes = List.of(Purpose.SERVER, Purpose.CLIENT);
    private boolean version1;
    private boolean corruptSignature;
    private boolean unknownCriticalExtension;
    private Optional<String> ocspResponder = Optional.empty();
    private boolean ocspNoCheck;

    CertificateBuilder(TestAuthority issuer) {
        this.issuer = issuer;
        this.signer = issuer;
    }

    /**
     * Adds DNS names.
     *
     * @param dnsNames the names, possibly with a wildcard
     * @return this builder
     */
    public CertificateBuilder dns(String... dnsNames) {
        for (String name : dnsNames) {
            names.add(new GeneralName(GeneralName.dNSName, name));
        }
        return this;
    }

    /**
     * Adds IP addresses.
     *
     * @param addresses IPv4 or IPv6 addresses in text
     * @return this builder
     */
    public CertificateBuilder ip(String... addresses) {
        for (String address : addresses) {
            names.add(new GeneralName(GeneralName.iPAddress, address));
        }
        return this;
    }

    /**
     * Sets the subject's common name, which TLS does not look at any more (RFC 9525).
     *
     * @param name the name
     * @return this builder
     */
    public CertificateBuilder commonName(String name) {
        commonName = name;
        return this;
    }

    /**
     * Chooses the key's kind.
     *
     * @param kind the kind; RSA keys are shared between certificates, see {@link #ownKey()}
     * @return this builder
     */
    public CertificateBuilder key(KeyKind kind) {
        keyKind = kind;
        return this;
    }

    /**
     * Makes a key that no other certificate has, also for RSA.
     *
     * @return this builder
     */
    public CertificateBuilder ownKey() {
        ownKey = true;
        return this;
    }

    /**
     * Takes a key of a kind that is not among {@link KeyKind}s.
     *
     * @param keys the subject's keys
     * @return this builder
     */
    public CertificateBuilder keyPair(KeyPair keys) {
        givenKeys = Optional.of(keys);
        return this;
    }

    /**
     * Sets when the certificate is valid.
     *
     * @param from the first instant
     * @param until the last instant
     * @return this builder
     */
    public CertificateBuilder validBetween(Instant from, Instant until) {
        notBefore = from;
        notAfter = until;
        return this;
    }

    /**
     * Makes a certificate whose time ended an hour ago.
     *
     * @return this builder
     */
    public CertificateBuilder expired() {
        return validBetween(
                Instant.now().minus(Duration.ofDays(2)), Instant.now().minus(Duration.ofHours(1)));
    }

    /**
     * Makes a certificate whose time begins in an hour.
     *
     * @return this builder
     */
    public CertificateBuilder notYetValid() {
        return validBetween(
                Instant.now().plus(Duration.ofHours(1)), Instant.now().plus(Duration.ofDays(2)));
    }

    /**
     * Chooses what the certificate is for.
     *
     * @param allowed the purposes; none leaves the extension out, which allows all of them
     * @return this builder
     */
    public CertificateBuilder purposes(Purpose... allowed) {
        purposes = List.of(allowed);
        return this;
    }

    /**
     * Makes an X.509 version 1 certificate: no extension of any kind, thus no alternative names.
     *
     * @return this builder
     */
    public CertificateBuilder version1() {
        version1 = true;
        return this;
    }

    /**
     * Changes a bit of the signature.
     *
     * @return this builder
     */
    public CertificateBuilder corruptSignature() {
        corruptSignature = true;
        return this;
    }

    /**
     * Lets another authority sign in this one's name: a forgery.
     *
     * @param forger whose key signs
     * @return this builder
     */
    public CertificateBuilder forgedBy(TestAuthority forger) {
        signer = forger;
        return this;
    }

    /**
     * Says where the certificate's status is to be asked for.
     *
     * @param uri the address of an OCSP responder
     * @return this builder
     */
    public CertificateBuilder ocspResponder(String uri) {
        ocspResponder = Optional.of(uri);
        return this;
    }

    /**
     * Says that the certificate's status is not to be asked for (RFC 6960 section 4.2.2.2.1).
     *
     * @return this builder
     */
    public CertificateBuilder ocspNoCheck() {
        ocspNoCheck = true;
        return this;
    }

    /**
     * Adds a critical extension that nobody knows.
     *
     * @return this builder
     */
    public CertificateBuilder unknownCriticalExtension() {
        unknownCriticalExtension = true;
        return this;
    }

    /**
     * Makes and signs the certificate.
     *
     * @return the certificate with its key and its way to the root
     */
    public IssuedCertificate issue() {
        KeyPair keys =
                givenKeys.orElseGet(() -> ownKey ? keyKind.generate() : KeyPool.take(keyKind));
        try {
            X509CertificateHolder holder =
                    version1
                            ? version1(keys.getPublic(), signer.signer())
                            : version3(keys.getPublic(), signer.signer());
            List<X509Certificate> chain = new ArrayList<>();
            chain.add(parse(corruptSignature ? corrupted(holder) : holder.getEncoded()));
            chain.addAll(issuer.intermediates());
            return new IssuedCertificate(chain, keys.getPrivate());
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException("Bouncy Castle cannot encode the certificate", e);
        }
    }

    private X509CertificateHolder version1(PublicKey key, ContentSigner contentSigner) {
        return new JcaX509v1CertificateBuilder(
                        issuerName(),
                        TestAuthority.newSerial(),
                        Date.from(notBefore),
                        Date.from(notAfter),
                        AuthorityCertificate.principal(commonName),
                        key)
                .build(contentSigner);
    }

    private X509CertificateHolder version3(PublicKey key, ContentSigner contentSigner)
            throws IOException {
        X509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        issuerName(),
                        TestAuthority.newSerial(),
                        Date.from(notBefore),
                        Date.from(notAfter),
                        AuthorityCertificate.principal(commonName),
                        key);
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils(Digests.sha1());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                extensions.createAuthorityKeyIdentifier(issuer.publicKey()));
        if (!names.isEmpty()) {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(names.toArray(GeneralName[]::new)));
        }
        if (!purposes.isEmpty()) {
            KeyPurposeId[] ids = purposes.stream().map(Purpose::id).toArray(KeyPurposeId[]::new);
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(ids));
        }
        if (ocspResponder.isPresent()) {
            GeneralName address =
                    new GeneralName(GeneralName.uniformResourceIdentifier, ocspResponder.get());
            builder.addExtension(
                    Extension.authorityInfoAccess,
                    false,
                    new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, address));
        }
        if (ocspNoCheck) {
            builder.addExtension(
                    OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        }
        if (unknownCriticalExtension) {
            builder.addExtension(UNKNOWN_EXTENSION, true, DERNull.INSTANCE);
        }
        return builder.build(contentSigner);
    }

    private X500Principal issuerName() {
        return issuer.certificate().getSubjectX500Principal();
    }

    /**
     * The signature stands at the end of a certificate; its last byte is part of a number in every
     * algorithm used here.
     */
    private static byte[] corrupted(X509CertificateHolder holder) throws IOException {
        byte[] der = holder.getEncoded();
        der[der.length - 1] ^= 1;
        return der;
    }

    private static X509Certificate parse(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }
}
