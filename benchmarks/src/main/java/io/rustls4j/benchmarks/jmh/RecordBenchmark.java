package io.rustls4j.benchmarks.jmh;

import io.rustls4j.benchmarks.contestant.Stack;
import io.rustls4j.benchmarks.memory.BufferKind;
import io.rustls4j.benchmarks.memory.Buffers;
import io.rustls4j.benchmarks.memory.Message;
import io.rustls4j.benchmarks.memory.Pair;
import io.rustls4j.benchmarks.scenario.Label;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One message from the client to the server: encrypted, carried over, decrypted. */
@State(Scope.Thread)
public class RecordBenchmark {
    @Param("rustls4j")
    String contestant = "";

    @Param("tls13/p256/x25519/aes128/accept/full/server")
    String scenario = "";

    @Param("16384")
    int size;

    @Param("direct")
    String buffers = "";

    private Stack stack;
    private Pair pair;
    private ByteBuffer message;

    @Setup
    public void open() throws GeneralSecurityException, IOException {
        BufferKind kind = Label.parse(BufferKind.class, buffers);
        message = Message.of(kind, size);
        stack = Entry.parse(contestant, scenario).open();
        pair = Pair.of(stack, new Buffers(kind, size));
        pair.handshake();
        Message.check(message, send());
    }

    @Benchmark
    public void message() throws IOException {
        pair.toServer(message);
    }

    private ByteBuffer send() throws IOException {
        pair.toServer(message);
        return pair.received();
    }

    @TearDown
    public void close() throws IOException {
        pair.close();
        stack.close();
    }
}
