package io.rustls4j.engine;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientCertResolver;
import java.util.List;

/** Where a client's certificate comes from. */
public sealed interface ClientIdentity {
    /** The client has none. */
    record None() implements ClientIdentity {}

    /** The first of these that fits the server's signature schemes; never empty. */
    record Keys(List<CertifiedKey> keys) implements ClientIdentity {}

    /** Whatever the application chooses for each request. */
    record Resolved(ClientCertResolver resolver) implements ClientIdentity {}
}
