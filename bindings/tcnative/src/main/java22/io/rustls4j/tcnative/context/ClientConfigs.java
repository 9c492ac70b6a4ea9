package io.rustls4j.tcnative.context;

import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.configs.ConfigCache;

/** The client configurations of a context. Thread-safe. */
public final class ClientConfigs {
    private static final int LIMIT = 256;

    private final Ctx ctx;
    private final ConfigCache<ClientPlan, ClientConfig> configs =
            new ConfigCache<>(LIMIT, config -> {});

    ClientConfigs(Ctx ctx) {
        this.ctx = ctx;
    }

    /**
     * Uses the configuration for a plan.
     *
     * @param plan what it must do
     * @param use what is done with it; nobody closes it meanwhile
     * @param <R> what comes of it
     * @return what comes of it
     * @throws io.rustls4j.TlsConfigException if the plan cannot be done
     */
    public <R> R use(ClientPlan plan, java.util.function.Function<ClientConfig, R> use) {
        try (ConfigCache<ClientPlan, ClientConfig>.Loan loan = configs.borrow(plan, this::build)) {
            return use.apply(loan.config());
        }
    }

    private ClientConfig build(ClientPlan plan) {
        CompressionAlgorithms compression = ctx.compression();
        ClientConfig.Builder builder =
                ClientConfig.builder(EngineKind.RUSTLS)
                        .provider(Algorithms.of(plan.suites(), plan.groups()))
                        .versions(plan.versions().toArray(ProtocolVersion[]::new))
                        .serverVerifier(
                                ServerCertVerifier.dangerous().custom(ClientConfigs::verify))
                        .alpnProtocols(plan.alpn().toArray(String[]::new))
                        .checkSelectedAlpn(false)
                        .enableSni(plan.sni())
                        .certCompression(compression.compressors(), compression.decompressors())
                        .resumption(plan.resumption());
        if (plan.identity().isPresent() && !plan.choosesIdentity()) {
            builder.certifiedKeys(plan.identity().get().key());
        } else if (plan.choosesIdentity() || ctx.certificateCallback() != null) {
            builder.certResolver(
                    (caNames, schemes) -> CurrentPeer.get().chooseCertificate(caNames, schemes));
        }
        if (ctx.wantsSecrets()) {
            builder.keyLog(CurrentPeer::keyLog);
        }
        return builder.build();
    }

    private static void verify(ServerCertVerifier.Presented presented) throws Exception {
        CurrentPeer.get().verify(presented.chain(), presented.ocspResponse());
    }

    void clear() {
        configs.closeAll();
    }
}
