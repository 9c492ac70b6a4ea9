package io.rustls4j.benchmarks.contestant.jsse;

import io.rustls4j.benchmarks.contestant.JdkTickets;
import io.rustls4j.benchmarks.scenario.Scenario;
import io.rustls4j.benchmarks.scenario.Verification;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The JDK's own. */
public final class SunJsse extends JsseContestant {
    @Override
    public Optional<String> absence(Scenario scenario) {
        if (scenario.verification() == Verification.NATIVE) {
            return Optional.of("it has no native code");
        }
        return supportsGroup(scenario)
                ? Optional.empty()
                : Optional.of(
                        "JDK "
                                + Runtime.version().feature()
                                + " has no "
                                + scenario.group().label());
    }

    @Override
    protected void prepare(Scenario scenario) {
        JdkTickets.set(scenario.sessions().tickets());
    }

    @Override
    protected Provider newProvider() throws GeneralSecurityException {
        return SSLContext.getInstance("TLS", "SunJSSE").getProvider();
    }

    /** JDK 27 is the first with a hybrid group (JEP 527). */
    private static boolean supportsGroup(Scenario scenario) {
        return switch (scenario.group()) {
            case X25519, SECP256R1 -> true;
            case X25519MLKEM768 -> Runtime.version().feature() >= 27;
        };
    }
}
