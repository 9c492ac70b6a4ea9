package io.rustls4j.benchmarks.loopback;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.rustls4j.benchmarks.contestant.tcnative.TcnativeContexts;
import io.rustls4j.benchmarks.credentials.Credentials;
import io.rustls4j.benchmarks.scenario.Scenario;
import java.io.IOException;
import java.security.GeneralSecurityException;

/** netty-tcnative's engines. */
final class TcnativeHandlers implements Handlers {
    private static final int PORT = 443;

    private final TcnativeContexts contexts;

    private TcnativeHandlers(TcnativeContexts contexts) {
        this.contexts = contexts;
    }

    static TcnativeHandlers of(Scenario scenario, Credentials credentials)
            throws GeneralSecurityException, IOException {
        return new TcnativeHandlers(TcnativeContexts.of(scenario, credentials));
    }

    @Override
    public SslHandler client(ByteBufAllocator allocator) {
        return contexts.client().newHandler(allocator, Scenario.SERVER_NAME, PORT);
    }

    @Override
    public SslHandler server(ByteBufAllocator allocator) {
        return contexts.server().newHandler(allocator);
    }

    @Override
    public void close() {
        ReferenceCountUtil.release(contexts.client());
        ReferenceCountUtil.release(contexts.server());
    }
}
