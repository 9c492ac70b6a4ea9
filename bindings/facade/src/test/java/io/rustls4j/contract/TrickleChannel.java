package io.rustls4j.contract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/** A transport that takes and gives only a few bytes at a time, as any may. */
record TrickleChannel(ByteChannel transport, int most) implements ByteChannel {
    @Override
    public int read(ByteBuffer target) throws IOException {
        ByteBuffer part = target.slice(target.position(), Math.min(most, target.remaining()));
        int count = transport.read(part);
        target.position(target.position() + Math.max(0, count));
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        ByteBuffer part = source.slice(source.position(), Math.min(most, source.remaining()));
        int count = transport.write(part);
        source.position(source.position() + count);
        return count;
    }

    @Override
    public boolean isOpen() {
        return transport.isOpen();
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }
}
