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

/**
 * Makes whole connections, as the handshake benchmark does, and prints how many bytes of heap the
 * client and the server have allocated for one. Long enough before, so that what the compiler can
 * spare is spared.
 */
public final class HandshakeHeap {
    private static final int MEASURED = 1000;

    private HandshakeHeap() {}

    public static void main(String[] arguments) throws GeneralSecurityException, IOException {
        Scenario scenario = Scenario.parse(arguments[1]);
        int warmUp = Integer.parseInt(arguments[2]);
        HeapMeter client = new HeapMeter();
        HeapMeter server = new HeapMeter();
        Buffers buffers = new Buffers(BufferKind.DIRECT, 1);
        try (Stack stack =
                new MeteredStack(
                        Label.parse(Contestants.class, arguments[0])
                                .make()
                                .open(scenario, Credentials.of(scenario.key())),
                        client,
                        server)) {
            connections(warmUp, stack, buffers);
            client.reset();
            server.reset();
            connections(MEASURED, stack, buffers);
        }
        System.out.println(client.bytes() / MEASURED);
        System.out.println(server.bytes() / MEASURED);
    }

    private static void connections(int count, Stack stack, Buffers buffers) throws IOException {
        ByteBuffer greeting = ByteBuffer.allocateDirect(1);
        for (int i = 0; i < count; i++) {
            Pair pair = Pair.of(stack, buffers);
            pair.handshake();
            pair.toClient(greeting);
            pair.close();
        }
    }
}
