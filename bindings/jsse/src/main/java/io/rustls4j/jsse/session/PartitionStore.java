package io.rustls4j.jsse.session;

import io.rustls4j.ServerSessionStore;
import java.lang.ref.WeakReference;
import java.util.Optional;

/**
 * What rustls sees of a cache. Native code keeps this object alive; through the applications'
 * values in sessions, a strong way from here to the cache could lead on to the configuration
 * itself, which would then never go.
 */
final class PartitionStore implements ServerSessionStore {
    private final WeakReference<ServerSessionCache> cache;
    private final String partition;

    PartitionStore(ServerSessionCache cache, String partition) {
        this.cache = new WeakReference<>(cache);
        this.partition = partition;
    }

    @Override
    public boolean put(byte[] key, byte[] value) {
        ServerSessionCache there = cache.get();
        return there != null
                && there.put(ServerSessionCache.inTheMaking(), new StoreKey(partition, key), value);
    }

    @Override
    public Optional<byte[]> get(byte[] key) {
        return find(key, false);
    }

    @Override
    public Optional<byte[]> take(byte[] key) {
        return find(key, true);
    }

    private Optional<byte[]> find(byte[] key, boolean remove) {
        ServerSessionCache there = cache.get();
        return there == null
                ? Optional.empty()
                : there.find(
                        ServerSessionCache.inTheMaking(), new StoreKey(partition, key), remove);
    }
}
