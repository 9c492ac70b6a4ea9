package io.rustls4j.benchmarks.credentials;

import io.rustls4j.benchmarks.scenario.Verification;
import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** The trust managers that contestants ask. */
public final class Trust {
    private Trust() {}

    /** The one for a way of verification that asks one. */
    public static X509ExtendedTrustManager manager(
            Verification verification, Credentials credentials)
            throws GeneralSecurityException, IOException {
        return switch (verification) {
            case PKIX -> new AskedTrustManager(pkix(credentials));
            case ACCEPT -> new AcceptingTrustManager();
            case NATIVE ->
                    throw new IllegalArgumentException(
                            "native verification asks no trust manager of the application");
        };
    }

    private static X509ExtendedTrustManager pkix(Credentials credentials)
            throws GeneralSecurityException, IOException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX", "SunJSSE");
        factory.init(JcaCredentials.anchors(credentials));
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager x509) {
                return x509;
            }
        }
        throw new IllegalStateException("SunJSSE has no X509ExtendedTrustManager");
    }
}
