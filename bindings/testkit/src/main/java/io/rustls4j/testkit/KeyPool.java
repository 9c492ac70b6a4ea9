package io.rustls4j.testkit;

import java.security.KeyPair;
import java.util.EnumMap;
import java.util.Map;

/**
 * Keys for end entities. RSA keys take so long to make that all certificates that do not ask for
 * their own share one; the other kinds are made each time, since that costs nothing.
 */
final class KeyPool {
    private static final Map<KeyKind, KeyPair> SHARED = new EnumMap<>(KeyKind.class);

    private KeyPool() {}

    static synchronized KeyPair take(KeyKind kind) {
        return kind == KeyKind.RSA_2048
                ? SHARED.computeIfAbsent(kind, KeyKind::generate)
                : kind.generate();
    }
}
