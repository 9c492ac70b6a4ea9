package io.rustls4j.jsse.trust;

import io.rustls4j.RootCertStore;
import java.security.Security;
import java.security.cert.CertPathParameters;
import java.security.cert.CertStore;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * PKIX parameters that ask for no more than anchors, and perhaps for revocation lists that are at
 * hand: webpki can judge by those. Any other wish is for the JDK alone.
 */
final class PathParameters {
    private static final int DEFAULT_MAX_PATH_LENGTH = 5;

    private PathParameters() {}

    static Supplier<Optional<NativeJudge>> judge(CertPathParameters given) {
        if (given.getClass() != PKIXBuilderParameters.class) {
            return Optional::empty;
        }
        PKIXBuilderParameters parameters = (PKIXBuilderParameters) given;
        Optional<RootCertStore> roots =
                isPlain(parameters)
                        ? NativeAnchors.among(certificates(parameters))
                        : Optional.empty();
        if (roots.isEmpty()) {
            return Optional::empty;
        }
        if (!parameters.isRevocationEnabled()) {
            Optional<NativeJudge> judge = roots.map(store -> new NativeJudge(store, List.of()));
            return () -> judge;
        }
        List<CertStore> stores = parameters.getCertStores();
        if (asksTheNet() || !stores.stream().allMatch(PathParameters::isCollection)) {
            return Optional::empty;
        }
        RevocationLists lists = new RevocationLists(roots.get(), stores);
        return lists::judge;
    }

    private static boolean isPlain(PKIXBuilderParameters parameters) {
        return parameters.getTrustAnchors().stream().allMatch(PathParameters::isPlain)
                && parameters.getInitialPolicies().isEmpty()
                && !parameters.isExplicitPolicyRequired()
                && !parameters.isPolicyMappingInhibited()
                && !parameters.isAnyPolicyInhibited()
                && parameters.getPolicyQualifiersRejected()
                && parameters.getDate() == null
                && parameters.getCertPathCheckers().isEmpty()
                && parameters.getSigProvider() == null
                && parameters.getTargetCertConstraints() == null
                && parameters.getMaxPathLength() == DEFAULT_MAX_PATH_LENGTH;
    }

    private static boolean isPlain(TrustAnchor anchor) {
        return anchor.getTrustedCert() != null && anchor.getNameConstraints() == null;
    }

    private static X509Certificate[] certificates(PKIXBuilderParameters parameters) {
        return parameters.getTrustAnchors().stream()
                .map(TrustAnchor::getTrustedCert)
                .filter(Objects::nonNull)
                .toArray(X509Certificate[]::new);
    }

    private static boolean isCollection(CertStore store) {
        return store.getType().equals("Collection");
    }

    /** The JDK could learn more from there than the lists say. */
    private static boolean asksTheNet() {
        return Boolean.parseBoolean(Security.getProperty("ocsp.enable"))
                || Boolean.getBoolean("com.sun.security.enableCRLDP");
    }
}
