package io.rustls4j.jsse.oracle;

import io.rustls4j.jsse.Rustls4jProvider;
import io.rustls4j.jsse.engine.Rustls4jEngine;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import javax.net.ssl.SSLContext;

/** Whose engine. */
enum Stack {
    JDK {
        @Override
        Provider provider() {
            return Security.getProvider("SunJSSE");
        }
    },
    RUSTLS {
        @Override
        Provider provider() {
            return Ours.PROVIDER;
        }
    };

    abstract Provider provider();

    private static final class Ours {
        static final Provider PROVIDER = requireRustls(new Rustls4jProvider());

        /** Where the native library does not load, the provider hands out the oracle's engines. */
        private static Provider requireRustls(Provider provider) {
            try {
                SSLContext context = SSLContext.getInstance("TLS", provider);
                context.init(null, null, null);
                if (!(context.createSSLEngine() instanceof Rustls4jEngine)) {
                    throw new IllegalStateException("rustls is not in use");
                }
                return provider;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the provider does not work", e);
            }
        }
    }
}
