package io.rustls4j.contract;

import io.rustls4j.ServerSessionStore;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** A session store as an application may have it, with counters. */
final class MemoryStore implements ServerSessionStore {
    private final Map<String, byte[]> sessions = new HashMap<>();
    private int puts;
    private int lookups;

    int puts() {
        return puts;
    }

    int lookups() {
        return lookups;
    }

    @Override
    public boolean put(byte[] key, byte[] value) {
        puts++;
        sessions.put(name(key), value);
        return true;
    }

    @Override
    public Optional<byte[]> get(byte[] key) {
        lookups++;
        return Optional.ofNullable(sessions.get(name(key)));
    }

    @Override
    public Optional<byte[]> take(byte[] key) {
        lookups++;
        return Optional.ofNullable(sessions.remove(name(key)));
    }

    private static String name(byte[] key) {
        return HexFormat.of().formatHex(key);
    }
}
