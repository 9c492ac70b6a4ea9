package io.rustls4j.jsse.context;

import io.rustls4j.jsse.parameters.ConnectionParameters;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a trust manager has to judge by itself, since more was asked for than webpki checks: the
 * application's own constraints on algorithms, or an identification that is not one of a server.
 */
final class ManagerDecides {
    private static final Set<String> NATIVE_IDENTIFICATION = Set.of("HTTPS", "LDAPS");

    private ManagerDecides() {}

    static boolean onServers(ConnectionParameters parameters) {
        String algorithm = parameters.endpointIdentificationAlgorithm();
        return parameters.algorithmConstraints() != null
                || (isSet(algorithm)
                        && !NATIVE_IDENTIFICATION.contains(algorithm.toUpperCase(Locale.ROOT)));
    }

    static boolean onClients(ConnectionParameters parameters) {
        return parameters.algorithmConstraints() != null
                || isSet(parameters.endpointIdentificationAlgorithm());
    }

    private static boolean isSet(@Nullable String algorithm) {
        return algorithm != null && !algorithm.isEmpty();
    }
}
