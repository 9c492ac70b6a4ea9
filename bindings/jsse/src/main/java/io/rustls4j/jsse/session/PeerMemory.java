package io.rustls4j.jsse.session;

import io.rustls4j.ClientConfig;
import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * What a client remembers of one peer: a configuration, in which rustls keeps the secrets, and the
 * sessions that they may belong to. Guarded by {@link ClientSessions}.
 */
final class PeerMemory {
    /** rustls keeps as many tickets of a server; more sessions than that cannot be resumed. */
    private static final int MOST_SESSIONS = 8;

    private final Peer peer;
    private final ClientConfig config;

    /** No two of them are alike. The latest is first. */
    private final ArrayDeque<JsseSession> sessions = new ArrayDeque<>(1);

    private long oldest = Long.MAX_VALUE;
    private int users;
    private boolean retired;

    PeerMemory(Peer peer, ClientConfig config) {
        this.peer = peer;
        this.config = config;
    }

    Peer peer() {
        return peer;
    }

    ClientConfig config() {
        return config;
    }

    boolean isRetired() {
        return retired;
    }

    /**
     * When the oldest session began of which a secret may still be here. rustls does not tell which
     * secret it uses, so the oldest one decides for all.
     */
    long oldest() {
        return oldest;
    }

    void enter() {
        users++;
    }

    /** Returns whether the configuration is to be closed. */
    boolean leave() {
        users--;
        return retired && users == 0;
    }

    /** Will not be used again. Returns whether the configuration is to be closed. */
    boolean retire() {
        boolean first = !retired;
        retired = true;
        return first && users == 0;
    }

    /** The session that a connection has resumed: one with what it negotiated; null if none. */
    @Nullable JsseSession resumedBy(JsseSession made) {
        for (JsseSession known : sessions) {
            if (known.isLike(made)) {
                return known;
            }
        }
        return null;
    }

    void remember(JsseSession session) {
        oldest = Math.min(oldest, session.getCreationTime());
        Iterator<JsseSession> known = sessions.iterator();
        while (known.hasNext()) {
            JsseSession before = known.next();
            if (before.isLike(session)) {
                session.shareChainOf(before);
                known.remove();
            }
        }
        sessions.addFirst(session);
        if (sessions.size() > MOST_SESSIONS) {
            sessions.removeLast();
        }
    }

    /** Returns whether that was the last one. */
    boolean drop(JsseSession session) {
        return sessions.removeIf(known -> known.isVery(session)) && sessions.isEmpty();
    }

    boolean isEmpty() {
        return sessions.isEmpty();
    }
}
