package io.rustls4j.benchmarks.contestant.facade;

import io.rustls4j.CryptoProvider;
import io.rustls4j.EngineKind;
import io.rustls4j.benchmarks.contestant.Contestant;
import io.rustls4j.benchmarks.contestant.JdkTickets;
import io.rustls4j.benchmarks.contestant.Stack;
import io.rustls4j.benchmarks.credentials.Credentials;
import io.rustls4j.benchmarks.scenario.Scenario;
import io.rustls4j.benchmarks.scenario.Verification;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** rustls4j's TlsConnection, on either of its engines. */
public final class FacadeContestant implements Contestant {
    private final EngineKind engine;

    public FacadeContestant(EngineKind engine) {
        this.engine = engine;
    }

    @Override
    public Optional<String> absence(Scenario scenario) {
        if (engine == EngineKind.JDK && scenario.verification() == Verification.NATIVE) {
            return Optional.of("it has no native code");
        }
        return CryptoProvider.supportedKxGroups(engine).contains(scenario.group().rustls())
                ? Optional.empty()
                : Optional.of("its engine has no " + scenario.group().label());
    }

    @Override
    public Stack open(Scenario scenario, Credentials credentials)
            throws GeneralSecurityException, IOException {
        if (engine == EngineKind.JDK) {
            JdkTickets.set(scenario.sessions().tickets());
        }
        FacadeConfigs configs = new FacadeConfigs(engine, scenario, credentials);
        return new FacadeStack(configs.client(), configs.server());
    }
}
