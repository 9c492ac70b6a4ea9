package io.rustls4j.benchmarks.contestant.tcnative;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ReferenceCountUtil;
import io.rustls4j.benchmarks.contestant.Connection;
import io.rustls4j.benchmarks.contestant.Stack;
import io.rustls4j.benchmarks.scenario.Scenario;
import java.io.IOException;
import javax.net.ssl.SSLEngine;

/** Engines of netty-tcnative. */
final class TcnativeStack implements Stack {
    private static final int PORT = 443;

    private final TcnativeContexts contexts;

    TcnativeStack(TcnativeContexts contexts) {
        this.contexts = contexts;
    }

    @Override
    public Connection client() throws IOException {
        return start(
                contexts.client().newEngine(ByteBufAllocator.DEFAULT, Scenario.SERVER_NAME, PORT));
    }

    @Override
    public Connection server() throws IOException {
        return start(contexts.server().newEngine(ByteBufAllocator.DEFAULT));
    }

    private static Connection start(SSLEngine engine) throws IOException {
        return new TcnativeConnection(engine);
    }

    @Override
    public void close() {
        ReferenceCountUtil.release(contexts.client());
        ReferenceCountUtil.release(contexts.server());
    }
}
