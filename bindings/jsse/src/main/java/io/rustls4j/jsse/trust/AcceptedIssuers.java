package io.rustls4j.jsse.trust;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.X509TrustManager;

/** The names that a server hints at when it asks for a certificate, read out of a manager. */
final class AcceptedIssuers {
    /** RFC 8446 section 4.2.4; the JDK gives no hints rather than a part of them. */
    private static final int MAX_BYTES = 0xffff;

    private final X509TrustManager manager;
    private volatile Names latest = Names.of(new X509Certificate[0]);

    AcceptedIssuers(X509TrustManager manager) {
        this.manager = manager;
    }

    /** What the manager says now. The same object for as long as it says the same. */
    Names names() {
        X509Certificate[] issuers = manager.getAcceptedIssuers();
        if (issuers == null) {
            issuers = new X509Certificate[0];
        }
        Names known = latest;
        if (Arrays.equals(known.issuers, issuers)) {
            return known;
        }
        Names changed = Names.of(issuers);
        latest = changed;
        return changed;
    }

    /** Names in DER, compared by identity: comparing the names would cost more than they do. */
    static final class Names {
        private final X509Certificate[] issuers;
        private final List<byte[]> encoded;

        private Names(X509Certificate[] issuers, List<byte[]> encoded) {
            this.issuers = issuers;
            this.encoded = encoded;
        }

        List<byte[]> encoded() {
            return encoded;
        }

        private static Names of(X509Certificate[] issuers) {
            List<byte[]> encoded = new ArrayList<>(issuers.length);
            int bytes = 0;
            for (X509Certificate issuer : issuers) {
                byte[] name = issuer.getSubjectX500Principal().getEncoded();
                bytes += 2 + name.length;
                encoded.add(name);
            }
            return new Names(issuers.clone(), bytes > MAX_BYTES ? List.of() : List.copyOf(encoded));
        }
    }
}
