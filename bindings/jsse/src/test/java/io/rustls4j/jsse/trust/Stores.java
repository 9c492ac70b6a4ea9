package io.rustls4j.jsse.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import javax.net.ssl.CertPathTrustManagerParameters;

/** What trust managers are made from. */
final class Stores {
    private Stores() {}

    static KeyStore trusting(X509Certificate... anchors)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < anchors.length; i++) {
            store.setCertificateEntry("anchor-" + i, anchors[i]);
        }
        return store;
    }

    static AnchoredTrustManager manager(X509Certificate... anchors)
            throws GeneralSecurityException, IOException {
        Rustls4jTrustManagerFactory factory = new Rustls4jTrustManagerFactory("PKIX");
        factory.engineInit(trusting(anchors));
        return (AnchoredTrustManager) factory.engineGetTrustManagers()[0];
    }

    static AnchoredTrustManager manager(PKIXBuilderParameters parameters)
            throws GeneralSecurityException {
        Rustls4jTrustManagerFactory factory = new Rustls4jTrustManagerFactory("PKIX");
        factory.engineInit(new CertPathTrustManagerParameters(parameters));
        return (AnchoredTrustManager) factory.engineGetTrustManagers()[0];
    }

    static PKIXBuilderParameters parameters(X509Certificate... anchors)
            throws GeneralSecurityException {
        PKIXBuilderParameters parameters =
                new PKIXBuilderParameters(
                        Arrays.stream(anchors)
                                .map(anchor -> new TrustAnchor(anchor, null))
                                .collect(Collectors.toSet()),
                        null);
        parameters.setRevocationEnabled(false);
        return parameters;
    }

    static CertStore collection(Collection<?> contents) throws GeneralSecurityException {
        return CertStore.getInstance("Collection", new CollectionCertStoreParameters(contents));
    }
}
