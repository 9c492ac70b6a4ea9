package io.rustls4j.jsse.trust;

import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Roots whose newer certificates the JDK refuses though it trusts the root
 * (jdk.security.caDistrustPolicies). webpki knows no such thing, so that chains to these roots have
 * to be the JDK's matter.
 *
 * <p>The JDK goes by fingerprints of roots, which are in its code and in no interface. All roots of
 * a policy have the name of the authority, or one of its brands, in their subject, and going by
 * that takes too many roots rather than too few. A policy that is not known here is called after
 * its authority too, but may be about brands of another name; since a policy is made where the JDK
 * still has the roots among its own, all of the JDK's roots are taken then.
 */
final class DistrustedAuthorities {
    private static final String POLICIES = "jdk.security.caDistrustPolicies";

    private static final Map<String, List<String>> BRANDS =
            Map.of(
                    "SYMANTEC_TLS", List.of("symantec", "geotrust", "thawte", "verisign"),
                    "ENTRUST_TLS", List.of("entrust", "affirmtrust"),
                    "CAMERFIRMA_TLS", List.of("camerfirma"),
                    "CHUNGHWA_TLS", List.of("chunghwa"));

    private final Set<String> brands = new HashSet<>();
    private final Predicate<X509Certificate> shippedByTheJdk;
    private boolean unknownPolicy;

    DistrustedAuthorities(@Nullable String policies, Predicate<X509Certificate> shippedByTheJdk) {
        this.shippedByTheJdk = shippedByTheJdk;
        for (String policy : policies == null ? new String[0] : policies.split(",")) {
            add(policy.trim());
        }
    }

    static DistrustedAuthorities ofThisJdk() {
        return new DistrustedAuthorities(Security.getProperty(POLICIES), JdkRoots::contain);
    }

    boolean mayInclude(X509Certificate anchor) {
        String subject = anchor.getSubjectX500Principal().getName().toLowerCase(Locale.ROOT);
        for (String brand : brands) {
            if (subject.contains(brand)) {
                return true;
            }
        }
        return unknownPolicy && shippedByTheJdk.test(anchor);
    }

    private void add(String policy) {
        if (policy.isEmpty()) {
            return;
        }
        List<String> known = BRANDS.get(policy);
        if (known == null) {
            unknownPolicy = true;
            brands.add(policy.split("_", 2)[0].toLowerCase(Locale.ROOT));
        } else {
            brands.addAll(known);
        }
    }
}
