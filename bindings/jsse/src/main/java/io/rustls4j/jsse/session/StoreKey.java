package io.rustls4j.jsse.session;

import java.util.Arrays;

/** A key of rustls's, where it counts. */
final class StoreKey {
    private final String partition;
    private final byte[] bytes;
    private final int hash;

    StoreKey(String partition, byte[] bytes) {
        this.partition = partition;
        this.bytes = bytes;
        this.hash = 31 * partition.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoreKey that
                && Arrays.equals(bytes, that.bytes)
                && partition.equals(that.partition);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
