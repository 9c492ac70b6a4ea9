package io.rustls4j.jsse.parameters;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is enabled by name, before it is known what of it rustls has.
 *
 * @param protocols names of protocols
 * @param suites names of suites
 * @param groups names of groups, also unknown ones
 * @param schemes names of signature schemes, also unknown ones; or rustls's own
 */
record OfferRequest(
        List<String> protocols,
        List<String> suites,
        List<String> groups,
        Optional<List<String>> schemes) {
    /** Written out: what the compiler makes of records is spun anew in each process. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OfferRequest that
                && protocols.equals(that.protocols)
                && suites.equals(that.suites)
                && groups.equals(that.groups)
                && schemes.equals(that.schemes);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * protocols.hashCode() + suites.hashCode()) + groups.hashCode();
    }
}
