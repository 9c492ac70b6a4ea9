package io.rustls4j.jsse.trust;

import io.rustls4j.RootCertStore;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.TrustManagerFactorySpi;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The algorithms PKIX and SunX509. What is trusted is read by the JDK's factory of the same name,
 * with all of its defaults; webpki judges by it first where it can.
 */
public final class Rustls4jTrustManagerFactory extends TrustManagerFactorySpi {
    private static final List<String> OURS = List.of("pkix", "sunpkix", "x509", "x.509", "sunx509");

    private final String algorithm;
    private @Nullable AnchoredTrustManager manager;

    /** For the provider, with an algorithm that SunJSSE has too. */
    public Rustls4jTrustManagerFactory(String algorithm) {
        this.algorithm = algorithm;
    }

    /**
     * What a context trusts that is given nothing: by the JDK's default trust store. Another
     * factory answers where the security property ssl.TrustManagerFactory.algorithm names another
     * algorithm.
     */
    public static X509TrustManager defaultManager() throws KeyStoreException {
        String algorithm = TrustManagerFactory.getDefaultAlgorithm();
        if (OURS.contains(algorithm.toLowerCase(Locale.ROOT))) {
            return manager(JdkTrustManagers.make(algorithm, (KeyStore) null));
        }
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(algorithm);
            factory.init((KeyStore) null);
            for (TrustManager each : factory.getTrustManagers()) {
                if (each instanceof X509TrustManager x509) {
                    return x509;
                }
            }
        } catch (NoSuchAlgorithmException e) {
            throw new KeyStoreException(
                    "ssl.TrustManagerFactory.algorithm is " + algorithm + ": " + e.getMessage(), e);
        }
        throw new KeyStoreException(
                "the TrustManagerFactory "
                        + algorithm
                        + " of ssl.TrustManagerFactory.algorithm made no X509TrustManager");
    }

    @Override
    protected void engineInit(@Nullable KeyStore keyStore) throws KeyStoreException {
        manager = manager(JdkTrustManagers.make(algorithm, keyStore));
    }

    @Override
    protected void engineInit(ManagerFactoryParameters parameters)
            throws InvalidAlgorithmParameterException {
        X509ExtendedTrustManager pkix = JdkTrustManagers.make(algorithm, parameters);
        Supplier<Optional<NativeJudge>> judge = Optional::empty;
        if (parameters instanceof CertPathTrustManagerParameters path && JdkPolicy.allowsNative()) {
            judge = PathParameters.judge(path.getParameters());
        }
        manager = new AnchoredTrustManager(pkix, judge);
    }

    @Override
    protected TrustManager[] engineGetTrustManagers() {
        if (manager == null) {
            throw new IllegalStateException(
                    "the TrustManagerFactory is not initialized; call init first");
        }
        return new TrustManager[] {manager};
    }

    private static AnchoredTrustManager manager(X509ExtendedTrustManager jdks) {
        Optional<RootCertStore> roots =
                JdkPolicy.allowsNative()
                        ? NativeAnchors.among(jdks.getAcceptedIssuers())
                        : Optional.empty();
        Optional<NativeJudge> judge =
                roots.isPresent()
                        ? Optional.of(new NativeJudge(roots.get(), List.of()))
                        : Optional.empty();
        return new AnchoredTrustManager(jdks, () -> judge);
    }
}
