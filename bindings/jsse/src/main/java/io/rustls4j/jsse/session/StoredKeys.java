package io.rustls4j.jsse.session;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a server has stored of one session. Guarded by {@link ServerSessionCache}. */
final class StoredKeys {
    private static final byte[] NOTHING = {};

    /** The keys of the session's secrets, the oldest first. */
    final ArrayDeque<StoreKey> keys = new ArrayDeque<>(2);

    /** During a handshake: the session that rustls has looked up last, and perhaps resumes. */
    @Nullable JsseSession offered;

    /** During a handshake: the copy of a secret that rustls was handed, which makes its own. */
    private byte[] lent = NOTHING;

    /** Hands a copy out. The one before has been read by now. */
    byte[] lend(byte[] secret) {
        eraseLent();
        lent = secret;
        return secret;
    }

    void eraseLent() {
        Arrays.fill(lent, (byte) 0);
        lent = NOTHING;
    }
}
