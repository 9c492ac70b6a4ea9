package io.rustls4j.jsse.trust;

import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The JDK's manager, for the sake of its identity check alone: it has no public interface, but it
 * is all that is left to check for a certificate that is its own anchor. The one thing that is lost
 * so is the JDK's refusal of wildcards below a public suffix (*.co.uk), which it makes only where
 * the chain ends in a root of its own.
 */
final class PinnedPeer {
    private PinnedPeer() {}

    static X509ExtendedTrustManager of(X509Certificate peer) throws CertificateException {
        try {
            PKIXBuilderParameters parameters =
                    new PKIXBuilderParameters(Set.of(new TrustAnchor(peer, null)), null);
            parameters.setRevocationEnabled(false);
            return JdkTrustManagers.make("PKIX", new CertPathTrustManagerParameters(parameters));
        } catch (InvalidAlgorithmParameterException e) {
            throw new CertificateException(
                    "the JDK's trust manager takes no anchor, so that no identity can be checked",
                    e);
        }
    }

    static X509Certificate[] chain(X509Certificate peer) {
        return new X509Certificate[] {peer};
    }
}
