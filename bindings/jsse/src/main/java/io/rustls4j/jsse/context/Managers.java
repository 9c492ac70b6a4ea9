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
    private Managers() {}

    static X509TrustManager trust(TrustManager @Nullable [] managers)
            throws KeyManagementException {
        if (managers == null) {
            try {
                return Rustls4jTrustManagerFactory.defaultManager();
            } catch (KeyStoreException e) {
                throw new KeyManagementException("the default trust store cannot be read", e);
            }
        }
        for (TrustManager manager : managers) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        return new TrustNobody();
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
