package io.rustls4j.jsse.parameters;

import io.rustls4j.SignatureScheme;
import java.util.Optional;
import java.util.Set;

/**
 * A signature scheme of rustls.
 *
 * @param value the scheme
 * @param name its name in JSSE
 * @param keyType the algorithm of keys that sign so, as key managers are asked for it
 * @param algorithm the JCA's name of the signature
 * @param parts what the algorithm's name is made of
 * @param curve the curve that the key has to be on
 * @param minimalKeySize how many bits an RSA key needs for the hash and its padding
 */
public record Scheme(
        SignatureScheme value,
        String name,
        String keyType,
        String algorithm,
        Set<String> parts,
        Optional<Curve> curve,
        int minimalKeySize) {
    /** PKCS #1 signs certificates in TLS 1.3, but no handshake. */
    public boolean isForTls13() {
        return !name.startsWith("rsa_pkcs1_");
    }

    /**
     * The hash of a PSS signature, as the JCA names it; empty for others, whose algorithm says it.
     */
    String pssHash() {
        return algorithm.equals("RSASSA-PSS") ? "SHA-" + name.substring(name.length() - 3) : "";
    }
}
