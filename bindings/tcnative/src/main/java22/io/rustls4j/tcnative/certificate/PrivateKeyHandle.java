package io.rustls4j.tcnative.certificate;

import io.rustls4j.CertificateDer;
import io.rustls4j.CertifiedKey;
import io.rustls4j.KeyMaterial;
import io.rustls4j.pem.PemWriter;
import io.rustls4j.tcnative.bio.MemBio;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * OpenSSL's {@code EVP_PKEY}: a private key with as many owners as have asked for it. When the last
 * of them frees it, its bytes are zeroed. Thread-safe.
 */
public final class PrivateKeyHandle {
    private final KeyMaterial.Encoded key;
    private final ByteBuffer fingerprint;
    private int owners = 1;

    /** For the next connection, which mostly comes with the same chain. */
    private @Nullable Certified latest;

    private record Certified(List<CertificateDer> chain, CertifiedKey key) {}

    private PrivateKeyHandle(KeyMaterial.Encoded key) {
        this.key = key;
        this.fingerprint = fingerprint(key.der());
    }

    /**
     * Reads the first private key there is.
     *
     * @param bio PEM text: PKCS#8, encrypted or not, PKCS#1 or SEC 1
     * @param password what an encrypted key is encrypted with, or null
     * @return the key, with one owner
     * @throws Exception if there is none, it cannot be decrypted, or it is none that TLS can use
     */
    public static PrivateKeyHandle parse(MemBio bio, @Nullable String password) throws Exception {
        byte[] pem = bio.contents();
        try {
            return new PrivateKeyHandle(KeyPem.read(pem, password));
        } finally {
            Arrays.fill(pem, (byte) 0);
        }
    }

    /**
     * What tells this key from others.
     *
     * @return an object that is equal for equal keys, and tells nothing of them
     */
    public Object identity() {
        return fingerprint;
    }

    /**
     * Puts the key to its certificates. What comes of it has a copy of the key, because it may be
     * used after the key has been freed here.
     *
     * @param chain the end-entity certificate first
     * @return chain and key
     * @throws io.rustls4j.TlsConfigException if the chain is empty
     * @throws IllegalStateException if the key has been freed
     */
    public synchronized CertifiedKey certify(List<CertificateDer> chain) {
        requireOwner();
        Certified known = latest;
        if (known != null && known.chain.equals(chain)) {
            return known.key;
        }
        byte[] chainPem =
                PemWriter.writeAll(
                        "CERTIFICATE", chain.stream().map(CertificateDer::bytes).toList());
        byte[] keyPem = PemWriter.write(key.label(), key.der());
        try {
            CertifiedKey certified = CertifiedKey.fromPem(chainPem, keyPem);
            latest = new Certified(List.copyOf(chain), certified);
            return certified;
        } finally {
            Arrays.fill(keyPem, (byte) 0);
        }
    }

    /**
     * Adds an owner ({@code EVP_PKEY_up_ref}).
     *
     * @return this key
     * @throws IllegalStateException if the key has been freed
     */
    public synchronized PrivateKeyHandle retain() {
        requireOwner();
        owners++;
        return this;
    }

    /**
     * Takes an owner away ({@code EVP_PKEY_free}).
     *
     * @throws IllegalStateException if there is none
     */
    public synchronized void free() {
        requireOwner();
        owners--;
        if (owners == 0) {
            Arrays.fill(key.der(), (byte) 0);
            latest = null;
        }
    }

    @Override
    public String toString() {
        return "PrivateKeyHandle[" + key.label() + "]";
    }

    private void requireOwner() {
        if (owners == 0) {
            throw new IllegalStateException("the private key has been freed");
        }
    }

    private static ByteBuffer fingerprint(byte[] der) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(der))
                    .asReadOnlyBuffer();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
