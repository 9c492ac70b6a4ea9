package io.netty.handler.ssl;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.ServiceLoader;
import javax.net.ssl.SSLContext;

/** Who speaks on one side of a connection. */
enum Side {
    RUSTLS {
        @Override
        Provider provider() {
            return Rustls4j.PROVIDER;
        }
    },
    /** Null is Netty's word for the platform's first provider. */
    JDK {
        @Override
        Provider provider() {
            return null;
        }
    };

    abstract Provider provider();

    /** Found as an application finds it, without a word of its classes. */
    private static final class Rustls4j {
        static final Provider PROVIDER = find();

        private static Provider find() {
            Provider found =
                    ServiceLoader.load(Provider.class).stream()
                            .map(ServiceLoader.Provider::get)
                            .filter(provider -> provider.getName().equals("Rustls4j"))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "rustls4j-jsse is not on the class path"));
            requireRustls(found);
            return found;
        }

        /** Where the native library does not load, the provider hands out the JDK's engines. */
        private static void requireRustls(Provider provider) {
            try {
                SSLContext context = SSLContext.getInstance("TLS", provider);
                context.init(null, null, null);
                String engine = context.createSSLEngine().getClass().getName();
                if (!engine.startsWith("io.rustls4j.")) {
                    throw new IllegalStateException("not rustls: " + engine);
                }
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the provider does not work", e);
            }
        }
    }
}
