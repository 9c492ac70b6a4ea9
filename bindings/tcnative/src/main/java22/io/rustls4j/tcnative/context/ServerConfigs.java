package io.rustls4j.tcnative.context;

import io.rustls4j.ClientCertVerifier;
import io.rustls4j.CustomClientVerifier;
import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import io.rustls4j.ServerSessions;
import io.rustls4j.TicketKey;
import io.rustls4j.configs.ConfigCache;
import io.rustls4j.tcnative.context.ServerPlan.ClientAuth;
import java.util.List;
import java.util.Optional;

/** The server configurations of a context. Thread-safe. */
public final class ServerConfigs {
    private static final int LIMIT = 1024;

    private final Ctx ctx;
    private final ServerMemory memory;
    private final ConfigCache<ServerPlan, ServerConfig> configs =
            new ConfigCache<>(LIMIT, config -> {});

    ServerConfigs(Ctx ctx) {
        this.ctx = ctx;
        this.memory = new ServerMemory(ctx);
    }

    /**
     * Uses the configuration for a plan.
     *
     * @param plan what it must do
     * @param use what is done with it; nobody closes it meanwhile
     * @param <R> what comes of it
     * @param <E> what it may throw
     * @return what comes of it
     * @throws E what it throws
     * @throws io.rustls4j.TlsConfigException if the plan cannot be done
     */
    public <R, E extends Exception> R use(ServerPlan plan, Use<R, E> use) throws E {
        if (memory.rotate()) {
            configs.closeAll();
        }
        try (ConfigCache<ServerPlan, ServerConfig>.Loan loan = configs.borrow(plan, this::build)) {
            return use.with(loan.config());
        }
    }

    /**
     * What is done with a configuration.
     *
     * @param <R> what comes of it
     * @param <E> what it may throw
     */
    @FunctionalInterface
    public interface Use<R, E extends Exception> {
        /**
         * Does it.
         *
         * @param config the configuration
         * @return what comes of it
         * @throws E if it fails
         */
        R with(ServerConfig config) throws E;
    }

    private ServerConfig build(ServerPlan plan) {
        List<TicketKey> ticketKeys = memory.ticketKeys(plan);
        try {
            return build(plan, memory.of(plan, ticketKeys));
        } finally {
            ticketKeys.forEach(TicketKey::destroy);
        }
    }

    private ServerConfig build(ServerPlan plan, ServerSessions sessions) {
        CompressionAlgorithms compression = ctx.compression();
        ServerConfig.Builder builder =
                ServerConfig.builder(EngineKind.RUSTLS)
                        .provider(Algorithms.of(plan.suites(), plan.groups()))
                        .versions(plan.versions().toArray(ProtocolVersion[]::new))
                        .certifiedKeys(plan.identity().key())
                        .ignoreClientOrder(plan.serverPreference())
                        .certCompression(compression.compressors(), compression.decompressors())
                        .sessions(sessions);
        plan.alpn().ifPresent(builder::alpnProtocols);
        if (plan.sessions() == ServerPlan.Sessions.OFF) {
            builder.sendTls13Tickets(0);
        } else {
            ctx.numTickets().ifPresent(builder::sendTls13Tickets);
        }
        if (plan.clientAuth() != ClientAuth.NONE) {
            builder.clientVerifier(clientVerifier(plan.clientAuth()));
        }
        if (ctx.wantsSecrets()) {
            builder.keyLog(CurrentPeer::keyLog);
        }
        return builder.build();
    }

    private ClientCertVerifier clientVerifier(ClientAuth clientAuth) {
        CustomClientVerifier.Builder verifier =
                ClientCertVerifier.dangerous().rootHintSubjects(ctx.authorityNames());
        if (clientAuth != ClientAuth.REQUIRED) {
            verifier.allowUnauthenticated();
        }
        return verifier.custom(ServerConfigs::verify);
    }

    private static void verify(ClientCertVerifier.Presented presented) throws Exception {
        CurrentPeer.get().verify(presented.chain(), Optional.empty());
    }

    /** Drops configurations. Sessions go on. */
    void clear() {
        configs.closeAll();
    }

    /** Drops configurations, and what sessions are kept here. */
    void clearStores() {
        memory.forgetStores();
        clear();
    }

    /** Drops configurations; no session of before is resumed by what follows. */
    void forgetSessions() {
        memory.forget();
        clear();
    }
}
