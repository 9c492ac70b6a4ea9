package io.rustls4j.benchmarks.credentials;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;

/** Reads the files for contestants that speak the JDK's language. */
public final class JcaCredentials {
    private static final String ALIAS = "benchmark";
    private static final char[] NO_PASSWORD = {};

    private JcaCredentials() {}

    /** A key store with the root as its one trust anchor. */
    public static KeyStore anchors(Credentials credentials)
            throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        store.setCertificateEntry(ALIAS, certificates(credentials.root()).getFirst());
        return store;
    }

    /** Key managers with one identity. */
    public static KeyManager[] keyManagers(Credentials.Identity identity, KeyManagerFactory factory)
            throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        X509Certificate[] chain = certificates(identity.chain()).toArray(X509Certificate[]::new);
        store.setKeyEntry(ALIAS, privateKey(identity, chain[0]), NO_PASSWORD, chain);
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    /** What stands in a file of certificates, in its order. */
    public static List<X509Certificate> certificates(Path file)
            throws GeneralSecurityException, IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    private static PrivateKey privateKey(Credentials.Identity identity, X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        String base64 = Files.readString(identity.key()).replaceAll("-----[^-]*-----", "");
        return KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        @Nullable InputStream nothing = null;
        store.load(nothing, null);
        return store;
    }
}
