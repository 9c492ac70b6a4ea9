package io.rustls4j.programs;

import io.rustls4j.jsse.Rustls4jProvider;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;

/** Contexts of either provider, with one certificate for localhost and its authority. */
public enum Tls {
    RUSTLS(new Rustls4jProvider()),
    JDK(Security.getProvider("SunJSSE"));

    public static final char[] PASSWORD = "changeit".toCharArray();

    private static final TestAuthority AUTHORITY = TestAuthority.root("programs");
    private static final IssuedCertificate CERTIFICATE =
            AUTHORITY.newCertificate().dns("localhost").ip("127.0.0.1").issue();

    private final Provider provider;

    Tls(Provider provider) {
        this.provider = provider;
    }

    public Provider provider() {
        return provider;
    }

    public static X509Certificate authority() {
        return AUTHORITY.certificate();
    }

    public static byte[] authorityPem() {
        return AUTHORITY.pem();
    }

    /** The server's key and certificate. */
    public static KeyStore keys() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "server",
                CERTIFICATE.privateKey(),
                PASSWORD,
                CERTIFICATE.chain().toArray(X509Certificate[]::new));
        return store;
    }

    public static IssuedCertificate certificate() {
        return CERTIFICATE;
    }

    public SSLContext server() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS", provider);
        context.init(new KeyManager[] {keyManager()}, null, null);
        return context;
    }

    public X509KeyManager keyManager() throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX", provider);
        factory.init(keys(), PASSWORD);
        if (factory.getKeyManagers()[0] instanceof X509KeyManager manager) {
            return manager;
        }
        throw new GeneralSecurityException("no X509KeyManager from " + provider);
    }

    public SSLContext client() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS", provider);
        context.init(null, new X509TrustManager[] {trust()}, null);
        return context;
    }

    public X509TrustManager trust() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", authority());
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX", provider);
        factory.init(store);
        if (factory.getTrustManagers()[0] instanceof X509TrustManager manager) {
            return manager;
        }
        throw new GeneralSecurityException("no X509TrustManager from " + provider);
    }
}
