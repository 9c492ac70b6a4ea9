package io.rustls4j.jsse.trust;

import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's own trust managers. Asked of SunJSSE by name: without a name it could be this provider
 * that answers.
 */
final class JdkTrustManagers {
    private JdkTrustManagers() {}

    /** Null: what the system properties of JSSE name, or the JDK's roots. */
    static X509ExtendedTrustManager make(String algorithm, @Nullable KeyStore keyStore)
            throws KeyStoreException {
        TrustManagerFactory factory = factory(algorithm);
        factory.init(keyStore);
        return first(factory);
    }

    static X509ExtendedTrustManager make(String algorithm, ManagerFactoryParameters parameters)
            throws InvalidAlgorithmParameterException {
        TrustManagerFactory factory = factory(algorithm);
        factory.init(parameters);
        return first(factory);
    }

    private static TrustManagerFactory factory(String algorithm) {
        try {
            return TrustManagerFactory.getInstance(algorithm, "SunJSSE");
        } catch (NoSuchAlgorithmException | NoSuchProviderException e) {
            throw new IllegalStateException(
                    "the provider SunJSSE with its TrustManagerFactory "
                            + algorithm
                            + " is wanted among the security providers: "
                            + e.getMessage(),
                    e);
        }
    }

    private static X509ExtendedTrustManager first(TrustManagerFactory factory) {
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new IllegalStateException(
                "SunJSSE's TrustManagerFactory made no X509ExtendedTrustManager");
    }
}
