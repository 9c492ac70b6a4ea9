package io.rustls4j.jsse.context;

import io.rustls4j.jsse.keys.NoKeys;
import io.rustls4j.jsse.trust.Rustls4jTrustManagerFactory;
import java.security.KeyManagementException;
import java.security.KeyStoreException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Picks the managers that count, as the JDK does: the first of X.509, or the default ones. */
final class Managers {
    private static final System.Logger LOG = System.getLogger("io.rustls4j.jsse");

    private Managers() {}

    /**
     * What a context trusts. One that is given nothing and finds nothing trusts nobody, as with the
     * JDK: servers that never look at a certificate do not need to.
     */
    static X509TrustManager trust(TrustManager @Nullable [] managers) {
        if (managers == null) {
            try {
                return defaultTrust();
            } catch (KeyManagementException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "a context is made without trust managers and trusts nobody",
                        e);
                return TrustNobody.becauseOf(e);
            }
        }
        for (TrustManager manager : managers) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        return TrustNobody.forWantOfManagers();
    }

    static X509TrustManager defaultTrust() throws KeyManagementException {
        try {
            return Rustls4jTrustManagerFactory.defaultManager();
        } catch (KeyStoreException e) {
            throw new KeyManagementException("the default trust store cannot be read", e);
        }
    }

    static X509KeyManager keys(KeyManager @Nullable [] managers) {
        if (managers != null) {
            for (KeyManager manager : managers) {
                if (manager instanceof X509KeyManager x509) {
                    return x509;
                }
            }
        }
        return NoKeys.INSTANCE;
    }
}
