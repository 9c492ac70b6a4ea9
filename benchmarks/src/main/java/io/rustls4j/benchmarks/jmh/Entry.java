package io.rustls4j.benchmarks.jmh;

import io.rustls4j.benchmarks.contestant.Contestants;
import io.rustls4j.benchmarks.contestant.Stack;
import io.rustls4j.benchmarks.credentials.Credentials;
import io.rustls4j.benchmarks.scenario.Label;
import io.rustls4j.benchmarks.scenario.Scenario;
import java.io.IOException;
import java.security.GeneralSecurityException;

/** One contestant in one scenario, as its parameters name it. */
record Entry(Contestants contestant, Scenario scenario) {
    static Entry parse(String contestant, String scenario) {
        return new Entry(Label.parse(Contestants.class, contestant), Scenario.parse(scenario));
    }

    Credentials credentials() {
        return Credentials.of(scenario.key());
    }

    Stack open() throws GeneralSecurityException, IOException {
        return contestant.make().open(scenario, credentials());
    }
}
