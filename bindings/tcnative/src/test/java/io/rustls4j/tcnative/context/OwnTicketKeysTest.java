package io.rustls4j.tcnative.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.TicketKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How the keys of tickets change over time. */
class OwnTicketKeysTest {
    private static final Duration LIFETIME = Duration.ofHours(10);

    private final AtomicLong nanos = new AtomicLong(-1);
    private final OwnTicketKeys keys = new OwnTicketKeys(nanos::get);

    @Test
    void aKeySealsForAsLongAsATicketIsGoodAndOpensForAsLongAgain() {
        List<TicketKey> first = now();
        assertThat(first).hasSize(1);

        nanos.addAndGet(LIFETIME.toNanos() - 1);
        assertThat(keys.rotate(LIFETIME)).isFalse();
        assertThat(now()).isEqualTo(first);

        nanos.addAndGet(1);
        assertThat(keys.rotate(LIFETIME)).isTrue();
        List<TicketKey> second = now();
        assertThat(second).hasSize(2).last().isEqualTo(first.getFirst());

        nanos.addAndGet(LIFETIME.toNanos());
        assertThat(keys.rotate(LIFETIME)).isTrue();
        assertThat(now()).hasSize(2).last().isEqualTo(second.getFirst());
        assertThat(first.getFirst().isDestroyed()).isTrue();
        assertThat(second.getFirst().isDestroyed()).isFalse();
    }

    @Test
    void keysThatNothingNeedsAnyMoreAreDestroyed() {
        List<TicketKey> first = now();
        nanos.addAndGet(2 * LIFETIME.toNanos());
        assertThat(keys.rotate(LIFETIME)).isTrue();
        assertThat(now()).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(first.getFirst().isDestroyed()).isTrue();
    }

    @Test
    void theyDoNotChangeForEachTicketThatIsGoodForASecond() {
        now();
        nanos.addAndGet(Duration.ofHours(6).toNanos() - 1);
        assertThat(keys.rotate(Duration.ofSeconds(1))).isFalse();
        nanos.addAndGet(1);
        assertThat(keys.rotate(Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void whatIsForgottenOpensNothing() {
        List<TicketKey> first = now();
        keys.forget();
        assertThat(first.getFirst().isDestroyed()).isTrue();
        assertThat(keys.rotate(LIFETIME)).isFalse();
        assertThat(now()).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    private List<TicketKey> now() {
        return keys.use(List::copyOf);
    }
}
