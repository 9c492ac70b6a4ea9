package io.rustls4j.cli.doctor;

import io.rustls4j.CipherSuite;
import io.rustls4j.CryptoProvider;
import io.rustls4j.EngineKind;
import io.rustls4j.EngineReport;
import io.rustls4j.EngineUnavailableException;
import io.rustls4j.NamedGroup;
import io.rustls4j.TlsEngines;
import java.util.List;

/** What is found out about one engine. */
sealed interface EngineFinding {
    EngineKind kind();

    record Runs(
            EngineReport report, List<CipherSuite> suites, List<NamedGroup> groups, boolean fips)
            implements EngineFinding {
        @Override
        public EngineKind kind() {
            return report.kind();
        }
    }

    record Fails(EngineKind kind, String reason) implements EngineFinding {}

    static EngineFinding of(EngineKind kind) {
        try {
            return new Runs(
                    TlsEngines.describe(kind),
                    CryptoProvider.supportedCipherSuites(kind),
                    CryptoProvider.supportedKxGroups(kind),
                    CryptoProvider.fips(kind));
        } catch (EngineUnavailableException e) {
            return new Fails(kind, String.valueOf(e.getMessage()));
        }
    }
}
