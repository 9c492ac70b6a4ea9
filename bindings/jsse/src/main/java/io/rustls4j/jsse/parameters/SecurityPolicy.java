package io.rustls4j.jsse.parameters;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the security properties leave of TLS. As in the JDK, what is disabled for certificates is
 * disabled for handshakes, too. Immutable.
 */
final class SecurityPolicy {
    private final DisabledAlgorithms tls;
    private final DisabledAlgorithms certificates;

    /**
     * Reads the properties.
     *
     * @throws IllegalArgumentException if one of them is not written as it has to be
     */
    SecurityPolicy(Function<String, @Nullable String> properties) {
        this.tls = new DisabledAlgorithms(DisabledAlgorithms.TLS, properties);
        this.certificates = new DisabledAlgorithms(DisabledAlgorithms.CERTPATH, properties);
    }

    boolean permitsProtocol(String name) {
        return permitsName(name);
    }

    boolean permits(Suite suite) {
        return tls.permits(
                        suite.name(),
                        Stream.concat(suite.keyExchange().stream(), suite.rest().stream()).toList())
                && certificates.permits(suite.name(), suite.keyExchange());
    }

    boolean permits(Group group) {
        return permitsName(group.name())
                && permitsName(group.algorithm())
                && group.parts().stream().allMatch(this::permitsName)
                && permitsCurveSize(group.ecBits());
    }

    boolean permits(Scheme scheme) {
        return Stream.of(scheme.name(), scheme.keyType(), scheme.algorithm())
                        .allMatch(name -> permitsName(name) && tls.permitsSigning(name))
                && scheme.parts().stream().allMatch(this::permitsName)
                && scheme.curve().map(this::permitsCurve).orElse(true);
    }

    private boolean permitsCurve(Curve curve) {
        return permitsName(curve.name()) && permitsName("EC") && permitsCurveSize(curve.bits());
    }

    private boolean permitsCurveSize(int bits) {
        return bits == 0 || (tls.permitsSize("EC", bits) && certificates.permitsSize("EC", bits));
    }

    private boolean permitsName(String name) {
        return tls.permits(name, List.of()) && certificates.permits(name, List.of());
    }
}
