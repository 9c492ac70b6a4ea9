package io.rustls4j.jsse.keys;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.UnrecoverableKeyException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;
import org.jspecify.annotations.Nullable;

/** The JDK's key managers, which choose well and know nothing of the TLS they are used for. */
public final class JdkKeyManagerFactory extends KeyManagerFactorySpi {
    private final KeyManagerFactory factory;

    /**
     * Makes a factory.
     *
     * @throws GeneralSecurityException if the JDK has no such algorithm
     */
    public JdkKeyManagerFactory(String algorithm) throws GeneralSecurityException {
        this.factory = KeyManagerFactory.getInstance(algorithm, "SunJSSE");
    }

    @Override
    protected void engineInit(@Nullable KeyStore store, char @Nullable [] password)
            throws KeyStoreException, NoSuchAlgorithmException, UnrecoverableKeyException {
        factory.init(store, password);
    }

    @Override
    protected void engineInit(ManagerFactoryParameters parameters)
            throws InvalidAlgorithmParameterException {
        factory.init(parameters);
    }

    @Override
    protected KeyManager[] engineGetKeyManagers() {
        return factory.getKeyManagers();
    }
}
