package io.rustls4j.jsse.trust;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * One verifier for each set of terms, made again when the facts behind it have changed; the old one
 * is forgotten then.
 */
final class LatestVerifiers<T, F, V> {
    private final Map<T, Made<F, V>> made = new ConcurrentHashMap<>();
    private final BiFunction<T, F, V> maker;

    LatestVerifiers(BiFunction<T, F, V> maker) {
        this.maker = maker;
    }

    V get(T terms, F facts) {
        Made<F, V> known = made.get(terms);
        if (known != null && known.from.equals(facts)) {
            return known.verifier;
        }
        return made.compute(
                        terms,
                        (key, raced) ->
                                raced != null && raced.from.equals(facts)
                                        ? raced
                                        : new Made<>(facts, maker.apply(key, facts)))
                .verifier;
    }

    private record Made<F, V>(F from, V verifier) {}
}
