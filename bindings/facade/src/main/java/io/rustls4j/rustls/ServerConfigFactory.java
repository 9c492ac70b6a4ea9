package io.rustls4j.rustls;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerSessions;
import io.rustls4j.TlsConfigException.Reason;
import io.rustls4j.engine.AlpnNames;
import io.rustls4j.engine.ServerIdentity;
import io.rustls4j.engine.ServerSettings;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls4j_server_config_options;
import io.rustls4j.ffi.rustls_h;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.List;

/**
 * Builds rustls's server configuration: upstream's builder first, then what only the extension can
 * set.
 */
final class ServerConfigFactory {
    private static final String WHAT = "the server configuration";

    private ServerConfigFactory() {}

    /** A new configuration, which the caller owns. */
    static MemorySegment build(ServerSettings settings) {
        try (NativeScope scope = new NativeScope();
                ContextLedger contexts = new ContextLedger()) {
            MemorySegment base = buildBase(scope, settings);
            MemorySegment options = options(scope, settings, contexts);
            MemorySegment out = scope.out();
            contexts.settle(
                    rustls4j_h.rustls4j_server_config_customize(base, options, out),
                    Reason.PARAMETERS,
                    WHAT);
            return out.get(ValueLayout.ADDRESS, 0);
        }
    }

    private static MemorySegment buildBase(NativeScope scope, ServerSettings settings) {
        MemorySegment provider = NativeProvider.of(scope, settings.provider());
        MemorySegment verifier =
                settings.clientVerifier().isPresent()
                        ? NativeClientVerifiers.of(scope, provider, settings.clientVerifier().get())
                        : null;
        List<MemorySegment> keys =
                settings.identity() instanceof ServerIdentity.Keys(List<CertifiedKey> certified)
                        ? NativeKeys.use(scope, certified)
                        : List.of();
        MemorySegment builder = newBuilder(scope, provider, settings);
        try {
            configure(scope, builder, settings, keys);
            if (verifier != null) {
                rustls_h.rustls_server_config_builder_set_client_verifier(builder, verifier);
            }
        } catch (RuntimeException e) {
            rustls_h.rustls_server_config_builder_free(builder);
            throw e;
        }
        // From here the builder is consumed, whether or not it builds.
        MemorySegment out = scope.out();
        ResultCodes.checkConfig(
                rustls_h.rustls_server_config_builder_build(builder, out), Reason.PARAMETERS, WHAT);
        return scope.own(HandleKind.SERVER_CONFIG, out.get(ValueLayout.ADDRESS, 0));
    }

    private static MemorySegment newBuilder(
            NativeScope scope, MemorySegment provider, ServerSettings settings) {
        List<ProtocolVersion> versions = settings.versions();
        MemorySegment out = scope.out();
        int result =
                rustls_h.rustls_server_config_builder_new_custom(
                        provider, NativeNumbers.versions(scope, versions), versions.size(), out);
        if (result != RustlsResult.OK) {
            throw ResultCodes.configFailure(
                    result,
                    Reason.PARAMETERS,
                    "the versions " + versions + " with " + settings.provider());
        }
        return out.get(ValueLayout.ADDRESS, 0);
    }

    /**
     * An empty list of keys is upstream's way to have a resolver at all; the application's takes
     * its place later.
     */
    private static void configure(
            NativeScope scope,
            MemorySegment builder,
            ServerSettings settings,
            List<MemorySegment> keys) {
        check(
                rustls_h.rustls_server_config_builder_set_certified_keys(
                        builder, NativeData.pointers(scope.arena(), keys), keys.size()));
        List<byte[]> alpn = AlpnNames.bytes(settings.alpn());
        check(
                rustls_h.rustls_server_config_builder_set_alpn_protocols(
                        builder, NativeData.slicesArray(scope, alpn), alpn.size()));
        if (settings.maxTls13Tickets().isPresent()) {
            check(
                    rustls_h.rustls_server_config_builder_set_max_tls13_tickets(
                            builder, settings.maxTls13Tickets().getAsInt()));
        }
    }

    private static MemorySegment options(
            NativeScope scope, ServerSettings settings, ContextLedger contexts) {
        MemorySegment options = rustls4j_server_config_options.allocate(scope.arena());
        options.fill((byte) 0);
        if (settings.identity() instanceof ServerIdentity.Resolved(var resolver)) {
            rustls4j_server_config_options.resolver_ctx(options, contexts.register(resolver));
            rustls4j_server_config_options.resolve(options, ResolveServerUpcall.STUB);
            rustls4j_server_config_options.resolver_drop(options, Contexts.DROP);
        }
        if (settings.keyLog().isPresent()) {
            rustls4j_server_config_options.key_log_ctx(
                    options, contexts.register(settings.keyLog().get()));
            rustls4j_server_config_options.key_log(options, KeyLogUpcall.STUB);
            rustls4j_server_config_options.key_log_drop(options, Contexts.DROP);
        }
        // Upstream's builder has functions for these two, but at every start each would be linked
        // anew.
        rustls4j_server_config_options.ignore_client_order(
                options, ClientConfigFactory.onOrOff(settings.ignoreClientOrder()));
        if (settings.sendTls13Tickets().isPresent()) {
            rustls4j_server_config_options.send_tls13_tickets(
                    options, settings.sendTls13Tickets().getAsInt());
            rustls4j_server_config_options.send_tls13_tickets_set(options, true);
        }
        sessions(scope, options, settings, contexts);
        NativeCertCompression compression =
                NativeCertCompression.of(scope, settings.certCompression(), contexts);
        rustls4j_server_config_options.cert_compression(options, compression.kind());
        rustls4j_server_config_options.cert_compressors(options, compression.compressors());
        rustls4j_server_config_options.cert_compressors_len(
                options, compression.compressorsLength());
        rustls4j_server_config_options.cert_decompressors(options, compression.decompressors());
        rustls4j_server_config_options.cert_decompressors_len(
                options, compression.decompressorsLength());
        rustls4j_server_config_options.require_ems(
                options, ClientConfigFactory.onOrOff(settings.requireEms()));
        rustls4j_server_config_options.max_fragment_size(options, settings.maxFragmentSize());
        return options;
    }

    private static void sessions(
            NativeScope scope,
            MemorySegment options,
            ServerSettings settings,
            ContextLedger contexts) {
        switch (settings.sessions()) {
            case ServerSessions.InMemory memory -> {
                rustls4j_server_config_options.sessions(
                        options, rustls4j_h.RUSTLS4J_SESSIONS_MEMORY());
                rustls4j_server_config_options.sessions_size(options, memory.sessions());
                lifetime(options, memory.lifetime());
            }
            case ServerSessions.Disabled disabled -> {
                rustls4j_server_config_options.sessions(
                        options, rustls4j_h.RUSTLS4J_SESSIONS_NONE());
                rustls4j_server_config_options.tickets(options, rustls4j_h.RUSTLS4J_TICKETS_NONE());
            }
            case ServerSessions.Stored stored -> {
                rustls4j_server_config_options.sessions(
                        options, rustls4j_h.RUSTLS4J_SESSIONS_CALLBACKS());
                rustls4j_server_config_options.sessions_ctx(
                        options, contexts.register(stored.store()));
                rustls4j_server_config_options.put_session(options, SessionUpcalls.PUT);
                rustls4j_server_config_options.get_session(options, SessionUpcalls.GET);
                rustls4j_server_config_options.sessions_drop(options, Contexts.DROP);
                lifetime(options, stored.lifetime());
            }
            case ServerSessions.StatelessTickets(var lifetime) -> {
                rustls4j_server_config_options.sessions(
                        options, rustls4j_h.RUSTLS4J_SESSIONS_NONE());
                rustls4j_server_config_options.tickets(
                        options, rustls4j_h.RUSTLS4J_TICKETS_STATELESS());
                lifetime(options, lifetime);
            }
            case ServerSessions.TicketKeys(var keys, var lifetime) -> {
                rustls4j_server_config_options.sessions(
                        options, rustls4j_h.RUSTLS4J_SESSIONS_NONE());
                rustls4j_server_config_options.tickets(options, rustls4j_h.RUSTLS4J_TICKETS_KEYS());
                rustls4j_server_config_options.ticket_keys(
                        options, NativeTicketKeys.of(scope, keys, settings.clientVerifier()));
                rustls4j_server_config_options.ticket_keys_len(options, keys.size());
                lifetime(options, lifetime);
            }
        }
    }

    private static void lifetime(MemorySegment options, Duration lifetime) {
        rustls4j_server_config_options.session_lifetime_seconds(
                options, (int) lifetime.toSeconds());
    }

    private static void check(int result) {
        ResultCodes.checkConfig(result, Reason.PARAMETERS, WHAT);
    }
}
