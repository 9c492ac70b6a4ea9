package io.rustls4j.jsse.session;

import io.rustls4j.HandshakeKind;
import io.rustls4j.ServerSessionStore;
import io.rustls4j.jsse.handshake.CurrentHandshake;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A context's sessions as a server, with what rustls needs to resume them. rustls stores it under
 * keys of its own choice, several to a session with TLS 1.3; handshakes tell whose they are.
 */
public final class ServerSessionCache extends RegisteredSessions {
    /** As many tickets as can be sent in one handshake; a client on rustls keeps 8. */
    static final int MOST_KEYS = TicketCount.MOST;

    private final Map<StoreKey, StoredSecret> entries = new HashMap<>();

    public ServerSessionCache() {
        this(SessionDefaults.read(), InstantSource.system());
    }

    ServerSessionCache(SessionDefaults defaults, InstantSource clock) {
        super(defaults, clock);
    }

    /**
     * A store for configurations.
     *
     * @param partition all that decides whom the server trusts: a session is found only where it
     *     was stored
     */
    public ServerSessionStore storeFor(String partition) {
        return new PartitionStore(this, partition);
    }

    /**
     * A handshake is done.
     *
     * @param made the session of this handshake
     * @return the session that the connection has from now on: {@code made}, or the one that was
     *     resumed
     */
    public JsseSession completed(JsseSession made, HandshakeKind kind) {
        lock.lock();
        try {
            JsseSession session = made;
            StoredKeys stored = made.stored;
            if (stored != null) {
                JsseSession offered = stored.offered;
                stored.offered = null;
                stored.eraseLent();
                if (kind == HandshakeKind.RESUMED && offered != null) {
                    session = offered;
                    withdraw(made);
                    hand(stored, made, offered);
                }
            }
            if (!session.isVery(made)) {
                session.touch(now());
            }
            register(session);
            return session;
        } finally {
            lock.unlock();
        }
    }

    /** rustls has read what it looked up in this handshake so far. */
    public void lookedUp(JsseSession made) {
        // As good as guarded: only the handshake's own thread gives it something.
        if (made.stored == null) {
            return;
        }
        lock.lock();
        try {
            StoredKeys stored = made.stored;
            if (stored != null) {
                stored.eraseLent();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The session that a handshake led to is for its connection alone. */
    public void withhold(JsseSession session) {
        lock.lock();
        try {
            ended(session);
        } finally {
            lock.unlock();
        }
    }

    /** The tickets of a resumed connection are for the session that it resumed. */
    private void hand(StoredKeys stored, JsseSession made, JsseSession resumed) {
        made.stored = null;
        for (StoreKey key : stored.keys) {
            StoredSecret entry = entries.get(key);
            if (entry == null) {
                continue;
            }
            if (resumed.isInvalidated()) {
                entries.remove(key);
                entry.erase();
            } else {
                entry.session = resumed;
                add(resumed, key);
            }
        }
    }

    boolean put(JsseSession session, StoreKey key, byte[] value) {
        lock.lock();
        try {
            register(session);
            StoredSecret entry = new StoredSecret(value, session);
            if (session.isInvalidated()) {
                entry.erase();
                return false;
            }
            remove(key);
            entries.put(key, entry);
            add(session, key);
            return true;
        } finally {
            lock.unlock();
        }
    }

    Optional<byte[]> find(JsseSession made, StoreKey key, boolean remove) {
        lock.lock();
        try {
            StoredSecret entry = entries.get(key);
            if (entry == null) {
                return Optional.empty();
            }
            JsseSession session = entry.session;
            if (session.isInvalidated() || isExpired(session.getCreationTime(), now())) {
                end(session);
                return Optional.empty();
            }
            StoredKeys stored = stored(made);
            stored.offered = session;
            byte[] value = stored.lend(entry.value.clone());
            if (remove) {
                remove(key);
            }
            return Optional.of(value);
        } finally {
            lock.unlock();
        }
    }

    private void add(JsseSession session, StoreKey key) {
        StoredKeys stored = stored(session);
        stored.keys.addLast(key);
        if (stored.keys.size() > MOST_KEYS) {
            remove(stored.keys.getFirst());
        }
    }

    private static StoredKeys stored(JsseSession session) {
        StoredKeys stored = session.stored;
        if (stored == null) {
            stored = new StoredKeys();
            session.stored = stored;
        }
        return stored;
    }

    private void remove(StoreKey key) {
        StoredSecret entry = entries.remove(key);
        if (entry != null) {
            entry.erase();
            StoredKeys stored = entry.session.stored;
            if (stored != null) {
                stored.keys.remove(key);
            }
        }
    }

    @Override
    void evicted(JsseSession session) {
        ended(session);
    }

    @Override
    void ended(JsseSession session) {
        StoredKeys stored = session.stored;
        if (stored != null) {
            while (!stored.keys.isEmpty()) {
                remove(stored.keys.getFirst());
            }
        }
    }

    int storedKeys() {
        lock.lock();
        try {
            return entries.size();
        } finally {
            lock.unlock();
        }
    }

    /** The session whose handshake goes on on this thread. */
    static JsseSession inTheMaking() {
        return CurrentHandshake.get().session();
    }
}
