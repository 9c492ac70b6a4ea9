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
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens many connections, leaves them idle, and prints what one side of one weighs: bytes of heap,
 * and bytes of resident memory. The heap is of fixed size and touched beforehand (see who starts
 * this), so that resident memory grows by native memory alone.
 */
public final class IdleConnections {
    private static final int WARM_UP = 1000;

    private IdleConnections() {}

    public static void main(String[] arguments)
            throws GeneralSecurityException, IOException, InterruptedException {
        Scenario scenario = Scenario.parse(arguments[1]);
        int pairs = Integer.parseInt(arguments[2]);
        try (Stack stack =
                Label.parse(Contestants.class, arguments[0])
                        .make()
                        .open(scenario, Credentials.of(scenario.key()))) {
            Buffers buffers = new Buffers(BufferKind.DIRECT, 1);
            for (int i = 0; i < WARM_UP; i++) {
                connect(stack, buffers).close();
            }
            Footprint before = Footprint.settled();
            List<Pair> held = new ArrayList<>(pairs);
            for (int i = 0; i < pairs; i++) {
                held.add(connect(stack, buffers));
            }
            Footprint after = Footprint.settled();
            long sides = 2L * held.size();
            System.out.println((after.heap() - before.heap()) / sides);
            System.out.println((after.resident() - before.resident()) / sides);
            held.forEach(Pair::free);
        }
    }

    private static Pair connect(Stack stack, Buffers buffers) throws IOException {
        Pair pair = Pair.of(stack, buffers);
        pair.handshake();
        pair.toClient(ByteBuffer.allocate(1));
        return pair;
    }
}
