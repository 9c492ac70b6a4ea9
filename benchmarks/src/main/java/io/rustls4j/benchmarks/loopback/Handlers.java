package io.rustls4j.benchmarks.loopback;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandler;

/** Makes Netty's handlers for both sides. Thread-safe. */
interface Handlers extends AutoCloseable {
    ChannelHandler client(ByteBufAllocator allocator);

    ChannelHandler server(ByteBufAllocator allocator);

    @Override
    void close();
}
