package io.rustls4j.jsse.trust;

import io.rustls4j.CertificateRevocationListDer;
import io.rustls4j.RootCertStore;
import java.security.cert.CRL;
import java.security.cert.CRLException;
import java.security.cert.CertStore;
import java.security.cert.CertStoreException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Extension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/**
 * The revocation lists of Collection stores, for webpki. The collections belong to the application,
 * which may change them at any time: they are read for each connection, and prepared anew only if
 * they have changed.
 */
final class RevocationLists {
    private final RootCertStore roots;
    private final List<CertStore> stores;
    private volatile Snapshot latest = new Snapshot(List.of(), Optional.empty());

    RevocationLists(RootCertStore roots, List<CertStore> stores) {
        this.roots = roots;
        this.stores = List.copyOf(stores);
    }

    /** Empty: the JDK has to judge by what is in the stores now. */
    Optional<NativeJudge> judge() {
        List<CRL> lists = new ArrayList<>();
        try {
            for (CertStore store : stores) {
                lists.addAll(store.getCRLs(null));
            }
        } catch (CertStoreException e) {
            // The JDK asks the same stores, and says what is wrong with them where that matters.
            return Optional.empty();
        }
        Snapshot known = latest;
        if (known.lists.equals(lists)) {
            return known.judge;
        }
        Snapshot changed =
                new Snapshot(
                        List.copyOf(lists),
                        forWebPki(lists).map(crls -> new NativeJudge(roots, crls)));
        latest = changed;
        return changed.judge;
    }

    /**
     * Without any list webpki would check nothing. Of several lists of one issuer webpki and the
     * JDK each go by one, and not surely by the same.
     */
    private static Optional<List<CertificateRevocationListDer>> forWebPki(List<CRL> lists) {
        List<CertificateRevocationListDer> crls = new ArrayList<>();
        Set<X500Principal> issuers = new HashSet<>();
        for (CRL list : lists) {
            if (!(list instanceof X509CRL crl)
                    || !isParsedByWebPki(crl)
                    || !issuers.add(crl.getIssuerX500Principal())) {
                return Optional.empty();
            }
            try {
                crls.add(CertificateRevocationListDer.of(crl.getEncoded()));
            } catch (CRLException e) {
                // What has no encoding cannot be shown to webpki; the JDK reads the object.
                return Optional.empty();
            }
        }
        return crls.isEmpty() ? Optional.empty() : Optional.of(crls);
    }

    private static boolean isParsedByWebPki(X509CRL crl) {
        Set<? extends X509CRLEntry> revoked = crl.getRevokedCertificates();
        return crl.getVersion() == 2
                && crl.getNextUpdate() != null
                && hasNothingCritical(crl)
                && (revoked == null
                        || revoked.stream().allMatch(RevocationLists::hasNothingCritical));
    }

    private static boolean hasNothingCritical(X509Extension extended) {
        Set<String> critical = extended.getCriticalExtensionOIDs();
        return critical == null || critical.isEmpty();
    }

    private record Snapshot(List<CRL> lists, Optional<NativeJudge> judge) {}
}
