package io.rustls4j.testkit;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** The kinds of key that a certificate can be made for. */
public enum KeyKind {
    /** RSA with 2048 bits. */
    RSA_2048("RSA", "SHA256withRSA"),
    /** ECDSA on P-256. */
    EC_P256("EC", "SHA256withECDSA"),
    /** ECDSA on P-384. */
    EC_P384("EC", "SHA384withECDSA"),
    /** Ed25519. */
    ED25519("Ed25519", "Ed25519");

    private final String algorithm;
    private final String signatureAlgorithm;

    KeyKind(String algorithm, String signatureAlgorithm) {
        this.algorithm = algorithm;
        this.signatureAlgorithm = signatureAlgorithm;
    }

    /**
     * Makes a key pair that nobody else has.
     *
     * @return the pair
     */
    public KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK makes no keys of the kind " + this, e);
        }
    }

    /**
     * How such a key signs certificates.
     *
     * @return the JCA name of the algorithm
     */
    String signatureAlgorithm() {
        return signatureAlgorithm;
    }

    private AlgorithmParameterSpec parameters() {
        return switch (this) {
            case RSA_2048 -> new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4);
            case EC_P256 -> new ECGenParameterSpec("secp256r1");
            case EC_P384 -> new ECGenParameterSpec("secp384r1");
            case ED25519 -> NamedParameterSpec.ED25519;
        };
    }
}
