package io.rustls4j;

import io.rustls4j.pem.PemBlock;
import io.rustls4j.pem.PemReader;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The certificates that a verifier trusts (rustls's {@code RootCertStore}). Immutable. */
public final class RootCertStore {
    private static final System.Logger LOGGER = System.getLogger("io.rustls4j");

    private final List<CertificateDer> roots;
    private final List<CertificateDer> lenientRoots;

    private RootCertStore(Builder builder) {
        this.roots = List.copyOf(builder.roots);
        this.lenientRoots = List.copyOf(builder.lenientRoots);
    }

    /**
     * Starts an empty store.
     *
     * @return a builder for one thread
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A store with the certificates in PEM text, all of which must be usable.
     *
     * @param pem PEM text with at least one certificate
     * @return the store
     * @throws TlsConfigException if there is none, or one is not usable
     */
    public static RootCertStore ofPem(byte[] pem) {
        return builder().addPem(pem).build();
    }

    /**
     * The roots that must be usable: building a configuration fails if the engine cannot parse one.
     *
     * @return an immutable list
     */
    public List<CertificateDer> roots() {
        return roots;
    }

    /**
     * The roots that are left out where the engine cannot parse them.
     *
     * @return an immutable list
     */
    public List<CertificateDer> lenientRoots() {
        return lenientRoots;
    }

    /**
     * Whether there is nothing in the store.
     *
     * @return true if no certificate was added
     */
    public boolean isEmpty() {
        return roots.isEmpty() && lenientRoots.isEmpty();
    }

    /**
     * The names of the roots, as a server hints at them ({@code RootCertStore::subjects}); without
     * those lenient ones that the JDK cannot read.
     *
     * @return an immutable list of names in DER
     * @throws TlsConfigException if the JDK cannot read a root that must be usable
     */
    public List<byte[]> subjects() {
        List<byte[]> subjects = new ArrayList<>();
        for (CertificateDer root : roots) {
            try {
                subjects.add(subject(root));
            } catch (CertificateException e) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.TRUST_ANCHORS,
                        "the trust anchor " + root + " cannot be read: " + e.getMessage(),
                        e);
            }
        }
        for (CertificateDer root : lenientRoots) {
            try {
                subjects.add(subject(root));
            } catch (CertificateException e) {
                LOGGER.log(Level.DEBUG, "no hint at the trust anchor " + root, e);
            }
        }
        return List.copyOf(subjects);
    }

    private static byte[] subject(CertificateDer root) throws CertificateException {
        return root.toX509().getSubjectX500Principal().getEncoded();
    }

    /** Says how many roots there are. */
    @Override
    public String toString() {
        return "RootCertStore[" + (roots.size() + lenientRoots.size()) + " roots]";
    }

    /**
     * Collects trust anchors. For one thread; a builder may be used again after {@link #build()}.
     */
    public static final class Builder {
        private final List<CertificateDer> roots = new ArrayList<>();
        private final List<CertificateDer> lenientRoots = new ArrayList<>();

        private Builder() {}

        /**
         * Adds one certificate.
         *
         * @param certificate a trust anchor
         * @return this builder
         */
        public Builder add(CertificateDer certificate) {
            roots.add(certificate);
            return this;
        }

        /**
         * Adds one certificate.
         *
         * @param certificate a trust anchor
         * @return this builder
         * @throws TlsConfigException if it cannot be encoded
         */
        public Builder add(X509Certificate certificate) {
            return add(CertificateDer.of(certificate));
        }

        /**
         * Adds every certificate in PEM text (strict: {@code
         * rustls_root_cert_store_builder_add_pem} with {@code strict}).
         *
         * @param pem PEM text; blocks other than CERTIFICATE are skipped
         * @return this builder
         * @throws TlsConfigException if there is no certificate in it
         */
        public Builder addPem(byte[] pem) {
            roots.addAll(certificates(pem, "the PEM text"));
            return this;
        }

        /**
         * Adds the certificates in PEM text, of which those that the engine cannot parse are left
         * out when a configuration is built. For bundles of many roots, where one odd certificate
         * should not be the end.
         *
         * @param pem PEM text; blocks other than CERTIFICATE are skipped
         * @return this builder
         * @throws TlsConfigException if there is no certificate in it
         */
        public Builder addPemLenient(byte[] pem) {
            lenientRoots.addAll(certificates(pem, "the PEM text"));
            return this;
        }

        /**
         * Adds every certificate in a PEM file (strict).
         *
         * @param file a PEM file
         * @return this builder
         * @throws TlsConfigException if it cannot be read, or has no certificate
         */
        public Builder addPemFile(Path file) {
            try {
                roots.addAll(certificates(Files.readAllBytes(file), "the file " + file));
            } catch (IOException e) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.FILE,
                        "the file with trust anchors cannot be read: " + e,
                        e);
            }
            return this;
        }

        /**
         * Adds the trusted certificates of a Java key store (its certificate entries, not its keys'
         * chains).
         *
         * @param keyStore a loaded key store
         * @return this builder
         * @throws TlsConfigException if it is not loaded, or an entry cannot be encoded
         */
        public Builder addKeyStore(KeyStore keyStore) {
            try {
                for (String alias : Collections.list(keyStore.aliases())) {
                    if (keyStore.isCertificateEntry(alias)
                            && keyStore.getCertificate(alias)
                                    instanceof X509Certificate certificate) {
                        add(certificate);
                    }
                }
            } catch (KeyStoreException e) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.TRUST_ANCHORS,
                        "the key store is not loaded: " + e.getMessage(),
                        e);
            }
            return this;
        }

        /**
         * Makes the store.
         *
         * @return an immutable store with what was added so far, which may be nothing
         */
        public RootCertStore build() {
            return new RootCertStore(this);
        }

        private static List<CertificateDer> certificates(byte[] pem, String source) {
            List<PemBlock> blocks;
            try {
                blocks = PemReader.read(pem);
            } catch (IllegalArgumentException e) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.CERTIFICATE, source + ": " + e.getMessage(), e);
            }
            List<CertificateDer> found =
                    blocks.stream()
                            .filter(block -> block.label().equals("CERTIFICATE"))
                            .map(block -> CertificateDer.of(block.der()))
                            .toList();
            if (found.isEmpty()) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.TRUST_ANCHORS,
                        source + " has no CERTIFICATE block; at least one trust anchor is wanted");
            }
            return found;
        }
    }
}
