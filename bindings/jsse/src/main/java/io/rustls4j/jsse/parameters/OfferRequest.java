package io.rustls4j.jsse.parameters;

import java.util.List;
import java.util.Optional;

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
        Optional<List<String>> schemes) {}
