package io.rustls4j.jdk;

import io.rustls4j.ClientHello;
import java.util.List;

/**
 * A client's hello, with what the API does not show of it.
 *
 * @param hello what resolvers see
 * @param versions the numbers of the versions that the client offers
 */
record ParsedHello(ClientHello hello, List<Integer> versions) {
    ParsedHello {
        versions = List.copyOf(versions);
    }
}
