package io.rustls4j.jsse.parameters;

import java.security.AlgorithmConstraints;
import org.jspecify.annotations.Nullable;

/**
 * What an application asks of its peer's certificates besides trust, as it was at one time.
 *
 * @param identification the endpoint identification algorithm; "" for none
 * @param constraints what the application has set itself, equal to itself only; null for nothing
 */
public record TrustTerms(String identification, @Nullable AlgorithmConstraints constraints) {
    /** Whether the peer's name is to be checked. */
    public boolean identify() {
        return !identification.isEmpty();
    }

    /** Whether who was judged by these terms has been judged by the others, too. */
    public boolean include(TrustTerms others) {
        return (!others.identify() || identification.equalsIgnoreCase(others.identification))
                && (others.constraints == null || constraints == others.constraints);
    }
}
