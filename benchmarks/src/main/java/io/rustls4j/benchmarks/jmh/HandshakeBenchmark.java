package io.rustls4j.benchmarks.jmh;

import io.rustls4j.benchmarks.contestant.Stack;
import io.rustls4j.benchmarks.memory.BufferKind;
import io.rustls4j.benchmarks.memory.Buffers;
import io.rustls4j.benchmarks.memory.Pair;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Both sides of a connection from nothing to goodbye: two new connections, the handshake, the
 * server's first byte (which brings the tickets with it), close_notify both ways.
 */
@State(Scope.Thread)
public class HandshakeBenchmark {
    @Param("rustls4j")
    String contestant = "";

    @Param("tls13/p256/x25519/aes128/pkix/full/server")
    String scenario = "";

    private final Buffers buffers = new Buffers(BufferKind.DIRECT, 1);
    private final ByteBuffer greeting = ByteBuffer.allocateDirect(1);
    private Stack stack;

    @Setup
    public void open() throws GeneralSecurityException, IOException {
        stack = Entry.parse(contestant, scenario).open();
        connection();
    }

    @Benchmark
    public void connection() throws IOException {
        Pair pair = Pair.of(stack, buffers);
        pair.handshake();
        pair.toClient(greeting);
        pair.close();
    }

    @TearDown
    public void close() {
        stack.close();
    }
}
