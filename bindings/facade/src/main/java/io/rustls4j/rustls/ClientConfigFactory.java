package io.rustls4j.rustls;

import io.rustls4j.CertifiedKey;
import io.rustls4j.EchMode;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.Resumption;
import io.rustls4j.TlsConfigException.Reason;
import io.rustls4j.engine.AlpnNames;
import io.rustls4j.engine.ClientIdentity;
import io.rustls4j.engine.ClientSettings;
import io.rustls4j.ffi.rustls4j_client_config_options;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls_h;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * Builds rustls's client configuration: upstream's builder first, then what only the extension can
 * set.
 */
final class ClientConfigFactory {
    private static final String WHAT = "the client configuration";

    private ClientConfigFactory() {}

    /** A new configuration, which the caller owns. */
    static MemorySegment build(ClientSettings settings) {
        try (NativeScope scope = new NativeScope();
                ContextLedger contexts = new ContextLedger()) {
            MemorySegment base = buildBase(scope, settings);
            MemorySegment options = options(scope, settings, contexts);
            MemorySegment out = scope.out();
            contexts.settle(
                    rustls4j_h.rustls4j_client_config_customize(base, options, out),
                    Reason.PARAMETERS,
                    WHAT);
            return out.get(ValueLayout.ADDRESS, 0);
        }
    }

    /** A configuration that is another one but for its resumption; the caller owns it. */
    static MemorySegment withResumption(MemorySegment base, Resumption resumption) {
        try (NativeScope scope = new NativeScope()) {
            MemorySegment options = rustls4j_client_config_options.allocate(scope.arena());
            options.fill((byte) 0);
            set(options, resumption);
            MemorySegment out = scope.out();
            check(rustls4j_h.rustls4j_client_config_customize(base, options, out));
            return out.get(ValueLayout.ADDRESS, 0);
        }
    }

    private static MemorySegment buildBase(NativeScope scope, ClientSettings settings) {
        MemorySegment provider = NativeProvider.of(scope, settings.provider());
        MemorySegment verifier = NativeServerVerifiers.of(scope, provider, settings.verifier());
        List<MemorySegment> keys =
                settings.identity() instanceof ClientIdentity.Keys(List<CertifiedKey> certified)
                        ? NativeKeys.use(scope, certified)
                        : List.of();
        MemorySegment builder = newBuilder(scope, provider, settings);
        try {
            configure(scope, builder, settings, keys, verifier);
        } catch (RuntimeException e) {
            rustls_h.rustls_client_config_builder_free(builder);
            throw e;
        }
        // From here the builder is consumed, whether or not it builds.
        MemorySegment out = scope.out();
        ResultCodes.checkConfig(
                rustls_h.rustls_client_config_builder_build(builder, out), Reason.PARAMETERS, WHAT);
        return scope.own(HandleKind.CLIENT_CONFIG, out.get(ValueLayout.ADDRESS, 0));
    }

    private static MemorySegment newBuilder(
            NativeScope scope, MemorySegment provider, ClientSettings settings) {
        List<ProtocolVersion> versions =
                settings.ech().isPresent() ? List.of(ProtocolVersion.TLSV1_3) : settings.versions();
        MemorySegment out = scope.out();
        int result =
                rustls_h.rustls_client_config_builder_new_custom(
                        provider, NativeNumbers.versions(scope, versions), versions.size(), out);
        if (result != RustlsResult.OK) {
            throw ResultCodes.configFailure(
                    result,
                    Reason.PARAMETERS,
                    "the versions " + versions + " with " + settings.provider());
        }
        return out.get(ValueLayout.ADDRESS, 0);
    }

    private static void configure(
            NativeScope scope,
            MemorySegment builder,
            ClientSettings settings,
            List<MemorySegment> keys,
            MemorySegment verifier) {
        rustls_h.rustls_client_config_builder_set_server_verifier(builder, verifier);
        // On by default; to say so would link a function, at every start, for nothing.
        if (!settings.enableSni()) {
            rustls_h.rustls_client_config_builder_set_enable_sni(builder, false);
        }
        if (!settings.checkSelectedAlpn()) {
            rustls_h.rustls_client_config_builder_set_check_selected_alpn(builder, false);
        }
        List<byte[]> alpn = AlpnNames.bytes(settings.alpn());
        check(
                rustls_h.rustls_client_config_builder_set_alpn_protocols(
                        builder, NativeData.slicesArray(scope, alpn), alpn.size()));
        if (!keys.isEmpty()) {
            check(
                    rustls_h.rustls_client_config_builder_set_certified_key(
                            builder, NativeData.pointers(scope.arena(), keys), keys.size()));
        }
        if (settings.ticketRequest().isPresent()) {
            ClientSettings.TicketRequest request = settings.ticketRequest().get();
            check(
                    rustls_h.rustls_client_config_builder_set_send_ticket_request(
                            builder, (byte) request.newSession(), (byte) request.resumption()));
        }
        if (settings.ech().isPresent()) {
            enable(scope, builder, settings.ech().get());
        }
    }

    private static void enable(NativeScope scope, MemorySegment builder, EchMode ech) {
        MemorySegment hpke = rustls_h.rustls_supported_hpke();
        int result =
                switch (ech) {
                    case EchMode.Enable enable ->
                            rustls_h.rustls_client_config_builder_enable_ech(
                                    builder,
                                    scope.copy(enable.configList()),
                                    enable.configList().length,
                                    hpke);
                    case EchMode.Grease grease ->
                            rustls_h.rustls_client_config_builder_enable_ech_grease(builder, hpke);
                };
        ResultCodes.checkConfig(result, Reason.ECH, "Encrypted Client Hello");
    }

    private static MemorySegment options(
            NativeScope scope, ClientSettings settings, ContextLedger contexts) {
        MemorySegment options = rustls4j_client_config_options.allocate(scope.arena());
        options.fill((byte) 0);
        if (settings.identity() instanceof ClientIdentity.Resolved(var resolver)) {
            rustls4j_client_config_options.resolver_ctx(options, contexts.register(resolver));
            rustls4j_client_config_options.resolve(options, ResolveClientUpcall.STUB);
            rustls4j_client_config_options.resolver_drop(options, Contexts.DROP);
        }
        if (settings.keyLog().isPresent()) {
            rustls4j_client_config_options.key_log_ctx(
                    options, contexts.register(settings.keyLog().get()));
            rustls4j_client_config_options.key_log(options, KeyLogUpcall.STUB);
            rustls4j_client_config_options.key_log_drop(options, Contexts.DROP);
        }
        set(options, settings.resumption());
        NativeCertCompression compression =
                NativeCertCompression.of(scope, settings.certCompression(), contexts);
        rustls4j_client_config_options.cert_compression(options, compression.kind());
        rustls4j_client_config_options.cert_compressors(options, compression.compressors());
        rustls4j_client_config_options.cert_compressors_len(
                options, compression.compressorsLength());
        rustls4j_client_config_options.cert_decompressors(options, compression.decompressors());
        rustls4j_client_config_options.cert_decompressors_len(
                options, compression.decompressorsLength());
        rustls4j_client_config_options.require_ems(options, onOrOff(settings.requireEms()));
        rustls4j_client_config_options.max_fragment_size(options, settings.maxFragmentSize());
        return options;
    }

    private static void set(MemorySegment options, Resumption resumption) {
        rustls4j_client_config_options.resumption(
                options,
                resumption.sessions() == 0
                        ? rustls4j_h.RUSTLS4J_RESUMPTION_NONE()
                        : rustls4j_h.RUSTLS4J_RESUMPTION_MEMORY());
        rustls4j_client_config_options.resumption_size(options, resumption.sessions());
        if (resumption.sessions() > 0) {
            rustls4j_client_config_options.tls12_resumption(
                    options,
                    switch (resumption.tls12Resumption()) {
                        case DISABLED -> rustls4j_h.RUSTLS4J_TLS12_RESUMPTION_NONE();
                        case SESSION_ID_ONLY -> rustls4j_h.RUSTLS4J_TLS12_RESUMPTION_IDS();
                        case SESSION_ID_OR_TICKETS ->
                                rustls4j_h.RUSTLS4J_TLS12_RESUMPTION_IDS_AND_TICKETS();
                    });
        }
    }

    static int onOrOff(boolean on) {
        return on ? rustls4j_h.RUSTLS4J_ON() : rustls4j_h.RUSTLS4J_OFF();
    }

    private static void check(int result) {
        ResultCodes.checkConfig(result, Reason.PARAMETERS, WHAT);
    }
}
