package io.rustls4j.benchmarks.contestant.jsse;

import io.rustls4j.benchmarks.scenario.Scenario;
import io.rustls4j.benchmarks.scenario.Suite;
import io.rustls4j.benchmarks.scenario.TlsVersion;
import io.rustls4j.benchmarks.scenario.Verification;
import java.security.Provider;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.conscrypt.Conscrypt;

/** Google's provider on BoringSSL. */
public final class ConscryptJsse extends JsseContestant {
    @Override
    public Optional<String> absence(Scenario scenario) {
        if (scenario.verification() == Verification.NATIVE) {
            return Optional.of("it verifies certificates in Java");
        }
        if (scenario.version() == TlsVersion.TLS13 && scenario.suite() != Suite.AES128) {
            return Optional.of("BoringSSL chooses TLS 1.3's suite by itself");
        }
        return Optional.empty();
    }

    @Override
    protected Provider newProvider() {
        return Conscrypt.newProvider();
    }

    /** A server finds its key by TLS 1.2's suites; those of TLS 1.3 are always on. */
    @Override
    protected void setSuite(SSLParameters parameters, Scenario scenario) {
        if (scenario.version() == TlsVersion.TLS12) {
            super.setSuite(parameters, scenario);
        }
    }

    @Override
    public void tune(SSLEngine engine, Scenario scenario) {
        Conscrypt.setUseSessionTickets(engine, scenario.isResumed());
    }

    @Override
    public void tune(SSLSocket socket, Scenario scenario) {
        Conscrypt.setUseSessionTickets(socket, scenario.isResumed());
    }
}
