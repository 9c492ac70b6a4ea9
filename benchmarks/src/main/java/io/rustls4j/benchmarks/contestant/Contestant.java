package io.rustls4j.benchmarks.contestant;

import io.rustls4j.benchmarks.credentials.Credentials;
import io.rustls4j.benchmarks.scenario.Scenario;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** One TLS implementation. What it cannot do it says; it never does less. */
public interface Contestant {
    /** Why it cannot take part in a scenario; empty if it can. */
    Optional<String> absence(Scenario scenario);

    /** Sets both sides up. */
    Stack open(Scenario scenario, Credentials credentials)
            throws GeneralSecurityException, IOException;
}
