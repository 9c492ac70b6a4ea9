package io.rustls4j.tcnative.context;

import io.rustls4j.ServerSessions;
import io.rustls4j.TicketKey;
import io.rustls4j.tcnative.context.ServerPlan.ClientAuth;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a context's servers remember sessions: all its configurations the same way, so that a session
 * is resumed whatever protocol, certificate or group comes of the next hello. What a configuration
 * demands of clients keeps sessions apart all the same. Thread-safe.
 */
final class ServerMemory {
    private static final int LARGEST_CACHE = 1 << 20;

    /** Seven days (RFC 8446 section 4.6.1). */
    private static final long MAX_LIFETIME_SECONDS = 604_800;

    private final Ctx ctx;
    private final OwnTicketKeys ownKeys = new OwnTicketKeys(System::nanoTime);
    private final Map<Part, CachedSessions> stores = new HashMap<>();

    private record Part(ClientAuth clientAuth, ServerPlan.Sessions sessions) {}

    ServerMemory(Ctx ctx) {
        this.ctx = ctx;
    }

    /**
     * Changes the keys of tickets if it is time for that; configurations have the old ones then.
     */
    boolean rotate() {
        return ownKeys.rotate(lifetime());
    }

    /** The keys of a plan's tickets, the caller's to destroy; none if it makes no tickets. */
    List<TicketKey> ticketKeys(ServerPlan plan) {
        if (plan.sessions() != ServerPlan.Sessions.TICKETS) {
            return List.of();
        }
        List<TicketKey> given = ctx.ticketKeys();
        return given.isEmpty() ? ownKeys.use(OwnTicketKeys::copies) : OwnTicketKeys.copies(given);
    }

    /** What a plan's configuration remembers sessions with. */
    ServerSessions of(ServerPlan plan, List<TicketKey> ticketKeys) {
        return switch (plan.sessions()) {
            case OFF -> new ServerSessions.Disabled();
            case TICKETS -> new ServerSessions.TicketKeys(ticketKeys, lifetime());
            case MEMORY, CACHE -> new ServerSessions.Stored(store(plan), lifetime());
        };
    }

    private synchronized CachedSessions store(ServerPlan plan) {
        long wanted = ctx.sessionCacheSize();
        int size = wanted <= 0 ? LARGEST_CACHE : (int) Math.min(wanted, LARGEST_CACHE);
        return stores.computeIfAbsent(
                new Part(plan.clientAuth(), plan.sessions()),
                part -> new CachedSessions(ctx, size));
    }

    private Duration lifetime() {
        return Duration.ofSeconds(Math.clamp(ctx.sessionTimeout(), 1, MAX_LIFETIME_SECONDS));
    }

    /** Forgets what is kept here; tickets go on. */
    synchronized void forgetStores() {
        stores.clear();
    }

    /** No session of before is resumed any more, but for those under keys of the application. */
    void forget() {
        ownKeys.forget();
        forgetStores();
    }
}
