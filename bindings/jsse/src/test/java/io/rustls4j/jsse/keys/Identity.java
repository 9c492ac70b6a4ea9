package io.rustls4j.jsse.keys;

import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TokenKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v1CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A chain and a key, not always one that fits it. */
record Identity(List<X509Certificate> chain, PrivateKey privateKey) {
    static final X500Principal NAME = new X500Principal("CN=odd");

    static Identity of(IssuedCertificate issued) {
        return new Identity(issued.chain(), issued.privateKey());
    }

    /** Self-signed, with a kind of key that the testkit has not. */
    static Identity selfSigned(
            String keyAlgorithm, AlgorithmParameterSpec spec, String signatureAlgorithm)
            throws GeneralSecurityException, OperatorCreationException {
        KeyPair keys = keyPair(keyAlgorithm, spec);
        return signed(keys, keys, signatureAlgorithm);
    }

    private static KeyPair keyPair(String algorithm, AlgorithmParameterSpec spec)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(spec);
        return generator.generateKeyPair();
    }

    private static Identity signed(KeyPair keys, KeyPair issuer, String signatureAlgorithm)
            throws GeneralSecurityException, OperatorCreationException {
        X509Certificate certificate =
                new JcaX509CertificateConverter()
                        .getCertificate(
                                new JcaX509v3CertificateBuilder(
                                                NAME,
                                                BigInteger.ONE,
                                                before(),
                                                after(),
                                                NAME,
                                                keys.getPublic())
                                        .build(
                                                new JcaContentSignerBuilder(signatureAlgorithm)
                                                        .build(issuer.getPrivate())));
        return new Identity(List.of(certificate), keys.getPrivate());
    }

    /** Of an authority that signs with ECDSA, with a kind of key that the testkit has not. */
    static Identity certified(String keyAlgorithm, AlgorithmParameterSpec spec)
            throws GeneralSecurityException, OperatorCreationException {
        KeyPair issuer = keyPair("EC", new ECGenParameterSpec("secp256r1"));
        return signed(keyPair(keyAlgorithm, spec), issuer, "SHA256withECDSA");
    }

    /** X.509 version 1, which webpki does not read. */
    Identity version1(String signatureAlgorithm)
            throws GeneralSecurityException, OperatorCreationException {
        X509Certificate certificate =
                new JcaX509CertificateConverter()
                        .getCertificate(
                                new JcaX509v1CertificateBuilder(
                                                NAME,
                                                BigInteger.ONE,
                                                before(),
                                                after(),
                                                NAME,
                                                publicKey())
                                        .build(
                                                new JcaContentSignerBuilder(signatureAlgorithm)
                                                        .build(privateKey)));
        return new Identity(List.of(certificate), privateKey);
    }

    Identity withKey(PrivateKey other) {
        return new Identity(chain, other);
    }

    /** The same key as a token would give it out. */
    Identity inToken() {
        return withKey(TokenKey.of(privateKey));
    }

    PublicKey publicKey() {
        return chain.getFirst().getPublicKey();
    }

    Credential credential() {
        return new Credential("alias", chain, privateKey);
    }

    private static Date before() {
        return Date.from(Instant.now().minus(Duration.ofHours(1)));
    }

    private static Date after() {
        return Date.from(Instant.now().plus(Duration.ofDays(1)));
    }
}
