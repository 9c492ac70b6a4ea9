package io.rustls4j.jdk;

import io.rustls4j.TlsConfigException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Trusts what the JDK trusts, with its rules on authorities that have lost trust. */
final class PlatformVerifier {
    /**
     * The trust manager takes no empty one, and only looks at it for keys that are not used to
     * sign.
     */
    private static final String AUTH_TYPE = "UNKNOWN";

    private final X509TrustManager trust;

    PlatformVerifier() {
        trust = defaultTrust();
    }

    void verify(List<X509Certificate> chain) throws Exception {
        try {
            trust.checkServerTrusted(chain.toArray(X509Certificate[]::new), AUTH_TYPE);
        } catch (CertificateException e) {
            throw PathErrors.of(e);
        }
    }

    private static X509TrustManager defaultTrust() {
        try {
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance("PKIX", SslContexts.PROVIDER);
            factory.init((KeyStore) null);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    return x509;
                }
            }
            throw new TlsConfigException(
                    TlsConfigException.Reason.TRUST_ANCHORS,
                    "the JDK has no trust manager for certificates");
        } catch (GeneralSecurityException e) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.TRUST_ANCHORS,
                    "the JDK's trust store cannot be read: " + e.getMessage(),
                    e);
        }
    }
}
