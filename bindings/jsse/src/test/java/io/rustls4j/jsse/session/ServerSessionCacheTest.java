package io.rustls4j.jsse.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rustls4j.HandshakeKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerSessionStore;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What rustls stores and looks up, and whose it is. */
class ServerSessionCacheTest {
    private final Clock clock = new Clock();
    private final ServerSessionCache cache =
            new ServerSessionCache(new SessionDefaults(4, 100), clock);
    private final ServerSessionStore store = cache.storeFor("p");

    private JsseSession begin() {
        JsseSession session = JsseSession.begin(null, -1, cache);
        session.setProtocol(ProtocolVersion.TLSV1_3);
        return session;
    }

    private boolean put(JsseSession session, int key, byte... value) {
        return Handshaking.asServer(session, () -> store.put(new byte[] {(byte) key}, value));
    }

    private Optional<byte[]> take(JsseSession session, int key) {
        return Handshaking.asServer(session, () -> store.take(new byte[] {(byte) key}));
    }

    private Optional<byte[]> get(JsseSession session, int key) {
        return Handshaking.asServer(session, () -> store.get(new byte[] {(byte) key}));
    }

    private JsseSession full(int... keys) {
        JsseSession session = begin();
        for (int key : keys) {
            assertThat(put(session, key, (byte) 42)).isTrue();
        }
        return cache.completed(session, HandshakeKind.FULL);
    }

    @Test
    void ticketsAreUsedOnceAndIdsManyTimes() {
        full(1, 2);
        assertThat(get(begin(), 1)).hasValueSatisfying(v -> assertThat(v).containsExactly(42));
        assertThat(get(begin(), 1)).isPresent();
        assertThat(take(begin(), 1)).hasValueSatisfying(v -> assertThat(v).containsExactly(42));
        assertThat(take(begin(), 1)).isEmpty();
        assertThat(get(begin(), 1)).isEmpty();
        assertThat(take(begin(), 2)).isPresent();
        assertThat(cache.storedKeys()).isZero();
    }

    @Test
    void aSessionIsFoundOnlyWhereItWasStored() {
        full(1);
        ServerSessionStore other = cache.storeFor("q");
        assertThat(Handshaking.asServer(begin(), () -> other.take(new byte[] {1}))).isEmpty();
        assertThat(Handshaking.asServer(begin(), () -> cache.storeFor("p").take(new byte[] {1})))
                .isPresent();
    }

    @Test
    void aResumedConnectionHasTheOriginalSessionAndItsTicketsAreTheOriginals() {
        JsseSession original = full(1, 2);
        original.putValue("k", "v");
        clock.advanceSeconds(9);
        JsseSession made = begin();
        take(made, 1);
        put(made, 3, (byte) 1);
        put(made, 4, (byte) 1);
        JsseSession session = cache.completed(made, HandshakeKind.RESUMED);
        assertThat(session).isSameAs(original);
        assertThat(session.getLastAccessedTime()).isEqualTo(Clock.START + 9000);
        assertThat(Ids.of(cache)).containsExactly(Ids.of(original));
        assertThat(cache.storedKeys()).isEqualTo(3);
        JsseSession next = begin();
        take(next, 4);
        assertThat(cache.completed(next, HandshakeKind.RESUMED)).isSameAs(original);
        original.invalidate();
        assertThat(cache.storedKeys()).isZero();
    }

    @Test
    void aFullHandshakeAfterAVainLookupLeavesTheOriginalAsItWas() {
        JsseSession original = full(1, 2);
        JsseSession made = begin();
        take(made, 1);
        put(made, 3, (byte) 1);
        assertThat(cache.completed(made, HandshakeKind.FULL)).isSameAs(made);
        assertThat(original.isValid()).isTrue();
        assertThat(original.getLastAccessedTime()).isEqualTo(Clock.START);
        made.invalidate();
        assertThat(take(begin(), 3)).isEmpty();
        assertThat(take(begin(), 2)).isPresent();
    }

    @Test
    void theLastOfSeveralTicketsIsTheOneThatCounts() {
        JsseSession first = full(1);
        JsseSession second = full(2);
        JsseSession made = begin();
        take(made, 1);
        take(made, 2);
        take(made, 99);
        assertThat(cache.completed(made, HandshakeKind.RESUMED))
                .isSameAs(second)
                .isNotSameAs(first);
    }

    @Test
    void tls12KeepsItsIdWhenResumed() {
        JsseSession original = begin();
        original.setProtocol(ProtocolVersion.TLSV1_2);
        original.setId(new byte[] {7});
        put(original, 7, (byte) 1);
        cache.completed(original, HandshakeKind.FULL);
        JsseSession made = begin();
        made.setProtocol(ProtocolVersion.TLSV1_2);
        made.setId(new byte[] {7});
        get(made, 7);
        assertThat(cache.completed(made, HandshakeKind.RESUMED)).isSameAs(original);
        assertThat(cache.getSession(new byte[] {7})).isSameAs(original);
        assertThat(get(begin(), 7)).isPresent();
    }

    @Test
    void aFailedResumptionThatWasInvalidatedHurtsNobody() {
        JsseSession original = full(1, 2);
        JsseSession made = begin();
        take(made, 1);
        made.invalidate();
        assertThat(original.isValid()).isTrue();
        assertThat(take(begin(), 2)).isPresent();
    }

    @Test
    void invalidatingDuringAResumptionLeavesNoTickets() {
        JsseSession original = full(1, 2);
        JsseSession made = begin();
        take(made, 1);
        original.invalidate();
        put(made, 3, (byte) 1);
        assertThat(cache.completed(made, HandshakeKind.RESUMED)).isSameAs(original);
        assertThat(original.isValid()).isFalse();
        assertThat(cache.storedKeys()).isZero();
        assertThat(Ids.of(cache)).isEmpty();
    }

    @Test
    void nothingIsKeptOfOneInvalidatedDuringItsHandshake() {
        JsseSession session = begin();
        session.invalidate();
        byte[] secret = {1, 2, 3};
        assertThat(put(session, 1, secret)).isFalse();
        assertThat(secret).containsOnly(0);
        assertThat(cache.storedKeys()).isZero();
    }

    @Test
    void secretsAreErasedWhenTheyGo() {
        byte[] invalidated = {1, 2};
        byte[] taken = {3, 4};
        JsseSession session = begin();
        put(session, 1, invalidated);
        put(session, 2, taken);
        assertThat(take(begin(), 2))
                .hasValueSatisfying(value -> assertThat(value).containsExactly(3, 4));
        assertThat(taken).containsOnly(0);
        Optional<byte[]> found = get(begin(), 1);
        session.invalidate();
        assertThat(invalidated).containsOnly(0);
        assertThat(found.orElseThrow()).as("rustls's own").containsExactly(1, 2);
    }

    /** rustls copies what it is handed before it asks for more. */
    @Test
    void copiesForRustlsAreErased() {
        full(1, 2, 3);
        JsseSession made = begin();
        byte[] first = get(made, 1).orElseThrow();
        byte[] second = take(made, 2).orElseThrow();
        assertThat(first).containsOnly(0);
        assertThat(second).containsExactly(42);
        cache.lookedUp(made);
        assertThat(second).containsOnly(0);
        byte[] third = get(made, 3).orElseThrow();
        cache.completed(made, HandshakeKind.RESUMED);
        assertThat(third).containsOnly(0);
        assertThat(get(begin(), 3)).hasValueSatisfying(v -> assertThat(v).containsExactly(42));
    }

    @Test
    void whatIsWithheldIsNotFound() {
        JsseSession session = full(1, 2);
        cache.withhold(session);
        assertThat(take(begin(), 1)).isEmpty();
        assertThat(cache.storedKeys()).isZero();
        assertThat(session.isValid()).isTrue();
    }

    @Test
    void aKeyThatComesAgainReplacesTheFirst() {
        byte[] first = {1};
        JsseSession one = begin();
        put(one, 1, first);
        JsseSession other = begin();
        put(other, 1, (byte) 2);
        assertThat(first).containsOnly(0);
        one.invalidate();
        assertThat(take(begin(), 1))
                .hasValueSatisfying(value -> assertThat(value).containsExactly(2));
    }

    @Test
    void sessionsTimeOut() {
        JsseSession session = full(1, 2);
        clock.advanceSeconds(100);
        JsseSession made = begin();
        assertThat(take(made, 1)).isEmpty();
        assertThat(session.isValid()).isFalse();
        assertThat(cache.storedKeys()).isZero();
        assertThat(cache.completed(made, HandshakeKind.FULL)).isSameAs(made);
    }

    @Test
    void evictionTakesAllKeysAlong() {
        full(1, 2);
        for (int i = 10; i < 14; i++) {
            full(i);
        }
        assertThat(take(begin(), 1)).isEmpty();
        assertThat(cache.storedKeys()).isEqualTo(4);
        cache.setSessionCacheSize(1);
        assertThat(cache.storedKeys()).isEqualTo(1);
    }

    @Test
    void resumingCountsAsUse() {
        JsseSession first = full(1, 2);
        full(10);
        full(11);
        full(12);
        JsseSession made = begin();
        take(made, 1);
        cache.completed(made, HandshakeKind.RESUMED);
        full(13);
        assertThat(cache.getSession(first.getId())).isSameAs(first);
        assertThat(take(begin(), 10)).isEmpty();
    }

    @Test
    void resumptionWorksWithRoomForOne() {
        cache.setSessionCacheSize(1);
        JsseSession original = full(1, 2);
        JsseSession made = begin();
        take(made, 1);
        put(made, 3, (byte) 1);
        assertThat(cache.completed(made, HandshakeKind.RESUMED)).isSameAs(original);
        assertThat(Ids.of(cache)).containsExactly(Ids.of(original));
        JsseSession next = begin();
        assertThat(take(next, 3)).isPresent();
        assertThat(cache.completed(next, HandshakeKind.RESUMED)).isSameAs(original);
    }

    @Test
    void keysOfOneSessionAreBounded() {
        JsseSession session = begin();
        for (int i = 0; i < 100; i++) {
            put(session, i, (byte) 1);
        }
        assertThat(cache.storedKeys()).isEqualTo(ServerSessionCache.MOST_KEYS);
        assertThat(take(begin(), 0)).isEmpty();
        assertThat(take(begin(), 99)).isPresent();
    }

    @Test
    void handshakesThatNeverEndAreBounded() {
        for (int i = 0; i < 100; i++) {
            put(begin(), i, (byte) 1);
        }
        assertThat(cache.storedKeys()).isEqualTo(4);
    }

    @Test
    void outsideOfAHandshakeItIsAnError() {
        assertThatIllegalStateException()
                .isThrownBy(() -> store.put(new byte[] {1}, new byte[] {1}));
    }

    @Test
    void manyThreadsNeverShareATicketAndLeaveNothingBehind() throws Exception {
        int threads = 6;
        cache.setSessionCacheSize(8);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                SplittableRandom random = new SplittableRandom(thread);
                done.add(
                        pool.submit(
                                () -> {
                                    for (int i = 0; i < 5000; i++) {
                                        round(random);
                                    }
                                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        }
        assertThat(cache.storedKeys()).isLessThanOrEqualTo(8 * ServerSessionCache.MOST_KEYS);
        Ids.of(cache).forEach(id -> assertThat(id).isNotEmpty());
        var ids = cache.getIds();
        while (ids.hasMoreElements()) {
            cache.getSession(ids.nextElement()).invalidate();
        }
        assertThat(cache.storedKeys()).as("no key without a session").isZero();
    }

    private void round(SplittableRandom random) {
        JsseSession made = begin();
        Optional<byte[]> found =
                random.nextBoolean()
                        ? take(made, random.nextInt(100))
                        : get(made, random.nextInt(100));
        found.ifPresent(value -> assertThat(value).as("whole").containsExactly(5, 5, 5));
        put(made, random.nextInt(100), (byte) 5, (byte) 5, (byte) 5);
        boolean resumed = found.isPresent() && random.nextBoolean();
        JsseSession session =
                cache.completed(made, resumed ? HandshakeKind.RESUMED : HandshakeKind.FULL);
        switch (random.nextInt(10)) {
            case 0 -> session.invalidate();
            case 1 -> clock.advanceSeconds(1);
            default -> assertThat(session.getId()).hasSize(32);
        }
    }

    /** Native code holds the store, for as long as a configuration lives. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void theStoreDoesNotKeepTheSessionsAlive() throws Exception {
        ServerSessionCache abandoned = new ServerSessionCache(new SessionDefaults(4, 100), clock);
        ServerSessionStore outliving = abandoned.storeFor("p");
        WeakReference<ServerSessionCache> gone = new WeakReference<>(abandoned);
        abandoned = null;
        while (gone.get() != null) {
            System.gc();
            Thread.sleep(10);
        }
        JsseSession session = begin();
        assertThat(Handshaking.asServer(session, () -> outliving.take(new byte[] {1}))).isEmpty();
        assertThat(
                        Handshaking.asServer(
                                session, () -> outliving.put(new byte[] {1}, new byte[] {1})))
                .isFalse();
    }
}
