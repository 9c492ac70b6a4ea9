package io.rustls4j.benchmarks.loopback;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslHandler;

/** Makes Netty's handlers for both sides. Thread-safe. */
interface Handlers extends AutoCloseable {
    SslHandler client(ByteBufAllocator allocator);

    SslHandler server(ByteBufAllocator allocator);

    @Override
    void close();
}
