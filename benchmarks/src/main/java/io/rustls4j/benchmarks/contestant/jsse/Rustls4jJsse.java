package io.rustls4j.benchmarks.contestant.jsse;

import io.rustls4j.benchmarks.contestant.JdkTickets;
import io.rustls4j.benchmarks.credentials.Credentials;
import io.rustls4j.benchmarks.credentials.JcaCredentials;
import io.rustls4j.benchmarks.scenario.Scenario;
import io.rustls4j.benchmarks.scenario.Verification;
import io.rustls4j.jsse.Rustls4jProvider;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** rustls4j's JSSE provider. */
public final class Rustls4jJsse extends JsseContestant {
    @Override
    public Optional<String> absence(Scenario scenario) {
        return Optional.empty();
    }

    @Override
    protected Provider newProvider() {
        return new Rustls4jProvider();
    }

    /** Its own trust managers are what makes it verify natively. */
    @Override
    protected TrustManager[] trustManagers(Scenario scenario, Credentials credentials)
            throws GeneralSecurityException, IOException {
        if (scenario.verification() != Verification.NATIVE) {
            return super.trustManagers(scenario, credentials);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX", provider());
        factory.init(JcaCredentials.anchors(credentials));
        return factory.getTrustManagers();
    }

    /** The JDK's property is JSSE's only word on the number of tickets. */
    @Override
    protected void prepare(Scenario scenario) {
        JdkTickets.set(scenario.sessions().tickets());
    }
}
