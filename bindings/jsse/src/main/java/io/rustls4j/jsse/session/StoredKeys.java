package io.rustls4j.jsse.session;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** What a server has stored of one session. Guarded by {@link ServerSessionCache}. */
final class StoredKeys {
    /** The keys of the session's secrets, the oldest first. */
    final ArrayDeque<StoreKey> keys = new ArrayDeque<>(2);

    /** During a handshake: the session that rustls has looked up last, and perhaps resumes. */
    @Nullable JsseSession offered;
}
