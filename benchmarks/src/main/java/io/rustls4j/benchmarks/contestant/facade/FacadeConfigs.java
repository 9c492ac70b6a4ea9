package io.rustls4j.benchmarks.contestant.facade;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientCertVerifier;
import io.rustls4j.ClientConfig;
import io.rustls4j.CryptoProvider;
import io.rustls4j.EngineKind;
import io.rustls4j.Resumption;
import io.rustls4j.RootCertStore;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.ServerConfig;
import io.rustls4j.ServerSessions;
import io.rustls4j.WebPkiClientVerifier;
import io.rustls4j.WebPkiServerVerifier;
import io.rustls4j.benchmarks.credentials.Credentials;
import io.rustls4j.benchmarks.credentials.Trust;
import io.rustls4j.benchmarks.scenario.Group;
import io.rustls4j.benchmarks.scenario.Scenario;
import io.rustls4j.benchmarks.scenario.Verification;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;

/** What a scenario is in the facade's words. */
final class FacadeConfigs {
    private final EngineKind engine;
    private final Scenario scenario;
    private final Credentials credentials;
    private final CryptoProvider provider;

    FacadeConfigs(EngineKind engine, Scenario scenario, Credentials credentials) {
        this.engine = engine;
        this.scenario = scenario;
        this.credentials = credentials;
        this.provider =
                CryptoProvider.DEFAULT
                        .withCipherSuites(List.of(scenario.rustlsSuite()))
                        .withKxGroups(scenario.groups().stream().map(Group::rustls).toList());
    }

    ClientConfig client() throws GeneralSecurityException, IOException {
        ClientConfig.Builder builder =
                ClientConfig.builder(engine)
                        .provider(provider)
                        .versions(scenario.version().rustls())
                        .certCompression(false)
                        .serverVerifier(serverVerifier())
                        .resumption(
                                scenario.isResumed() ? Resumption.DEFAULT : Resumption.DISABLED);
        if (scenario.isMutual()) {
            builder.certifiedKeys(key(credentials.client()));
        }
        return builder.build();
    }

    ServerConfig server() throws GeneralSecurityException, IOException {
        ServerConfig.Builder builder =
                ServerConfig.builder(engine)
                        .provider(provider)
                        .versions(scenario.version().rustls())
                        .certCompression(false)
                        .certifiedKeys(key(credentials.server()))
                        .sendTls13Tickets(scenario.sessions().tickets())
                        .sessions(
                                scenario.isResumed()
                                        ? new ServerSessions.StatelessTickets()
                                        : new ServerSessions.Disabled());
        if (scenario.isMutual()) {
            builder.clientVerifier(clientVerifier());
        }
        return builder.build();
    }

    private ServerCertVerifier serverVerifier() throws GeneralSecurityException, IOException {
        return scenario.verification() == Verification.NATIVE
                ? WebPkiServerVerifier.builder(roots()).build()
                : ServerCertVerifier.dangerous().custom(asking()::server);
    }

    private ClientCertVerifier clientVerifier() throws GeneralSecurityException, IOException {
        return scenario.verification() == Verification.NATIVE
                ? WebPkiClientVerifier.builder(roots()).build()
                : ClientCertVerifier.dangerous().custom(asking()::client);
    }

    private TrustManagerCheck asking() throws GeneralSecurityException, IOException {
        return new TrustManagerCheck(Trust.manager(scenario.verification(), credentials));
    }

    private RootCertStore roots() {
        return RootCertStore.builder().addPemFile(credentials.root()).build();
    }

    private static CertifiedKey key(Credentials.Identity identity) {
        return CertifiedKey.fromPemFiles(identity.chain(), identity.key());
    }
}
