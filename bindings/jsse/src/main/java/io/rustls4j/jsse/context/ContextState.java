package io.rustls4j.jsse.context;

import io.rustls4j.jsse.keys.KeyChoice;
import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.parameters.ContextKind;
import io.rustls4j.jsse.session.ClientSessions;
import io.rustls4j.jsse.session.JsseSession;
import io.rustls4j.jsse.session.ServerSessionCache;
import io.rustls4j.jsse.trust.PeerTrust;
import org.jspecify.annotations.Nullable;

/** What the connections of one SSLContext have in common. Thread-safe. */
public final class ContextState {
    /** The JDK's own switch for answering a TLS 1.3 close_notify with one. */
    private static final boolean ACKNOWLEDGE_CLOSE_NOTIFY =
            Boolean.getBoolean("jdk.tls.acknowledgeCloseNotify");

    private final ContextKind kind;
    private final ClientSessions clientSessions = new ClientSessions();
    private final ServerSessionCache serverSessions = new ServerSessionCache();
    private final ClientConfigs clientConfigs;
    private final ServerConfigs serverConfigs;

    public ContextState(ContextKind kind, PeerTrust trust, KeyChoice keys) {
        this.kind = kind;
        this.clientConfigs = new ClientConfigs(trust, keys, clientSessions);
        this.serverConfigs = new ServerConfigs(trust, keys, serverSessions);
        ContextCleanup.register(this, clientConfigs.cache(), serverConfigs.cache());
    }

    /** What a new connection is set to do. */
    public ConnectionParameters newParameters(boolean client) {
        return ConnectionParameters.defaults(kind, client);
    }

    /** A session for a handshake that begins. */
    public JsseSession newSession(boolean client, @Nullable String host, int port) {
        return JsseSession.begin(host, port, client ? clientSessions : serverSessions);
    }

    /** The session of a connection that has none: SSL_NULL_WITH_NULL_NULL. */
    public JsseSession nullSession() {
        return JsseSession.none(null, -1);
    }

    public ClientConfigs clientConfigs() {
        return clientConfigs;
    }

    public ServerConfigs serverConfigs() {
        return serverConfigs;
    }

    public ClientSessions clientSessions() {
        return clientSessions;
    }

    public ServerSessionCache serverSessions() {
        return serverSessions;
    }

    /** Whether a TLS 1.3 connection ends in both directions when the peer ends one. */
    public boolean acknowledgesCloseNotify() {
        return ACKNOWLEDGE_CLOSE_NOTIFY;
    }
}
