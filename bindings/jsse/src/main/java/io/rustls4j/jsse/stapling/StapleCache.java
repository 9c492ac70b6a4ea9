package io.rustls4j.jsse.stapling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Responses that are still good, the least used forgotten first. Thread-safe. */
final class StapleCache {
    private final int limit;
    private final Duration lifetime;
    private final InstantSource clock;
    private final Map<CertificateId, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Makes an empty cache.
     *
     * @param limit how many; 0 for any number
     * @param lifetime for how long; zero for as long as they are valid
     */
    StapleCache(int limit, Duration lifetime, InstantSource clock) {
        this.limit = limit;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    private record Kept(Staple staple, Instant since) {}

    synchronized Optional<Staple> get(CertificateId id) {
        Kept found = kept.get(id);
        if (found == null) {
            return Optional.empty();
        }
        if (isOver(found)) {
            kept.remove(id);
            return Optional.empty();
        }
        return Optional.of(found.staple);
    }

    private boolean isOver(Kept found) {
        Instant now = clock.instant();
        boolean old = !lifetime.isZero() && !now.isBefore(found.since.plus(lifetime));
        return old || found.staple.isOutdated(now);
    }

    /** One that would never be outdated is not kept for ever. */
    synchronized void put(CertificateId id, Staple staple) {
        if (lifetime.isZero() && staple.nextUpdate().isEmpty()) {
            return;
        }
        kept.put(id, new Kept(staple, clock.instant()));
        if (limit > 0 && kept.size() > limit) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
