package io.rustls4j.benchmarks.process;

import io.rustls4j.benchmarks.contestant.Contestants;
import io.rustls4j.benchmarks.contestant.Stack;
import io.rustls4j.benchmarks.credentials.Credentials;
import io.rustls4j.benchmarks.memory.BufferKind;
import io.rustls4j.benchmarks.memory.Buffers;
import io.rustls4j.benchmarks.memory.Pair;
import io.rustls4j.benchmarks.scenario.Label;
import io.rustls4j.benchmarks.scenario.Scenario;
import java.io.IOException;
import java.security.GeneralSecurityException;

/** One handshake, then the end; whoever started the process has the clock. */
public final class StartUp {
    private StartUp() {}

    public static void main(String[] arguments) throws GeneralSecurityException, IOException {
        Scenario scenario = Scenario.parse(arguments[1]);
        try (Stack stack =
                Label.parse(Contestants.class, arguments[0])
                        .make()
                        .open(scenario, Credentials.of(scenario.key()))) {
            Pair pair = Pair.of(stack, new Buffers(BufferKind.HEAP, 1));
            pair.handshake();
            pair.free();
        }
        Runtime.getRuntime().halt(0);
    }
}
