package io.rustls4j.benchmarks.suite;

import io.rustls4j.benchmarks.loopback.Transport;
import io.rustls4j.benchmarks.memory.BufferKind;
import io.rustls4j.benchmarks.scenario.Scenario;

/**
 * One comparison: everybody who takes part does exactly this.
 *
 * @param variant what the kind needs besides, such as {@code 64/heap} for records; may be empty
 */
public record Case(Kind kind, Scenario scenario, String variant) {
    /** Both sides of a connection. */
    public static Case handshake(Scenario scenario) {
        return new Case(Kind.HANDSHAKE, scenario, "");
    }

    /** Messages from one side to the other. */
    public static Case record(Scenario scenario, int size, BufferKind buffers) {
        return new Case(Kind.RECORD, scenario, size + "/" + buffers.label());
    }

    /** Requests or bytes through TCP. */
    public static Case loopback(Kind kind, Scenario scenario, Transport transport) {
        return new Case(kind, scenario, transport.label());
    }

    /** Anything without a variant. */
    public static Case of(Kind kind, Scenario scenario) {
        return new Case(kind, scenario, "");
    }

    @Override
    public String toString() {
        return (kind.label() + " " + scenario + " " + variant).stripTrailing();
    }
}
