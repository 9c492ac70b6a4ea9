package io.rustls4j.jsse.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.jsse.Rustls4jProvider;
import io.rustls4j.jsse.engine.EnginePair;
import io.rustls4j.jsse.engine.Rustls4jEngine;
import io.rustls4j.jsse.keys.KeyChoice;
import io.rustls4j.jsse.keys.NoKeys;
import io.rustls4j.jsse.parameters.ContextKind;
import io.rustls4j.jsse.trust.PeerTrust;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Key managers of the JDK that decrypt their store for each handshake, and so hand out another key
 * object each time, cost no configuration each time.
 */
class FreshKeyObjectsTest {
    private static final int HANDSHAKES = 100;
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final TestAuthority AUTHORITY = TestAuthority.root("fresh key objects");

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void makeOneConfiguration(String protocol) throws Exception {
        KeyStore store = store();
        X509ExtendedKeyManager manager = manager(store);
        ContextState server = state(store, KeyChoice.of(manager));
        ContextState client = state(store, KeyChoice.of(NoKeys.INSTANCE));
        Set<PrivateKey> objects = Collections.newSetFromMap(new IdentityHashMap<>());

        for (int i = 0; i < HANDSHAKES; i++) {
            objects.add(manager.getPrivateKey(alias(manager)));
            Rustls4jEngine from = new Rustls4jEngine(client, EnginePair.NAME, 443);
            EnginePair pair = new EnginePair(from, new Rustls4jEngine(server), protocol);
            pair.handshake();
            pair.client.getSession().invalidate();
            pair.close();
        }

        assertThat(objects).as("what this test is about").hasSize(HANDSHAKES);
        assertThat(server.serverConfigs().cache().size()).isEqualTo(1);
    }

    private static String alias(X509ExtendedKeyManager manager) {
        return manager.chooseEngineServerAlias("EC", null, null);
    }

    private static ContextState state(KeyStore store, KeyChoice keys) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX", new Rustls4jProvider());
        trust.init(store);
        TrustManager[] managers = trust.getTrustManagers();
        return new ContextState(
                ContextKind.TLS, PeerTrust.of((X509TrustManager) managers[0]), keys);
    }

    private static X509ExtendedKeyManager manager(KeyStore store) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("NewSunX509", "SunJSSE");
        keys.init(store, PASSWORD);
        return (X509ExtendedKeyManager) keys.getKeyManagers()[0];
    }

    private static KeyStore store() throws Exception {
        IssuedCertificate certificate = AUTHORITY.newCertificate().dns(EnginePair.NAME).issue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "own",
                certificate.privateKey(),
                PASSWORD,
                certificate.chain().toArray(X509Certificate[]::new));
        store.setCertificateEntry("authority", AUTHORITY.certificate());
        return store;
    }
}
