package io.rustls4j.contract;

import io.rustls4j.ServerSessionStore;
import java.util.Optional;

/** A session store that is out of order. */
record FailingStore(Throwable thrown) implements ServerSessionStore {
    @Override
    public boolean put(byte[] key, byte[] value) {
        return Sneaky.raise(thrown);
    }

    @Override
    public Optional<byte[]> get(byte[] key) {
        return Sneaky.raise(thrown);
    }

    @Override
    public Optional<byte[]> take(byte[] key) {
        return Sneaky.raise(thrown);
    }
}
