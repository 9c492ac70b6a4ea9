package io.rustls4j.jsse.keys;

import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a key manager has under an alias.
 *
 * @param alias the alias
 * @param chain the certificates, end entity first; not empty
 * @param privateKey the key, possibly without an encoding
 */
record Credential(String alias, List<X509Certificate> chain, PrivateKey privateKey) {
    PublicKey publicKey() {
        return chain.getFirst().getPublicKey();
    }

    /** The type that key managers are asked for, if both halves of the key are of one. */
    Optional<String> keyType() {
        String type = keyType(publicKey());
        return type.equals(keyType(privateKey)) ? Optional.of(type) : Optional.empty();
    }

    /** Not every provider calls its keys what the JDK calls them. */
    private static String keyType(Key key) {
        String algorithm = key.getAlgorithm();
        return switch (algorithm) {
            case "ECDSA" -> "EC";
            case "Ed25519", "Ed448" -> "EdDSA";
            default -> algorithm;
        };
    }

    X509Certificate[] chainArray() {
        return chain.toArray(new X509Certificate[0]);
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return alias
                + " ("
                + privateKey.getAlgorithm()
                + ", "
                + chain.getFirst().getSubjectX500Principal()
                + ")";
    }
}
