package io.rustls4j.benchmarks.loopback;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerAdapter;

/** Handlers that do nothing. */
final class PlaintextHandlers implements Handlers {
    @Override
    public ChannelHandler client(ByteBufAllocator allocator) {
        return new Nothing();
    }

    @Override
    public ChannelHandler server(ByteBufAllocator allocator) {
        return new Nothing();
    }

    @Override
    public void close() {}

    private static final class Nothing extends ChannelHandlerAdapter {}
}
