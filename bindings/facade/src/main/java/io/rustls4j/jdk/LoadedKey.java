package io.rustls4j.jdk;

import io.rustls4j.SignatureScheme;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A certificate chain with its key, as the JDK takes them.
 *
 * @param chain the certificates, end entity first
 * @param key what signs
 * @param schemes what it can sign with
 */
record LoadedKey(List<X509Certificate> chain, PrivateKey key, List<SignatureScheme> schemes) {
    /** JSSE's name for the kind of key, such as EC. */
    String type() {
        return key.getAlgorithm();
    }

    /** The same key where only some schemes may be used. */
    LoadedKey limitedTo(List<SignatureScheme> allowed) {
        return new LoadedKey(chain, key, schemes.stream().filter(allowed::contains).toList());
    }

    X509Certificate[] chainArray() {
        return chain.toArray(X509Certificate[]::new);
    }

    @Override
    public String toString() {
        return "LoadedKey[" + type() + "]";
    }
}
