package io.rustls4j.jsse.context;

import io.rustls4j.configs.ConfigCache;
import java.lang.ref.Cleaner;

/**
 * Gives back the configurations of contexts that nobody has any more: JSSE cannot close a context.
 */
final class ContextCleanup {
    private static final Cleaner CLEANER = Cleaner.create();

    private ContextCleanup() {}

    static void register(Object context, ConfigCache<?, ?>... caches) {
        CLEANER.register(
                context,
                () -> {
                    for (ConfigCache<?, ?> cache : caches) {
                        cache.closeAll();
                    }
                });
    }
}
