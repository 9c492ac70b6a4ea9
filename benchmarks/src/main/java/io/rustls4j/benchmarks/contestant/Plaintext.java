package io.rustls4j.benchmarks.contestant;

import io.rustls4j.benchmarks.credentials.Credentials;
import io.rustls4j.benchmarks.scenario.Scenario;
import java.util.Optional;

/**
 * No TLS at all: what TCP, HTTP and the program around them cost by themselves, so that one sees
 * how much there is to be gained. Only for what goes through TCP.
 */
public final class Plaintext implements Contestant {
    @Override
    public Optional<String> absence(Scenario scenario) {
        return Optional.of("there is no TLS to measure");
    }

    @Override
    public Stack open(Scenario scenario, Credentials credentials) {
        throw new UnsupportedOperationException("there is no handshake without TLS");
    }
}
