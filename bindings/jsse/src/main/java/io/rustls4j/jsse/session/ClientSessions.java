package io.rustls4j.jsse.session;

import io.rustls4j.ClientConfig;
import io.rustls4j.HandshakeKind;
import io.rustls4j.Resumption;
import io.rustls4j.TlsConnection;
import java.lang.ref.Cleaner;
import java.security.AlgorithmConstraints;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A context's sessions as a client. rustls keeps them in configurations, by server name alone, and
 * gives none out; so each peer has a configuration of its own, and a session is forgotten by
 * replacing its peer's.
 */
public final class ClientSessions extends RegisteredSessions {
    /** One name is kept in a configuration, and rustls counts tickets where it says servers. */
    private static final Resumption ONE_SERVER = Resumption.inMemory(1);

    private static final Cleaner CLEANER = Cleaner.create();

    private final Map<Peer, PeerMemory> peers = new LinkedHashMap<>(16, 0.75f, true);
    private final OpenConfigs open = new OpenConfigs();

    public ClientSessions() {
        this(SessionDefaults.read(), InstantSource.system());
    }

    ClientSessions(SessionDefaults defaults, InstantSource clock) {
        super(defaults, clock);
        CLEANER.register(this, open::closeAll);
    }

    /**
     * Prepares a connection.
     *
     * @param base what the connection does; stays the caller's. Its identity stands for trust
     *     manager, key manager, suites, and versions
     * @param host the peer's name; null if unknown, and then nothing is resumed
     * @param port the peer's port; negative if unknown, and then nothing is resumed
     * @param identification the endpoint identification algorithm; null or empty for none
     * @param constraints what the application set itself, by identity; null for nothing
     */
    public Lease lease(
            ClientConfig base,
            @Nullable String host,
            int port,
            @Nullable String identification,
            @Nullable AlgorithmConstraints constraints) {
        return new Lease(base, host, port, identification, constraints);
    }

    /** Gives back what was made from a configuration that will not be used any more. */
    public void forget(ClientConfig base) {
        lock.lock();
        try {
            retireIf(memory -> memory.peer().base() == base);
        } finally {
            lock.unlock();
        }
    }

    /** One connection's use of its peer's sessions. For the thread that drives the connection. */
    public final class Lease {
        private final ClientConfig base;
        private final @Nullable String host;
        private final int port;
        private final @Nullable String identification;
        private final @Nullable AlgorithmConstraints constraints;
        private @Nullable PeerMemory memory;

        private Lease(
                ClientConfig base,
                @Nullable String host,
                int port,
                @Nullable String identification,
                @Nullable AlgorithmConstraints constraints) {
            this.base = base;
            this.host = host;
            this.port = port;
            this.identification = identification;
            this.constraints = constraints;
        }

        /**
         * Makes the connection, offering what is remembered of the peer.
         *
         * @throws IllegalStateException if {@code base} is closed
         */
        public TlsConnection connect(String serverName, List<String> alpnProtocols) {
            return connect(serverName, config -> config.connect(serverName, alpnProtocols));
        }

        /** A configuration may be replaced at any time, but none is closed while it is in use. */
        <T> T connect(String serverName, Function<ClientConfig, T> connector) {
            Peer peer = Peer.of(base, host, port, identification, constraints, serverName);
            PeerMemory entered = enter(peer);
            memory = entered;
            try {
                return connector.apply(entered.config());
            } finally {
                leave(entered);
            }
        }

        /** Whether the connection that was made may resume a session, if the server agrees. */
        public boolean canResume() {
            PeerMemory bound = bound();
            lock.lock();
            try {
                return !bound.isEmpty() && !bound.isRetired();
            } finally {
                lock.unlock();
            }
        }

        /**
         * The handshake is done.
         *
         * @param made the session of this handshake, with version, suite, and the peer's
         *     certificates, of a resumed connection, too
         * @return the session that the connection has from now on: {@code made}, or the one that
         *     was resumed
         */
        public JsseSession completed(JsseSession made, HandshakeKind kind) {
            return ClientSessions.this.completed(bound(), made, kind);
        }

        /**
         * The handshake has failed: nothing that it may have been built on is offered to this peer
         * again (RFC 5246 section 7.2.2).
         */
        public void failed() {
            PeerMemory bound = memory;
            if (bound != null && bound.peer().mayResume()) {
                lock.lock();
                try {
                    retire(bound);
                } finally {
                    lock.unlock();
                }
            }
        }

        /** The session that the handshake led to is for this connection alone. */
        public void withhold() {
            failed();
        }

        private PeerMemory bound() {
            PeerMemory bound = memory;
            if (bound == null) {
                throw new IllegalStateException("asked before the connection was made");
            }
            return bound;
        }
    }

    private PeerMemory enter(Peer peer) {
        lock.lock();
        try {
            PeerMemory known = peers.get(peer);
            if (known != null && isExpired(known.oldest(), now())) {
                retire(known);
                known = null;
            }
            PeerMemory entered = known == null ? begin(peer) : known;
            entered.enter();
            return entered;
        } finally {
            lock.unlock();
        }
    }

    private PeerMemory begin(Peer peer) {
        Resumption resumption = peer.mayResume() ? ONE_SERVER : Resumption.DISABLED;
        PeerMemory memory = new PeerMemory(peer, open.add(peer.base().withResumption(resumption)));
        peers.put(peer, memory);
        resized();
        return memory;
    }

    private void leave(PeerMemory memory) {
        lock.lock();
        try {
            if (memory.leave()) {
                open.close(memory.config());
            }
        } finally {
            lock.unlock();
        }
    }

    private JsseSession completed(PeerMemory memory, JsseSession made, HandshakeKind kind) {
        lock.lock();
        try {
            JsseSession resumed = kind == HandshakeKind.RESUMED ? memory.resumedBy(made) : null;
            JsseSession session = resumed == null ? made : resumed;
            if (resumed != null) {
                session.touch(now());
            }
            session.memory = memory;
            if (session.isInvalidated()) {
                ended(session);
            } else {
                if (memory.peer().mayResume()) {
                    memory.remember(session);
                }
                register(session);
            }
            return session;
        } finally {
            lock.unlock();
        }
    }

    /** Without the sessions that others were alike to, what rustls keeps has no owner any more. */
    @Override
    void evicted(JsseSession session) {
        PeerMemory memory = session.memory;
        if (memory != null && memory.drop(session)) {
            retire(memory);
        }
    }

    @Override
    void ended(JsseSession session) {
        PeerMemory memory = session.memory;
        if (memory != null && memory.peer().mayResume()) {
            retire(memory);
        }
    }

    /** Peers are limited like sessions: of some there never is any. */
    @Override
    void resized() {
        while (exceedsCacheSize(peers.size())) {
            retire(peers.values().iterator().next());
        }
    }

    private void retireIf(Predicate<PeerMemory> condition) {
        List<PeerMemory> chosen = new ArrayList<>(peers.values());
        chosen.removeIf(condition.negate());
        chosen.forEach(this::retire);
    }

    /** Connections that were made go on; what they add to the memory is of no use to anybody. */
    private void retire(PeerMemory memory) {
        peers.remove(memory.peer(), memory);
        if (memory.retire()) {
            open.close(memory.config());
        }
    }

    OpenConfigs open() {
        return open;
    }
}
