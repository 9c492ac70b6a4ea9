package io.rustls4j.tcnative.connection;

import io.netty.internal.tcnative.SSL;
import io.netty.internal.tcnative.SSLSessionCache;
import io.rustls4j.CipherSuite;
import io.rustls4j.ClientConfig;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.Resumption;
import io.rustls4j.Tls12Resumption;
import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsConnection;
import io.rustls4j.tcnative.context.ClientPlan;
import io.rustls4j.tcnative.context.Ctx;
import io.rustls4j.tcnative.context.ServerPlan;
import io.rustls4j.tcnative.context.SslOptions;
import io.rustls4j.tcnative.session.SessionHandles;
import io.rustls4j.tcnative.session.SharedMemory;
import io.rustls4j.tcnative.session.SslSession;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sessions of one connection: what it may resume, and what it leaves to be resumed. */
final class Sessions {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_LENGTH = 32;

    /** How many tickets rustls sends by itself (RFC 8446 section 4.6.1). */
    private static final int RUSTLS_TICKETS = 2;

    /** For servers without a name; nothing of it is sent. */
    private static final String NAMELESS = "nameless.invalid";

    /** Each memory is shared by the connections to one server alone. */
    private static final Resumption OF_ONE_SERVER = Resumption.inMemory(1);

    private static final Resumption OF_ONE_SERVER_BY_ID =
            OF_ONE_SERVER.withTls12Resumption(Tls12Resumption.SESSION_ID_ONLY);

    private final Ssl ssl;
    private final Ctx ctx;
    private final Facts facts;
    private @Nullable SslSession offered;
    private @Nullable SharedMemory memory;
    private ServerPlan.Sessions ofServer = ServerPlan.Sessions.OFF;
    private int ticketsSeen;

    Sessions(Ssl ssl, Ctx ctx, Facts facts) {
        this.ssl = ssl;
        this.ctx = ctx;
        this.facts = facts;
    }

    boolean offer(SslSession session) {
        if (session.memory().isEmpty()) {
            return false;
        }
        session.retain();
        if (offered != null) {
            SessionHandles.release(offered);
        }
        offered = session;
        return true;
    }

    // Clients.

    /** Makes a client's connection, which may resume what was offered. */
    TlsConnection connect() {
        String name = ssl.hostname();
        ClientPlan plan = plan(name != null);
        try {
            return connect(plan, name != null ? name : NAMELESS);
        } catch (TlsConfigException e) {
            if (name == null || e.reason() != TlsConfigException.Reason.SERVER_NAME) {
                throw e;
            }
            return connect(plan(false), NAMELESS);
        }
    }

    private ClientPlan plan(boolean sni) {
        return ssl.settings(
                own -> {
                    List<ProtocolVersion> versions = own.usableVersions();
                    List<CipherSuite> suites = own.usableSuites();
                    return new ClientPlan(
                            versions,
                            suites,
                            own.groups(),
                            ctx.alpn(),
                            sni,
                            ssl.certificate().isChosen(),
                            Optional.ofNullable(ssl.certificate().usual()),
                            resumption(own.options()));
                });
    }

    private Resumption resumption(int options) {
        if (!isCaching(SSL.SSL_SESS_CACHE_CLIENT)) {
            return Resumption.DISABLED;
        }
        return SslOptions.tickets(options) ? OF_ONE_SERVER : OF_ONE_SERVER_BY_ID;
    }

    private TlsConnection connect(ClientPlan plan, String name) {
        if (plan.resumption().equals(Resumption.DISABLED)) {
            return ctx.clientConfigs().use(plan, config -> config.connect(name));
        }
        SharedMemory shared = resumable();
        if (shared != null && shared.isFor(ctx, plan, name)) {
            shared.retain();
        } else {
            ClientConfig own =
                    ctx.clientConfigs()
                            .use(plan, config -> config.withResumption(plan.resumption()));
            shared = new SharedMemory(ctx, plan, name, own);
        }
        memory = shared;
        return shared.config().connect(name);
    }

    /**
     * Netty counts from when it was given a ticket, and so would resume for ever what is resumed in
     * time.
     */
    private @Nullable SharedMemory resumable() {
        SslSession session = offered;
        return session == null || session.hasTimedOut() ? null : session.memory().orElse(null);
    }

    private boolean isCaching(long side) {
        return (ctx.sessionCacheMode() & side) != 0 && ctx.sessionCache() != null;
    }

    // Servers.

    /**
     * Without a cache only tickets under keys of the application are left, which it has asked for.
     * A client that takes no tickets has the cache.
     */
    ServerPlan.Sessions ofServer(int options, boolean tls13, boolean takesTickets) {
        ofServer = choose(options, tls13, takesTickets);
        return ofServer;
    }

    private ServerPlan.Sessions choose(int options, boolean tls13, boolean takesTickets) {
        boolean cache = (ctx.sessionCacheMode() & SSL.SSL_SESS_CACHE_SERVER) != 0;
        if (takesTickets && SslOptions.tickets(options) && (cache || !ctx.ticketKeys().isEmpty())) {
            return ServerPlan.Sessions.TICKETS;
        }
        if (!cache) {
            return ServerPlan.Sessions.OFF;
        }
        return tls13 ? ServerPlan.Sessions.MEMORY : ServerPlan.Sessions.CACHE;
    }

    // What comes of the handshake.

    void completed(TlsConnection tls) {
        count();
        if (!ssl.isServer() && !facts.isTls13() && facts.sessionId().length == 0) {
            // The server has sent a ticket instead, and Netty's cache goes by ids.
            facts.setSessionId(newId());
        }
        if (facts.isResumed()) {
            return;
        }
        if (memory != null) {
            memory.renew();
        }
        boolean remembered =
                ssl.isServer()
                        ? ofServer == ServerPlan.Sessions.CACHE
                        : !facts.isTls13() && memory != null;
        if (remembered) {
            hand(facts.sessionId());
        }
        lookForTickets(tls);
    }

    private void count() {
        (ssl.isServer() ? ctx.counters().acceptGood : ctx.counters().connectGood).increment();
        if (facts.isResumed()) {
            ctx.counters().hits.increment();
        } else if (offered != null) {
            ctx.counters().misses.increment();
        }
        if (ssl.isServer() && !ctx.ticketKeys().isEmpty()) {
            countTickets();
        }
    }

    /** Only those under keys of the application, as in OpenSSL. */
    private void countTickets() {
        if (facts.isResumed()) {
            ctx.counters().ticketsResumed.increment();
        }
        // Whether a client of TLS 1.2 takes tickets is not known here.
        if (facts.isTls13()) {
            ctx.counters().ticketsNew.add(ctx.numTickets().orElse(RUSTLS_TICKETS));
        }
    }

    /**
     * With TLS 1.3 each ticket is a session, to be used once, and has an id; the connection has
     * none of its own, and Netty gives it that of its first ticket.
     */
    void lookForTickets(TlsConnection tls) {
        if (memory == null || !facts.isTls13()) {
            return;
        }
        int tickets = tls.tls13TicketsReceived();
        while (ticketsSeen < tickets) {
            ticketsSeen++;
            hand(newId());
        }
    }

    private void hand(byte[] id) {
        SSLSessionCache cache = ctx.sessionCache();
        if (cache == null) {
            return;
        }
        SslSession session =
                new SslSession(
                        id, facts.isTls13(), ctx.sessionTimeout(), Optional.ofNullable(memory));
        long handle = SessionHandles.add(session);
        if (!cache.sessionCreated(ssl.handle(), handle)) {
            SessionHandles.release(handle);
        }
    }

    private static byte[] newId() {
        byte[] id = new byte[ID_LENGTH];
        RANDOM.nextBytes(id);
        return id;
    }

    void free() {
        if (offered != null) {
            SessionHandles.release(offered);
            offered = null;
        }
        if (memory != null) {
            memory.release();
            memory = null;
        }
    }
}
