package io.rustls4j.cli.demo;

import io.rustls4j.TlsChannel;
import io.rustls4j.cli.server.ConnectionHandler;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/** The demo's protocol: the client sends a number, and the server sends as many bytes. */
final class Download implements ConnectionHandler {
    private static final int CHUNK = 64 * 1024;

    private final byte[] content = new byte[CHUNK];

    Download() {
        new SplittableRandom(1).nextBytes(content);
    }

    @Override
    public String serve(TlsChannel channel) throws IOException {
        ByteBuffer request = ByteBuffer.allocate(Long.BYTES);
        fill(channel, request);
        long size = request.flip().getLong();
        for (long left = size; left > 0; left -= CHUNK) {
            channel.write(ByteBuffer.wrap(content, 0, (int) Math.min(CHUNK, left)));
        }
        return size + " bytes";
    }

    /** The client's side: returns when all bytes have come. */
    static void fetch(TlsChannel channel, long size, LongConsumer progress) throws IOException {
        channel.write(ByteBuffer.allocate(Long.BYTES).putLong(size).flip());
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        long done = 0;
        while (done < size) {
            int count = channel.read(buffer.clear());
            if (count < 0) {
                throw new EOFException(
                        "the server stopped after " + done + " of " + size + " bytes");
            }
            done += count;
            progress.accept(done);
        }
    }

    private static void fill(ReadableByteChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the client sent no whole request");
            }
        }
    }
}
