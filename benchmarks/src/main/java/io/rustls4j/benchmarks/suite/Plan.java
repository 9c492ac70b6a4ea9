package io.rustls4j.benchmarks.suite;

import io.rustls4j.benchmarks.loopback.Transport;
import io.rustls4j.benchmarks.memory.BufferKind;
import io.rustls4j.benchmarks.scenario.ClientAuth;
import io.rustls4j.benchmarks.scenario.Group;
import io.rustls4j.benchmarks.scenario.Key;
import io.rustls4j.benchmarks.scenario.Label;
import io.rustls4j.benchmarks.scenario.Scenario;
import io.rustls4j.benchmarks.scenario.Sessions;
import io.rustls4j.benchmarks.scenario.Suite;
import io.rustls4j.benchmarks.scenario.TlsVersion;
import io.rustls4j.benchmarks.scenario.Verification;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which cases a run has. */
public enum Plan implements Label {
    /** One case of everything that the targets speak of. */
    QUICK("quick") {
        @Override
        public List<Case> cases() {
            List<Case> cases = new ArrayList<>();
            for (Verification verification : Verification.values()) {
                cases.add(Case.handshake(Scenario.TYPICAL.with(verification)));
            }
            cases.add(Case.handshake(ACCEPTING.with(Sessions.RESUMED)));
            for (int size : List.of(64, 16_384)) {
                for (BufferKind buffers : BufferKind.values()) {
                    cases.add(Case.record(ACCEPTING, size, buffers));
                }
            }
            cases.addAll(loopbacks(ACCEPTING));
            cases.addAll(processes());
            return cases;
        }
    },

    /** Every choice, around the typical one. */
    FULL("full") {
        @Override
        public List<Case> cases() {
            Set<Case> cases = new LinkedHashSet<>(QUICK.cases());
            handshakes().forEach(scenario -> cases.add(Case.handshake(scenario)));
            cases.addAll(records());
            for (String call :
                    List.of("downcall", "criticalDowncall", "jniCall", "downcallWithUpcall")) {
                cases.add(new Case(Kind.CALL, ACCEPTING, call));
            }
            return List.copyOf(cases);
        }
    },

    /** Where to look for what costs time and heap. */
    PROFILE("profile") {
        @Override
        public List<Case> cases() {
            Scenario verified = Scenario.TYPICAL.with(Verification.NATIVE);
            return List.of(
                    Case.handshake(verified),
                    Case.handshake(verified.with(Sessions.RESUMED)),
                    Case.handshake(ACCEPTING),
                    Case.record(ACCEPTING, 64, BufferKind.DIRECT),
                    Case.record(ACCEPTING, 16_384, BufferKind.DIRECT),
                    Case.loopback(Kind.KEEP_ALIVE, ACCEPTING, Transport.NETTY),
                    Case.loopback(Kind.RECONNECT, ACCEPTING, Transport.SOCKET));
        }
    },

    /** What depends on how glibc copies memory, for the other mode. */
    COPIES("copies") {
        @Override
        public List<Case> cases() {
            List<Case> cases = new ArrayList<>();
            for (int size : List.of(16_384, 1 << 20)) {
                for (BufferKind buffers : BufferKind.values()) {
                    cases.add(Case.record(ACCEPTING, size, buffers));
                }
            }
            return cases;
        }
    };

    private static final Scenario ACCEPTING = Scenario.TYPICAL.with(Verification.ACCEPT);

    private final String label;

    Plan(String label) {
        this.label = label;
    }

    /** The comparisons, in the order in which they run. */
    public abstract List<Case> cases();

    @Override
    public String label() {
        return label;
    }

    /** Start-up and memory, each contestant with the verification that its users get. */
    private static List<Case> processes() {
        List<Case> cases = new ArrayList<>();
        for (Verification verification : List.of(Verification.PKIX, Verification.NATIVE)) {
            cases.add(Case.of(Kind.START_UP, Scenario.TYPICAL.with(verification)));
        }
        cases.add(Case.of(Kind.IDLE_HEAP, ACCEPTING));
        for (Verification verification : List.of(Verification.ACCEPT, Verification.NATIVE)) {
            cases.add(Case.of(Kind.CLIENT_HEAP, Scenario.TYPICAL.with(verification)));
        }
        return cases;
    }

    private static List<Case> loopbacks(Scenario scenario) {
        List<Case> cases = new ArrayList<>();
        for (Transport transport : Transport.values()) {
            for (Kind kind : List.of(Kind.KEEP_ALIVE, Kind.RECONNECT, Kind.BULK)) {
                cases.add(Case.loopback(kind, scenario, transport));
            }
        }
        return cases;
    }

    /** One choice at a time, and where two of them bear on each other both. */
    private static List<Scenario> handshakes() {
        List<Scenario> scenarios = new ArrayList<>();
        for (TlsVersion version : TlsVersion.values()) {
            for (Key key : Key.values()) {
                scenarios.add(ACCEPTING.with(version).with(key));
            }
            for (Verification verification : Verification.values()) {
                scenarios.add(Scenario.TYPICAL.with(version).with(verification));
            }
            scenarios.add(ACCEPTING.with(version).with(Sessions.RESUMED));
        }
        scenarios.add(ACCEPTING.with(Group.X25519MLKEM768));
        for (Verification verification : Verification.values()) {
            scenarios.add(Scenario.TYPICAL.with(verification).with(ClientAuth.MUTUAL));
        }
        return scenarios;
    }

    private static List<Case> records() {
        List<Case> cases = new ArrayList<>();
        for (BufferKind buffers : BufferKind.values()) {
            for (int size : List.of(64, 1024, 16_384, 1 << 20)) {
                for (Suite suite : Suite.values()) {
                    cases.add(Case.record(ACCEPTING.with(suite), size, buffers));
                }
            }
        }
        for (int size : List.of(64, 16_384)) {
            cases.add(Case.record(ACCEPTING.with(TlsVersion.TLS12), size, BufferKind.DIRECT));
        }
        return cases;
    }
}
