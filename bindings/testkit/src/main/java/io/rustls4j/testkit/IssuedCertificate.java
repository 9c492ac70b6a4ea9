package io.rustls4j.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * An end entity's certificate with the intermediates that lead to the root, and its private key.
 * Immutable.
 */
public final class IssuedCertificate {
    private final List<X509Certificate> chain;
    private final PrivateKey privateKey;

    IssuedCertificate(List<X509Certificate> chain, PrivateKey privateKey) {
        this.chain = List.copyOf(chain);
        this.privateKey = privateKey;
    }

    /**
     * The end entity's certificate.
     *
     * @return the first of the chain
     */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /**
     * What a TLS peer sends.
     *
     * @return the end entity's certificate and the intermediates, without the root
     */
    public List<X509Certificate> chain() {
        return chain;
    }

    /**
     * The end entity's key.
     *
     * @return a key that shows its PKCS#8 encoding
     */
    public PrivateKey privateKey() {
        return privateKey;
    }

    /**
     * The chain as text.
     *
     * @return one PEM block per certificate
     */
    public byte[] chainPem() {
        return pemOf(chain);
    }

    /**
     * The key as text.
     *
     * @return one PEM block labelled PRIVATE KEY
     */
    public byte[] keyPem() {
        return Pem.encode("PRIVATE KEY", privateKey.getEncoded());
    }

    /**
     * Writes chain and key to files.
     *
     * @param directory where
     * @param name the first part of the files' names
     * @return where they are
     * @throws IOException if they cannot be written
     */
    public PemFiles writeTo(Path directory, String name) throws IOException {
        PemFiles files =
                new PemFiles(directory.resolve(name + ".pem"), directory.resolve(name + ".key"));
        Files.write(files.chain(), chainPem());
        Files.write(files.key(), keyPem());
        return files;
    }

    static byte[] pemOf(List<X509Certificate> certificates) {
        ByteArrayOutputStream pem = new ByteArrayOutputStream();
        try {
            for (X509Certificate certificate : certificates) {
                pem.writeBytes(Pem.encode("CERTIFICATE", certificate.getEncoded()));
            }
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was parsed does not encode", e);
        }
        return pem.toByteArray();
    }
}
