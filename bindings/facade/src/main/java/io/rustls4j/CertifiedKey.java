package io.rustls4j;

import io.rustls4j.pem.PemBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Destroyable;
import org.jspecify.annotations.Nullable;

/**
 * A certificate chain with its private key (rustls's {@code CertifiedKey}). Immutable, but for
 * {@link #destroy()}; may be shared between threads and configurations. Compared by identity.
 */
public final class CertifiedKey implements Destroyable {
    private static final Set<String> KEY_LABELS =
            Set.of("PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY");

    private final List<CertificateDer> chain;
    private final KeyMaterial key;
    private final byte @Nullable [] ocspResponse;
    private volatile boolean destroyed;

    private CertifiedKey(
            List<CertificateDer> chain, KeyMaterial key, byte @Nullable [] ocspResponse) {
        if (chain.isEmpty()) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.CERTIFICATE,
                    "the certificate chain is empty; the end-entity certificate comes first in it");
        }
        this.chain = List.copyOf(chain);
        this.key = key;
        this.ocspResponse = ocspResponse;
    }

    /**
     * Reads chain and key from PEM text. The caller may zero {@code keyPem} afterwards.
     *
     * @param chainPem the certificates, end entity first
     * @param keyPem one private key: PKCS#8, PKCS#1 or SEC 1, not encrypted
     * @return the certified key
     * @throws TlsConfigException if there is no certificate, or not exactly one key
     */
    public static CertifiedKey fromPem(byte[] chainPem, byte[] keyPem) {
        return new CertifiedKey(readChain(chainPem), readKey(keyPem), null);
    }

    /**
     * Reads chain and key from PEM files.
     *
     * @param chainFile the certificates, end entity first
     * @param keyFile one private key: PKCS#8, PKCS#1 or SEC 1, not encrypted
     * @return the certified key
     * @throws TlsConfigException if a file cannot be read, there is no certificate, or not exactly
     *     one key
     */
    public static CertifiedKey fromPemFiles(Path chainFile, Path keyFile) {
        byte[] chainPem = readFile("certificates", chainFile);
        byte[] keyPem = readFile("the private key", keyFile);
        try {
            return fromPem(chainPem, keyPem);
        } finally {
            Arrays.fill(keyPem, (byte) 0);
        }
    }

    /**
     * Takes chain and key as Java has them. A key that shows its PKCS#8 encoding is handed to the
     * engine; one that does not (PKCS#11, HSM) stays where it is and signs through its provider,
     * see {@link ProviderSigningKey}.
     *
     * @param chain the certificates, end entity first
     * @param privateKey the private key of the first certificate
     * @return the certified key
     * @throws TlsConfigException if the chain is empty or the kind of key is not supported
     */
    public static CertifiedKey of(List<X509Certificate> chain, PrivateKey privateKey) {
        List<CertificateDer> ders = new ArrayList<>(chain.size());
        for (X509Certificate certificate : chain) {
            ders.add(CertificateDer.of(certificate));
        }
        byte[] encoded = "PKCS#8".equals(privateKey.getFormat()) ? privateKey.getEncoded() : null;
        if (encoded != null) {
            return new CertifiedKey(ders, new KeyMaterial.Encoded("PRIVATE KEY", encoded), null);
        }
        if (chain.isEmpty()) {
            return new CertifiedKey(
                    ders, new KeyMaterial.Encoded("PRIVATE KEY", new byte[0]), null);
        }
        return new CertifiedKey(
                ders,
                new KeyMaterial.Opaque(
                        ProviderSigningKey.of(privateKey, chain.getFirst().getPublicKey())),
                null);
    }

    /**
     * Takes a chain and a key that signs where it is.
     *
     * @param chain the certificates, end entity first
     * @param signingKey what signs for the first of them
     * @return the certified key
     * @throws TlsConfigException if the chain is empty, or the key has no scheme
     */
    public static CertifiedKey of(List<CertificateDer> chain, SigningKey signingKey) {
        if (signingKey.schemes().isEmpty()) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.PRIVATE_KEY,
                    "the signing key has no signature scheme; one at least is wanted");
        }
        return new CertifiedKey(chain, new KeyMaterial.Opaque(signingKey), null);
    }

    /**
     * The same chain and key with an OCSP response to staple ({@code
     * rustls_certified_key_clone_with_ocsp}).
     *
     * @param response the DER encoding of an OCSP response (RFC 6960); not parsed here
     * @return another certified key, which shares this one's key: destroying one destroys the other
     */
    public CertifiedKey withOcspResponse(byte[] response) {
        return new CertifiedKey(chain, key, response.clone());
    }

    /**
     * The certificates.
     *
     * @return an immutable list, end entity first, never empty
     */
    public List<CertificateDer> chain() {
        return chain;
    }

    /**
     * Where the key is. For engines; the bytes in it are the key itself.
     *
     * @return the key material
     * @throws IllegalStateException after {@link #destroy()}
     */
    public KeyMaterial key() {
        if (isDestroyed()) {
            throw new IllegalStateException("the private key has been destroyed");
        }
        return key;
    }

    /**
     * The OCSP response to staple.
     *
     * @return a copy, or empty
     */
    public Optional<byte[]> ocspResponse() {
        return ocspResponse == null ? Optional.empty() : Optional.of(ocspResponse.clone());
    }

    /**
     * Zeroes the key's bytes here. Configurations built before keep their own copy until they are
     * closed.
     */
    @Override
    public void destroy() {
        destroyed = true;
        if (key instanceof KeyMaterial.Encoded encoded) {
            Arrays.fill(encoded.der(), (byte) 0);
        }
    }

    @Override
    public boolean isDestroyed() {
        return destroyed;
    }

    /** Says how long the chain is and of what kind the key. */
    @Override
    public String toString() {
        return "CertifiedKey[" + chain.size() + " certificates, " + key + "]";
    }

    private static byte[] readFile(String what, Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.FILE,
                    "the file with " + what + " cannot be read: " + e,
                    e);
        }
    }

    private static List<CertificateDer> readChain(byte[] pem) {
        List<CertificateDer> chain = new ArrayList<>();
        for (PemBlock block : PemText.blocks(pem, TlsConfigException.Reason.CERTIFICATE)) {
            if (block.label().equals("CERTIFICATE")) {
                chain.add(CertificateDer.of(block.der()));
            }
        }
        return chain;
    }

    private static KeyMaterial readKey(byte[] pem) {
        List<PemBlock> keys =
                PemText.blocks(pem, TlsConfigException.Reason.PRIVATE_KEY).stream()
                        .filter(block -> block.label().endsWith("PRIVATE KEY"))
                        .toList();
        if (keys.size() != 1) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.PRIVATE_KEY,
                    "the PEM text has " + keys.size() + " private keys; one is wanted");
        }
        PemBlock block = keys.getFirst();
        if (!KEY_LABELS.contains(block.label())) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.PRIVATE_KEY,
                    "a private key in a block "
                            + block.label()
                            + "; wanted is one of "
                            + KEY_LABELS
                            + ", not encrypted");
        }
        return new KeyMaterial.Encoded(block.label(), block.der());
    }
}
