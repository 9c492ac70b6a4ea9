package io.rustls4j.jsse.context;

import io.rustls4j.jsse.parameters.TrustTerms;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a trust manager has to judge by itself, since more was asked for than webpki checks: the
 * application's own constraints on algorithms, or an identification that is not one of a server.
 */
final class ManagerDecides {
    private static final Set<String> NATIVE_IDENTIFICATION = Set.of("HTTPS", "LDAPS");

    private ManagerDecides() {}

    static boolean onServers(TrustTerms terms) {
        return terms.constraints() != null
                || (terms.identify()
                        && !NATIVE_IDENTIFICATION.contains(
                                terms.identification().toUpperCase(Locale.ROOT)));
    }

    static boolean onClients(TrustTerms terms) {
        return terms.constraints() != null || terms.identify();
    }
}
