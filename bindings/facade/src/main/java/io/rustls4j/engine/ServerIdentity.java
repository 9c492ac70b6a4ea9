package io.rustls4j.engine;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ServerCertResolver;
import java.util.List;

/** Where a server's certificate comes from. */
public sealed interface ServerIdentity {
    /** The first of these that fits the client's signature schemes; never empty. */
    record Keys(List<CertifiedKey> keys) implements ServerIdentity {}

    /** Whatever the application chooses for each hello. */
    record Resolved(ServerCertResolver resolver) implements ServerIdentity {}
}
