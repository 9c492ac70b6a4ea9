package io.rustls4j.jsse.engine;

import io.rustls4j.jsse.Rustls4jProvider;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.TestAuthority;
import java.security.KeyStore;
import java.security.Provider;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of some kind for "server.example", which both sides show and trust. */
public final class Identity {
    /** The server's name. */
    public static final String NAME = "server.example";

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Provider PROVIDER = new Rustls4jProvider();
    private static final TestAuthority AUTHORITY = TestAuthority.root("engines");

    private Identity() {}

    /** A context of this provider with such a key. */
    public static SSLContext context(KeyKind kind) throws Exception {
        IssuedCertificate certificate = AUTHORITY.newCertificate().dns(NAME).key(kind).issue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "own",
                certificate.privateKey(),
                PASSWORD,
                certificate.chain().toArray(X509Certificate[]::new));
        store.setCertificateEntry("authority", AUTHORITY.certificate());
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509", PROVIDER);
        keys.init(store, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX", PROVIDER);
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS", PROVIDER);
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
