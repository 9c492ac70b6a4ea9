package io.rustls4j.jsse.trust;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Only what this side has offered may sign a peer's chain. Keys are none of its business. */
final class OfferedSignatures implements AlgorithmConstraints {
    private final List<String> offered;

    OfferedSignatures(String @Nullable [] offered) {
        this.offered = offered == null ? List.of() : List.of(offered);
    }

    @Override
    public boolean permits(
            Set<CryptoPrimitive> primitives,
            String algorithm,
            @Nullable AlgorithmParameters parameters) {
        int mask = algorithm.indexOf("and");
        String name = mask > 0 ? algorithm.substring(0, mask) : algorithm;
        return offered.stream().anyMatch(name::equalsIgnoreCase);
    }

    @Override
    public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
        return true;
    }

    @Override
    public boolean permits(
            Set<CryptoPrimitive> primitives,
            String algorithm,
            Key key,
            @Nullable AlgorithmParameters parameters) {
        return permits(primitives, algorithm, parameters);
    }
}
