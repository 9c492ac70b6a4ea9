package io.rustls4j.benchmarks.jmh;

import io.rustls4j.benchmarks.loopback.Loopback;
import io.rustls4j.benchmarks.loopback.Transport;
import io.rustls4j.benchmarks.scenario.Label;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A server and its clients over TCP. The benchmark's own thread only waits; so an invocation is a
 * batch, long enough for that not to matter.
 */
@State(Scope.Benchmark)
public class LoopbackBenchmark {
    private static final int REQUESTS = 2000;
    private static final int CONNECTIONS = 40;
    private static final int MEBIBYTES = 16;

    @Param("rustls4j-jsse")
    String contestant = "";

    @Param("tls13/p256/x25519/aes128/accept/full/server")
    String scenario = "";

    @Param("netty")
    String transport = "";

    private Loopback loopback;

    @Setup
    public void open() throws GeneralSecurityException, IOException {
        Entry entry = Entry.parse(contestant, scenario);
        loopback =
                Label.parse(Transport.class, transport)
                        .open(entry.contestant(), entry.scenario(), entry.credentials());
    }

    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public void keepAlive() throws IOException, InterruptedException {
        loopback.keepAlive(REQUESTS);
    }

    @Benchmark
    @OperationsPerInvocation(CONNECTIONS)
    public void reconnect() throws IOException, InterruptedException {
        loopback.reconnect(CONNECTIONS);
    }

    @Benchmark
    @OperationsPerInvocation(MEBIBYTES)
    public void bulk() throws IOException, InterruptedException {
        loopback.bulk(MEBIBYTES << 20);
    }

    @TearDown
    public void close() throws IOException {
        loopback.close();
    }
}
