package io.rustls4j.jdk;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * Contexts of the JDK's own provider, asked for by name: the provider that is installed first may
 * be the one that is built on this engine.
 */
final class SslContexts {
    static final String PROVIDER = "SunJSSE";

    private static final SecureRandom RANDOM = new SecureRandom();

    private SslContexts() {}

    static SSLContext create(KeyManager keys, TrustManager trust) {
        return create(new KeyManager[] {keys}, new TrustManager[] {trust});
    }

    /** A context to ask for what the JDK supports, not to connect with. */
    static SSLContext unconfigured() {
        return create(new KeyManager[0], new TrustManager[0]);
    }

    private static SSLContext create(KeyManager[] keys, TrustManager[] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS", PROVIDER);
            context.init(keys, trust, RANDOM);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "this Java runtime has no TLS of its own (" + PROVIDER + ")", e);
        }
    }
}
