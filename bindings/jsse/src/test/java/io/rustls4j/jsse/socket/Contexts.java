package io.rustls4j.jsse.socket;

import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Contexts of any provider with one identity. */
final class Contexts {
    static final TestAuthority ROOT = TestAuthority.root("root of sockets");
    static final TestAuthority STRANGER = TestAuthority.root("a stranger");

    private static final char[] PASSWORD = "password".toCharArray();
    private static final IssuedCertificate IDENTITY =
            ROOT.newCertificate().dns("localhost", "name.example").issue();

    private Contexts() {}

    static SSLContext of(Provider provider, TestAuthority trusted) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX", "SunJSSE");
            KeyStore roots = emptyStore();
            roots.setCertificateEntry("root", trusted.certificate());
            trust.init(roots);
            SSLContext made = SSLContext.getInstance("TLS", provider);
            made.init(keys(), trust.getTrustManagers(), null);
            return made;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no context of " + provider, e);
        }
    }

    static KeyManager[] keys() throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509", "SunJSSE");
        KeyStore own = emptyStore();
        own.setKeyEntry(
                "identity",
                IDENTITY.privateKey(),
                PASSWORD,
                IDENTITY.chain().toArray(Certificate[]::new));
        keys.init(own, PASSWORD);
        return keys.getKeyManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
