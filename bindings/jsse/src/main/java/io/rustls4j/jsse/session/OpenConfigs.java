package io.rustls4j.jsse.session;

import io.rustls4j.ClientConfig;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Configurations that are still to be closed. It knows nothing of sessions, so that a cleaner may
 * hold it. Thread-safe.
 */
final class OpenConfigs {
    private final Set<ClientConfig> configs = ConcurrentHashMap.newKeySet();

    ClientConfig add(ClientConfig config) {
        configs.add(config);
        return config;
    }

    void close(ClientConfig config) {
        configs.remove(config);
        config.close();
    }

    void closeAll() {
        configs.forEach(this::close);
    }

    int count() {
        return configs.size();
    }
}
