package io.rustls4j.jsse.parameters;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
        return tls.permits(suite.name(), suite.keyExchange())
                && tls.permits(suite.name(), suite.rest())
                && certificates.permits(suite.name(), suite.keyExchange());
    }

    boolean permits(Group group) {
        return permitsName(group.name())
                && permitsName(group.algorithm())
                && permitsNames(group.parts())
                && permitsCurveSize(group.ecBits());
    }

    boolean permits(Scheme scheme) {
        return permitsSigning(scheme.name())
                && permitsSigning(scheme.keyType())
                && permitsSigning(scheme.algorithm())
                && permitsNames(scheme.parts())
                && (scheme.curve().isEmpty() || permitsCurve(scheme.curve().get()));
    }

    private boolean permitsCurve(Curve curve) {
        return permitsName(curve.name()) && permitsName("EC") && permitsCurveSize(curve.bits());
    }

    private boolean permitsCurveSize(int bits) {
        return bits == 0 || (tls.permitsSize("EC", bits) && certificates.permitsSize("EC", bits));
    }

    private boolean permitsSigning(String algorithm) {
        return permitsName(algorithm) && tls.permitsSigning(algorithm);
    }

    private boolean permitsNames(Set<String> names) {
        for (String name : names) {
            if (!permitsName(name)) {
                return false;
            }
        }
        return true;
    }

    private boolean permitsName(String name) {
        return tls.permits(name, List.of()) && certificates.permits(name, List.of());
    }
}
