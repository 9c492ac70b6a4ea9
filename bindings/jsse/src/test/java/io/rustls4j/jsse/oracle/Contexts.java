package io.rustls4j.jsse.oracle;

import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.cert.Certificate;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Contexts of a provider, with that provider's own managers. */
final class Contexts {
    private static final char[] PASSWORD = "password".toCharArray();

    private Contexts() {}

    static SSLContext of(
            Provider provider,
            @Nullable IssuedCertificate key,
            TestAuthority trusted,
            UnaryOperator<X509ExtendedTrustManager> wrapper)
            throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS", provider);
        context.init(keys(provider, key), trust(provider, trusted, wrapper), null);
        return context;
    }

    private static KeyManager[] keys(Provider provider, @Nullable IssuedCertificate key)
            throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        if (key != null) {
            store.setKeyEntry(
                    "key", key.privateKey(), PASSWORD, key.chain().toArray(Certificate[]::new));
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX", provider);
        factory.init(store, PASSWORD);
        return factory.getKeyManagers();
    }

    private static TrustManager[] trust(
            Provider provider,
            TestAuthority trusted,
            UnaryOperator<X509ExtendedTrustManager> wrapper)
            throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        store.setCertificateEntry("root", trusted.certificate());
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX", provider);
        factory.init(store);
        X509ExtendedTrustManager manager = (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        return new TrustManager[] {wrapper.apply(manager)};
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
