package io.rustls4j.benchmarks.report;

import io.rustls4j.benchmarks.loopback.Transport;
import io.rustls4j.benchmarks.memory.BufferKind;
import io.rustls4j.benchmarks.scenario.Scenario;
import io.rustls4j.benchmarks.scenario.Sessions;
import io.rustls4j.benchmarks.scenario.Verification;
import io.rustls4j.benchmarks.suite.Case;
import io.rustls4j.benchmarks.suite.Kind;
import io.rustls4j.benchmarks.suite.Measurement;
import io.rustls4j.benchmarks.suite.MemcpyMode;
import java.util.List;
import java.util.Optional;

/** Something that rustls4j wants to reach. */
sealed interface Target {
    String ENGINE = "rustls4j-jsse";
    String FACADE = "rustls4j";
    String DROP_IN = "rustls4j-tcnative";
    Scenario ACCEPTING = Scenario.TYPICAL.with(Verification.ACCEPT);
    Scenario NATIVE = Scenario.TYPICAL.with(Verification.NATIVE);

    /** All of them. */
    List<Target> ALL =
            List.of(
                    new Ratio(Case.handshake(ACCEPTING), ENGINE, "tcnative", 1.5),
                    new Ratio(Case.handshake(ACCEPTING), ENGINE, "sunjsse", 8),
                    new Ratio(Case.handshake(NATIVE), ENGINE, "rustls", 0.95),
                    new Ratio(Case.handshake(NATIVE), FACADE, "rustls", 0.95),
                    new Ratio(
                            Case.handshake(ACCEPTING.with(Sessions.RESUMED)),
                            ENGINE,
                            "tcnative",
                            1.5),
                    new Ratio(record(64, BufferKind.DIRECT), ENGINE, "tcnative", 2),
                    new Ratio(record(64, BufferKind.HEAP), ENGINE, "tcnative", 2),
                    new Ratio(record(16_384, BufferKind.DIRECT), ENGINE, "tcnative", 2),
                    new Ratio(record(16_384, BufferKind.HEAP), ENGINE, "tcnative", 2),
                    new Ratio(record(64, BufferKind.DIRECT), FACADE, "rustls", 0.95),
                    new Ratio(record(16_384, BufferKind.DIRECT), FACADE, "rustls", 1),
                    new Allocation(record(64, BufferKind.DIRECT), FACADE, 0),
                    new Allocation(record(64, BufferKind.HEAP), FACADE, 0),
                    new Allocation(record(64, BufferKind.DIRECT), ENGINE, 48),
                    new Bytes(Case.of(Kind.CLIENT_HEAP, NATIVE), ENGINE, 8 * 1024),
                    new Bytes(Case.of(Kind.SERVER_HEAP, NATIVE), ENGINE, 8 * 1024),
                    new Ratio(loopback(Kind.KEEP_ALIVE, Transport.NETTY), ENGINE, "tcnative", 1.1),
                    new Ratio(loopback(Kind.RECONNECT, Transport.NETTY), ENGINE, "tcnative", 1),
                    new Ratio(loopback(Kind.BULK, Transport.NETTY), ENGINE, "tcnative", 1),
                    new Ratio(loopback(Kind.KEEP_ALIVE, Transport.SOCKET), ENGINE, "sunjsse", 1),
                    new Ratio(loopback(Kind.RECONNECT, Transport.SOCKET), ENGINE, "sunjsse", 1),
                    new Ratio(loopback(Kind.BULK, Transport.SOCKET), ENGINE, "sunjsse", 1),
                    new Ratio(Case.of(Kind.IDLE_HEAP, ACCEPTING), ENGINE, "tcnative", 2),
                    new Ratio(Case.of(Kind.IDLE_HEAP, ACCEPTING), ENGINE, "sunjsse", 2),
                    new Ratio(Case.of(Kind.IDLE_RESIDENT, ACCEPTING), ENGINE, "tcnative", 2),
                    new Ratio(Case.of(Kind.START_UP, Scenario.TYPICAL), ENGINE, "sunjsse", 1),
                    new Ratio(Case.handshake(ACCEPTING), DROP_IN, "tcnative", 1.4),
                    new Ratio(record(64, BufferKind.DIRECT), DROP_IN, "tcnative", 1.7),
                    new Ratio(record(64, BufferKind.HEAP), DROP_IN, "tcnative", 1.7),
                    new Ratio(record(16_384, BufferKind.DIRECT), DROP_IN, "tcnative", 1.7),
                    new Ratio(record(16_384, BufferKind.HEAP), DROP_IN, "tcnative", 1.7),
                    new Ratio(loopback(Kind.KEEP_ALIVE, Transport.NETTY), DROP_IN, "tcnative", 1.1),
                    new Ratio(Case.of(Kind.CLIENT_HEAP, ACCEPTING), DROP_IN, "tcnative", 2),
                    new Ratio(Case.of(Kind.SERVER_HEAP, ACCEPTING), DROP_IN, "tcnative", 2));

    /** What has come of it, if it was measured. */
    Optional<Outcome> outcome(Results results);

    /** A row of a table. */
    record Outcome(String what, String wanted, String measured, boolean met) {
        List<String> cells() {
            return List.of(what, wanted, measured, verdict());
        }

        /** In one cell. */
        String text() {
            return measured + ", " + verdict();
        }

        private String verdict() {
            return met ? "yes" : "NO";
        }
    }

    private static Case record(int size, BufferKind buffers) {
        return Case.record(ACCEPTING, size, buffers);
    }

    private static Case loopback(Kind kind, Transport transport) {
        return Case.loopback(kind, ACCEPTING, transport);
    }

    private static Optional<Comparison> find(Results results, Case subject) {
        return Comparison.of(results.measurements()).stream()
                .filter(comparison -> comparison.subject().equals(subject))
                .filter(comparison -> comparison.memcpy() == MemcpyMode.DEFAULT)
                .findFirst();
    }

    /** So many times as good as somebody else. */
    record Ratio(Case subject, String contestant, String other, double wanted) implements Target {
        @Override
        public Optional<Outcome> outcome(Results results) {
            return find(results, subject)
                    .map(comparison -> comparison.ratio(contestant, other))
                    .filter(ratio -> ratio.isPresent())
                    .map(
                            ratio ->
                                    new Outcome(
                                            subject + ", " + contestant + " to " + other,
                                            "≥ " + Numbers.ratio(wanted),
                                            Numbers.ratio(ratio.getAsDouble()),
                                            ratio.getAsDouble() >= wanted));
        }
    }

    /** No more heap allocated per operation than so much. */
    record Allocation(Case subject, String contestant, double wanted) implements Target {
        /** What JMH's own doings come to, spread over all operations. */
        private static final double NOISE = 0.5;

        @Override
        public Optional<Outcome> outcome(Results results) {
            return find(results, subject)
                    .flatMap(comparison -> comparison.of(contestant))
                    .map(Measurement::allocated)
                    .map(
                            allocated ->
                                    new Outcome(
                                            subject + ", heap allocated by " + contestant,
                                            "≤ " + Numbers.of(wanted) + " B",
                                            Numbers.of(allocated) + " B",
                                            allocated <= wanted + NOISE));
        }
    }

    /** No more bytes than so many. */
    record Bytes(Case subject, String contestant, double wanted) implements Target {
        @Override
        public Optional<Outcome> outcome(Results results) {
            return find(results, subject)
                    .flatMap(comparison -> comparison.of(contestant))
                    .map(Measurement::score)
                    .map(
                            bytes ->
                                    new Outcome(
                                            subject + ", " + contestant,
                                            "≤ " + Numbers.of(wanted) + " B",
                                            Numbers.of(bytes) + " B",
                                            bytes <= wanted));
        }
    }
}
