package io.rustls4j.jsse.context;

import io.rustls4j.jsse.Rustls4jProvider;
import io.rustls4j.jsse.engine.EnginePair;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Prints what contexts do whose default trust store is the one that a property names. */
final class UnreadableTrustStoreProgram {
    private static final char[] PASSWORD = "password".toCharArray();

    private UnreadableTrustStoreProgram() {}

    public static void main(String[] arguments) throws Exception {
        for (Provider provider : List.of(Security.getProvider("SunJSSE"), new Rustls4jProvider())) {
            String name = provider.getName();
            SSLContext context = SSLContext.getInstance("TLS", provider);
            context.init(keys(), null, null);
            System.out.println(name + " is initialized");
            try {
                new EnginePair(
                                context.createSSLEngine(EnginePair.NAME, 443),
                                context.createSSLEngine(),
                                "TLSv1.3")
                        .handshake();
                System.out.println(name + " trusts");
            } catch (SSLException e) {
                System.out.println(name + " trusts nobody: " + causes(e));
            }
            try {
                SSLContext unused = SSLContext.getInstance("Default", provider);
                System.out.println(name + " has a default");
            } catch (NoSuchAlgorithmException e) {
                System.out.println(name + " has no default: " + causes(e));
            }
        }
    }

    private static String causes(Exception e) {
        StringBuilder causes = new StringBuilder();
        for (@Nullable Throwable each = e; each != null; each = each.getCause()) {
            causes.append(each.getClass().getSimpleName()).append(' ');
        }
        return causes.toString();
    }

    private static KeyManager[] keys() throws Exception {
        IssuedCertificate identity =
                TestAuthority.root("unread").newCertificate().dns(EnginePair.NAME).issue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "identity",
                identity.privateKey(),
                PASSWORD,
                identity.chain().toArray(Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX", "SunJSSE");
        factory.init(store, PASSWORD);
        return factory.getKeyManagers();
    }
}
