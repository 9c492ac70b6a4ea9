package io.rustls4j.jsse.session;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Arrays;

/** What a server has stored of one session. Guarded by {@link ServerSessionCache}. */
final class StoredKeys {
    /** The keys of the session's entries, the oldest first. */
    final ArrayDeque<Key> keys = new ArrayDeque<>(2);

    /** During a handshake: the session that rustls has looked up last, and perhaps resumes. */
    @Nullable JsseSession offered;

    /** A key of rustls's, where it counts. */
    static final class Key {
        private final String partition;
        private final byte[] bytes;
        private final int hash;

        Key(String partition, byte[] bytes) {
            this.partition = partition;
            this.bytes = bytes;
            this.hash = 31 * partition.hashCode() + Arrays.hashCode(bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && Arrays.equals(bytes, that.bytes)
                    && partition.equals(that.partition);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** A secret, and whose it is. */
    static final class Entry {
        final byte[] value;
        JsseSession session;

        Entry(byte[] value, JsseSession session) {
            this.value = value;
            this.session = session;
        }

        void erase() {
            Arrays.fill(value, (byte) 0);
        }
    }
}
