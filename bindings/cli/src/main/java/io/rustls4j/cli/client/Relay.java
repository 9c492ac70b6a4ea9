package io.rustls4j.cli.client;

import io.rustls4j.TlsChannel;
import io.rustls4j.cli.CommandFailure;
import io.rustls4j.cli.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Standard input to the connection, the connection to standard output, until the server ends it.
 */
final class Relay {
    private static final int BUFFER = 16 * 1024;

    private final TlsChannel channel;
    private final Streams streams;
    private volatile @Nullable CommandFailure inputFailure;

    Relay(TlsChannel channel, Streams streams) {
        this.channel = channel;
        this.streams = streams;
    }

    void run() throws IOException, CommandFailure {
        // A daemon: when the server has ended the connection, nobody waits for the user's next
        // line.
        Thread.ofPlatform().daemon().name("stdin").start(this::send);
        receive(new StandardOutput(streams.out()));
        CommandFailure failure = inputFailure;
        if (failure != null) {
            throw failure;
        }
    }

    private void receive(OutputStream out) throws IOException {
        byte[] bytes = new byte[BUFFER];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (channel.read(buffer) >= 0) {
            out.write(bytes, 0, buffer.position());
            out.flush();
            buffer.clear();
        }
    }

    /**
     * What the connection itself fails with shows on the receiving side, with the reason that the
     * server gave.
     */
    private void send() {
        byte[] bytes = new byte[BUFFER];
        try {
            for (int length = read(streams.in(), bytes);
                    length >= 0;
                    length = read(streams.in(), bytes)) {
                channel.write(ByteBuffer.wrap(bytes, 0, length));
            }
            channel.shutdownOutput();
        } catch (CommandFailure e) {
            inputFailure = e;
        } catch (IOException e) {
            System.getLogger("io.rustls4j.cli")
                    .log(System.Logger.Level.DEBUG, "the server takes no more", e);
        }
    }

    private static int read(InputStream in, byte[] bytes) throws CommandFailure {
        try {
            return in.read(bytes);
        } catch (IOException e) {
            throw CommandFailure.ofConnection(
                    "standard input cannot be read: " + e.getMessage(), e);
        }
    }
}
