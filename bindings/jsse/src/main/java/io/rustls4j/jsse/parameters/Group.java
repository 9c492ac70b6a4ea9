package io.rustls4j.jsse.parameters;

import io.rustls4j.NamedGroup;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key-exchange group of rustls.
 *
 * @param value the group
 * @param name its name in JSSE
 * @param algorithm the JCA's name of the key agreement: EC, XDH, or KEM where there is none
 * @param ecBits how large the curve is, if it is one that constraints on EC key sizes count for; or
 *     0
 * @param parts names of what a hybrid is made of; whoever disables a part disables the whole
 */
record Group(NamedGroup value, String name, String algorithm, int ecBits, Set<String> parts) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Group that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Whether its parameters are those of keys on a curve. */
    boolean isCurve() {
        return algorithm.equals("EC");
    }

    /** Key encapsulation came with TLS 1.3. */
    boolean isForTls12() {
        return parts.isEmpty();
    }
}
