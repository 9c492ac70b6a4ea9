package io.rustls4j.tcnative.context;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The configurations of a context by what tells them apart, so that none is built per connection.
 * What is used least is closed when there are too many, as soon as nobody works with it;
 * connections made from it go on.
 */
final class ConfigCache<K, C extends AutoCloseable> {
    private static final System.Logger LOGGER = System.getLogger("io.rustls4j.tcnative");

    private final int limit;
    private final Map<K, Entry<C>> entries = new LinkedHashMap<>(16, 0.75f, true);

    ConfigCache(int limit) {
        this.limit = limit;
    }

    /** What is done with a configuration. */
    @FunctionalInterface
    interface Use<C, R, E extends Exception> {
        R with(C config) throws E;
    }

    private static final class Entry<C extends AutoCloseable> {
        private final C config;
        private int users;
        private boolean evicted;

        Entry(C config) {
            this.config = config;
        }
    }

    /** Uses the configuration for a key, built now if need be. The work is not under the lock. */
    <R, E extends Exception> R use(
            K key, Function<? super K, ? extends C> build, Use<? super C, R, E> use) throws E {
        Entry<C> entry = borrow(key, build);
        try {
            return use.with(entry.config);
        } finally {
            giveBack(entry);
        }
    }

    private synchronized Entry<C> borrow(K key, Function<? super K, ? extends C> build) {
        Entry<C> entry = entries.get(key);
        if (entry == null) {
            entry = new Entry<>(build.apply(key));
            entries.put(key, entry);
        }
        entry.users++;
        var oldest = entries.values().iterator();
        while (entries.size() > limit) {
            Entry<C> last = oldest.next();
            oldest.remove();
            evict(last);
        }
        return entry;
    }

    private synchronized void giveBack(Entry<C> entry) {
        entry.users--;
        if (entry.evicted && entry.users == 0) {
            close(entry.config);
        }
    }

    private static <C extends AutoCloseable> void evict(Entry<C> entry) {
        entry.evicted = true;
        if (entry.users == 0) {
            close(entry.config);
        }
    }

    synchronized void clear() {
        entries.values().forEach(ConfigCache::evict);
        entries.clear();
    }

    private static void close(AutoCloseable config) {
        try {
            config.close();
        } catch (Exception e) {
            LOGGER.log(System.Logger.Level.WARNING, "a configuration does not close", e);
        }
    }
}
