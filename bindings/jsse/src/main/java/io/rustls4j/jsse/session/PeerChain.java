package io.rustls4j.jsse.session;

import io.rustls4j.CertificateDer;
import java.security.Principal;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** What a peer has shown, parsed when somebody looks. Equal by the certificates' bytes. */
final class PeerChain {
    private final List<CertificateDer> encoded;
    private volatile X509Certificate @Nullable [] parsed;

    PeerChain(List<CertificateDer> encoded) {
        this.encoded = List.copyOf(encoded);
    }

    boolean consistsOf(List<CertificateDer> chain) {
        return encoded.equals(chain);
    }

    List<CertificateDer> encoded() {
        return encoded;
    }

    X509Certificate[] certificates() throws SSLPeerUnverifiedException {
        return parsed().clone();
    }

    Principal principal() throws SSLPeerUnverifiedException {
        return parsed()[0].getSubjectX500Principal();
    }

    private X509Certificate[] parsed() throws SSLPeerUnverifiedException {
        X509Certificate[] known = parsed;
        if (known == null) {
            known = parse();
            parsed = known;
        }
        return known;
    }

    private X509Certificate[] parse() throws SSLPeerUnverifiedException {
        X509Certificate[] chain = new X509Certificate[encoded.size()];
        for (int i = 0; i < chain.length; i++) {
            try {
                chain[i] = encoded.get(i).toX509();
            } catch (CertificateException e) {
                SSLPeerUnverifiedException unreadable =
                        new SSLPeerUnverifiedException(
                                "Java cannot read the peer's certificate "
                                        + (i + 1)
                                        + " of "
                                        + chain.length
                                        + ": "
                                        + e.getMessage());
                unreadable.initCause(e);
                throw unreadable;
            }
        }
        return chain;
    }

    @Override
    public boolean equals(Object other) {
        return other == this || (other instanceof PeerChain that && encoded.equals(that.encoded));
    }

    @Override
    public int hashCode() {
        return encoded.hashCode();
    }
}
