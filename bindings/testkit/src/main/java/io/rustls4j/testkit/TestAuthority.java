package io.rustls4j.testkit;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority that exists for one test run. Two with the same name are different
 * authorities: each has its own key. Immutable.
 */
public final class TestAuthority {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final X509Certificate certificate;
    private final List<X509Certificate> intermediates;
    private final PrivateKey privateKey;
    private final KeyKind kind;

    private TestAuthority(
            X509Certificate certificate,
            List<X509Certificate> intermediates,
            PrivateKey privateKey,
            KeyKind kind) {
        this.certificate = certificate;
        this.intermediates = List.copyOf(intermediates);
        this.privateKey = privateKey;
        this.kind = kind;
    }

    /**
     * Makes a root with a P-256 key.
     *
     * @param commonName its name
     * @return a self-signed authority
     */
    public static TestAuthority root(String commonName) {
        return root(commonName, KeyKind.EC_P256);
    }

    /**
     * Makes a root.
     *
     * @param commonName its name
     * @param kind what it signs with
     * @return a self-signed authority
     */
    public static TestAuthority root(String commonName, KeyKind kind) {
        KeyPair keys = kind.generate();
        X509Certificate certificate =
                new AuthorityCertificate(commonName, keys.getPublic())
                        .signedBy(commonName, keys.getPublic(), signer(kind, keys.getPrivate()));
        return new TestAuthority(certificate, List.of(), keys.getPrivate(), kind);
    }

    /**
     * Makes an authority below this one, with the same kind of key.
     *
     * @param commonName its name
     * @return an authority whose end entities come with its certificate
     */
    public TestAuthority intermediate(String commonName) {
        KeyPair keys = kind.generate();
        X509Certificate issued =
                new AuthorityCertificate(commonName, keys.getPublic()).signedBy(this);
        List<X509Certificate> path = new ArrayList<>();
        path.add(issued);
        path.addAll(intermediates);
        return new TestAuthority(issued, path, keys.getPrivate(), kind);
    }

    /**
     * Starts an end entity's certificate: P-256, for servers and clients, valid from an hour ago
     * until tomorrow.
     *
     * @return a builder for one thread
     */
    public CertificateBuilder newCertificate() {
        return new CertificateBuilder(this);
    }

    /**
     * Starts a revocation list: nothing revoked, valid from an hour ago until tomorrow.
     *
     * @return a builder for one thread
     */
    public RevocationListBuilder newRevocationList() {
        return new RevocationListBuilder(this);
    }

    /**
     * Says that a certificate of this authority is good (OCSP, RFC 6960).
     *
     * @param issued the certificate
     * @return the DER encoding of the response, to be stapled
     */
    public byte[] ocspGood(IssuedCertificate issued) {
        return OcspStaple.good(this, issued.certificate());
    }

    /**
     * The authority's own certificate.
     *
     * @return a trust anchor, if this is a root
     */
    public X509Certificate certificate() {
        return certificate;
    }

    /**
     * The authority's own certificate as text.
     *
     * @return one PEM block
     */
    public byte[] pem() {
        return IssuedCertificate.pemOf(List.of(certificate));
    }

    /**
     * The authority's name as it stands in certificates and in lists of acceptable authorities.
     *
     * @return the DER encoding
     */
    public byte[] encodedName() {
        return certificate.getSubjectX500Principal().getEncoded();
    }

    /**
     * What an end entity sends after its own certificate: the way from here to the root, without
     * the root.
     */
    List<X509Certificate> intermediates() {
        return intermediates;
    }

    PublicKey publicKey() {
        return certificate.getPublicKey();
    }

    ContentSigner signer() {
        return signer(kind, privateKey);
    }

    static BigInteger newSerial() {
        return new BigInteger(63, RANDOM).add(BigInteger.ONE);
    }

    private static ContentSigner signer(KeyKind kind, PrivateKey key) {
        try {
            return new JcaContentSignerBuilder(kind.signatureAlgorithm()).build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("this JDK cannot sign with " + kind, e);
        }
    }
}
