package io.rustls4j.tcnative.context;

import io.rustls4j.TicketKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The ticket keys of a context to which the application has given none: random, known to nobody
 * else, and changed over time. A key seals for as long as a ticket is good, or six hours if that is
 * less, and opens for as long again, so that no ticket outlives its key. Thread-safe.
 */
final class OwnTicketKeys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration LEAST = Duration.ofHours(6);

    private final LongSupplier nanos;

    /** The first seals; at most one more opens. */
    private List<TicketKey> keys = List.of();

    private long made;

    OwnTicketKeys(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Changes them if it is time for that; true if so. */
    synchronized boolean rotate(Duration lifetime) {
        long period = (lifetime.compareTo(LEAST) > 0 ? lifetime : LEAST).toNanos();
        long age = nanos.getAsLong() - made;
        if (keys.isEmpty() || age < period) {
            return false;
        }
        List<TicketKey> old = keys;
        keys = age < 2 * period ? List.of(next(), old.getFirst()) : List.of(next());
        old.stream().filter(key -> !keys.contains(key)).forEach(TicketKey::destroy);
        return true;
    }

    /** Uses them, made now if there are none. */
    synchronized <R> R use(Function<List<TicketKey>, R> use) {
        if (keys.isEmpty()) {
            keys = List.of(next());
        }
        return use.apply(keys);
    }

    /** Of these or of others; the caller's to destroy. */
    static List<TicketKey> copies(List<TicketKey> keys) {
        return keys.stream().map(OwnTicketKeys::copyOf).toList();
    }

    private static TicketKey copyOf(TicketKey key) {
        byte[] secret = key.secret();
        try {
            return TicketKey.of(key.name(), secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** No ticket is good any more. */
    synchronized void forget() {
        keys.forEach(TicketKey::destroy);
        keys = List.of();
    }

    private TicketKey next() {
        made = nanos.getAsLong();
        byte[] name = new byte[TicketKey.NAME_LENGTH];
        byte[] secret = new byte[TicketKey.SECRET_LENGTH];
        RANDOM.nextBytes(name);
        RANDOM.nextBytes(secret);
        try {
            return TicketKey.of(name, secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
