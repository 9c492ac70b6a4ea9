package io.rustls4j.jsse.peers;

import io.rustls4j.jsse.Rustls4jProvider;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Contexts, and the files that other programs read the same from. */
final class Contexts {
    static final TestAuthority ROOT = TestAuthority.root("peers root");
    static final TestAuthority AUTHORITY = ROOT.intermediate("peers intermediate");
    static final IssuedCertificate CLIENT =
            AUTHORITY.newCertificate().commonName("peers client").issue();

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Provider OURS = new Rustls4jProvider();

    private Contexts() {}

    static IssuedCertificate localhost(KeyKind kind) {
        return AUTHORITY.newCertificate().dns("localhost").ip("127.0.0.1").key(kind).issue();
    }

    static SSLContext ours(IssuedCertificate own) throws Exception {
        return of(OURS, own.chain(), own.privateKey());
    }

    static SSLContext ours(List<X509Certificate> chain, PrivateKey key) throws Exception {
        return of(OURS, chain, key);
    }

    /** Trusts the root. */
    static SSLContext of(Provider provider, List<X509Certificate> chain, PrivateKey key)
            throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", key, PASSWORD, chain.toArray(X509Certificate[]::new));
        store.setCertificateEntry("root", ROOT.certificate());
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX", provider);
        keys.init(store, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX", provider);
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS", provider);
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    static String rootFile(Path directory) throws IOException {
        return Files.write(directory.resolve("root.pem"), ROOT.pem()).toString();
    }

    static String intermediatesFile(Path directory) throws IOException {
        return Files.write(directory.resolve("intermediates.pem"), AUTHORITY.pem()).toString();
    }
}
