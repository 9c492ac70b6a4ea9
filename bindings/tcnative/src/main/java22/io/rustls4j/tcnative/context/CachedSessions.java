package io.rustls4j.tcnative.context;

import io.netty.internal.tcnative.SSLSessionCache;
import io.rustls4j.ServerSessionStore;
import io.rustls4j.tcnative.session.SessionHandles;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A server's sessions. rustls's own form of them is kept here; Netty's cache has their identifiers,
 * and its word is law: what it has dropped, by age, for want of room or because the application has
 * invalidated it, is not resumed. Thread-safe.
 */
final class CachedSessions implements ServerSessionStore {
    private static final float LOAD = 0.75f;

    private final Ctx ctx;
    private final Map<ByteBuffer, byte[]> sessions;

    CachedSessions(Ctx ctx, int size) {
        this.ctx = ctx;
        this.sessions =
                new LinkedHashMap<>(16, LOAD, true) {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<ByteBuffer, byte[]> eldest) {
                        return size() > size;
                    }
                };
    }

    @Override
    public synchronized boolean put(byte[] key, byte[] value) {
        sessions.put(ByteBuffer.wrap(key), value);
        return true;
    }

    @Override
    public Optional<byte[]> get(byte[] key) {
        Optional<byte[]> known = find(key);
        // To ask Netty for a session is to count it, or to drop it.
        if (known.isEmpty() || isKnownToNetty(key)) {
            return known;
        }
        return take(key).flatMap(forgotten -> Optional.empty());
    }

    private synchronized Optional<byte[]> find(byte[] key) {
        return Optional.ofNullable(sessions.get(ByteBuffer.wrap(key)));
    }

    @Override
    public synchronized Optional<byte[]> take(byte[] key) {
        return Optional.ofNullable(sessions.remove(ByteBuffer.wrap(key)));
    }

    /** The key is the session's identifier with TLS 1.2; with TLS 1.3 sessions are only taken. */
    private boolean isKnownToNetty(byte[] id) {
        SSLSessionCache cache = ctx.sessionCache();
        if (cache == null) {
            return true;
        }
        long session = cache.getSession(CurrentPeer.handle(), id);
        if (session <= 0) {
            return false;
        }
        // Netty has taken a reference for whoever asks.
        SessionHandles.release(session);
        return true;
    }
}
