package io.rustls4j.jsse.stapling;

import io.rustls4j.CertifiedKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A response to be stapled. Equals itself only: another response makes another configuration.
 * Immutable.
 */
public final class Staple {
    private final byte[] response;
    private final Optional<Instant> nextUpdate;

    Staple(byte[] response, Optional<Instant> nextUpdate) {
        this.response = response;
        this.nextUpdate = nextUpdate;
    }

    /** The same key, which shows this response, too. */
    public CertifiedKey on(CertifiedKey key) {
        return key.withOcspResponse(response);
    }

    /** When there will be a newer one, if the responder says so. */
    Optional<Instant> nextUpdate() {
        return nextUpdate;
    }

    /** Whether a newer one is to be had. */
    boolean isOutdated(Instant now) {
        return nextUpdate.isPresent() && nextUpdate.get().isBefore(now);
    }
}
