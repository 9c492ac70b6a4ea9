package io.rustls4j.jsse.stapling;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long responses are kept. */
class StapleCacheTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = START;

    private static CertificateId id(int serial) {
        return new CertificateId("00", "01", "02", BigInteger.valueOf(serial));
    }

    private StapleCache cache(int limit, Duration lifetime) {
        return new StapleCache(limit, lifetime, () -> now);
    }

    private static Staple until(Instant nextUpdate) {
        return new Staple(new byte[0], Optional.of(nextUpdate));
    }

    @Test
    void untilTheResponderHasAnotherOne() {
        StapleCache cache = cache(10, Duration.ZERO);
        Staple staple = until(START.plusSeconds(60));
        cache.put(id(1), staple);

        now = START.plusSeconds(60);
        assertThat(cache.get(id(1))).containsSame(staple);
        now = START.plusSeconds(61);
        assertThat(cache.get(id(1))).isEmpty();
    }

    @Test
    void noLongerThanTheLifetime() {
        StapleCache cache = cache(10, Duration.ofSeconds(30));
        Staple staple = new Staple(new byte[0], Optional.empty());
        cache.put(id(1), staple);

        now = START.plusSeconds(29);
        assertThat(cache.get(id(1))).containsSame(staple);
        now = START.plusSeconds(30);
        assertThat(cache.get(id(1))).isEmpty();
    }

    @Test
    void notAtAllWhatWouldNeverEnd() {
        StapleCache cache = cache(10, Duration.ZERO);
        cache.put(id(1), new Staple(new byte[0], Optional.empty()));

        assertThat(cache.get(id(1))).isEmpty();
    }

    @Test
    void asManyAsThereIsRoomFor() {
        StapleCache cache = cache(2, Duration.ZERO);
        Staple staple = until(START.plusSeconds(60));
        cache.put(id(1), staple);
        cache.put(id(2), staple);
        assertThat(cache.get(id(1))).isPresent();
        cache.put(id(3), staple);

        assertThat(cache.get(id(2))).as("the least used").isEmpty();
        assertThat(cache.get(id(1))).isPresent();
        assertThat(cache.get(id(3))).isPresent();
    }
}
