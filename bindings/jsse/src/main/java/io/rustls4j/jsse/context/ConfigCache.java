package io.rustls4j.jsse.context;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Configurations by all that went into them, so that none is built per connection. What is evicted
 * is closed; connections made from it go on.
 */
final class ConfigCache<K, C extends AutoCloseable> {
    private static final System.Logger LOGGER = System.getLogger("io.rustls4j.jsse");

    private final int limit;
    private final Consumer<? super C> beforeClose;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<K, C> configs = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Makes an empty cache.
     *
     * @param beforeClose is told of each that is evicted
     */
    ConfigCache(int limit, Consumer<? super C> beforeClose) {
        this.limit = limit;
        this.beforeClose = beforeClose;
    }

    /** The configuration for a key, built now if need be. */
    C get(K key, Function<? super K, ? extends C> build) {
        List<C> evicted = new ArrayList<>();
        lock.lock();
        try {
            C known = configs.get(key);
            if (known != null) {
                return known;
            }
            C made = build.apply(key);
            configs.put(key, made);
            var oldest = configs.values().iterator();
            while (configs.size() > limit) {
                evicted.add(oldest.next());
                oldest.remove();
            }
            return made;
        } finally {
            lock.unlock();
            evicted.forEach(
                    config -> {
                        beforeClose.accept(config);
                        close(config);
                    });
        }
    }

    void closeAll() {
        lock.lock();
        try {
            configs.values().forEach(ConfigCache::close);
            configs.clear();
        } finally {
            lock.unlock();
        }
    }

    private static void close(AutoCloseable config) {
        try {
            config.close();
        } catch (Exception e) {
            LOGGER.log(System.Logger.Level.WARNING, "a configuration does not close", e);
        }
    }
}
