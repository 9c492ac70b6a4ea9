package io.rustls4j.jsse.session;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a context by their ids, up to a number and an age. What is used least recently
 * goes first. Thread-safe; nothing of the application's is called under the lock.
 */
public abstract sealed class RegisteredSessions implements SSLSessionContext
        permits ClientSessions, ServerSessionCache {
    final ReentrantLock lock = new ReentrantLock();
    private final InstantSource clock;
    private final Map<SessionId, JsseSession> sessions = new LinkedHashMap<>(16, 0.75f, true);
    private int cacheSize;
    private int timeout;

    RegisteredSessions(SessionDefaults defaults, InstantSource clock) {
        this.cacheSize = defaults.cacheSize();
        this.timeout = defaults.timeout();
        this.clock = clock;
    }

    /** The session has given way to others; it is still valid. Called under the lock. */
    abstract void evicted(JsseSession session);

    /** The session must never be resumed again. Called under the lock. */
    abstract void ended(JsseSession session);

    /** The number of sessions was limited anew. Called under the lock. */
    void resized() {}

    final long now() {
        return clock.millis();
    }

    /** Whether one more than this is too many. Under the lock. */
    final boolean exceedsCacheSize(int count) {
        return cacheSize != 0 && count > cacheSize;
    }

    /** Under the lock. */
    final boolean isExpired(long creationTime, long now) {
        return timeout != 0 && now - creationTime >= timeout * 1000L;
    }

    /** Takes a session in, or notes its use, unless it is invalid. Under the lock. */
    final void register(JsseSession session) {
        if (session.isInvalidated()) {
            return;
        }
        session.keep();
        JsseSession before = sessions.put(session.sessionId(), session);
        if (before != null && !before.isVery(session)) {
            evicted(before);
        }
        trim();
    }

    /**
     * Takes a session out that nobody has seen, since it turned out to be another. Under the lock.
     */
    final void withdraw(JsseSession session) {
        remove(session);
    }

    private void remove(JsseSession session) {
        JsseSession known = sessions.get(session.sessionId());
        if (known != null && known.isVery(session)) {
            sessions.remove(session.sessionId());
        }
    }

    /** Ends a session. Under the lock. */
    final void end(JsseSession session) {
        session.markInvalid();
        remove(session);
        ended(session);
    }

    /** A session was invalidated: what could resume it goes. */
    final void forget(JsseSession session) {
        lock.lock();
        try {
            end(session);
        } finally {
            lock.unlock();
        }
    }

    private void sweep() {
        long now = now();
        List<JsseSession> expired = new ArrayList<>();
        for (JsseSession session : sessions.values()) {
            if (isExpired(session.getCreationTime(), now)) {
                expired.add(session);
            }
        }
        expired.forEach(this::end);
    }

    private void trim() {
        while (exceedsCacheSize(sessions.size())) {
            Iterator<JsseSession> oldest = sessions.values().iterator();
            JsseSession session = oldest.next();
            oldest.remove();
            evicted(session);
        }
    }

    @Override
    public final @Nullable SSLSession getSession(byte[] sessionId) {
        Objects.requireNonNull(sessionId, "session id cannot be null");
        lock.lock();
        try {
            JsseSession session = sessions.get(new SessionId(sessionId));
            if (session != null && isExpired(session.getCreationTime(), now())) {
                end(session);
                return null;
            }
            return session;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final Enumeration<byte[]> getIds() {
        lock.lock();
        try {
            sweep();
            List<byte[]> ids = new ArrayList<>(sessions.size());
            sessions.keySet().forEach(id -> ids.add(id.bytes()));
            return Collections.enumeration(ids);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final void setSessionTimeout(int seconds) {
        requireNotNegative(seconds, "a session timeout of " + seconds + " seconds");
        lock.lock();
        try {
            timeout = seconds;
            sweep();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final int getSessionTimeout() {
        lock.lock();
        try {
            return timeout;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final void setSessionCacheSize(int size) {
        requireNotNegative(size, "a session cache of size " + size);
        lock.lock();
        try {
            cacheSize = size;
            trim();
            resized();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final int getSessionCacheSize() {
        lock.lock();
        try {
            return cacheSize;
        } finally {
            lock.unlock();
        }
    }

    private static void requireNotNegative(int value, String what) {
        if (value < 0) {
            throw new IllegalArgumentException(what + "; 0 (no limit) or more is wanted");
        }
    }
}
