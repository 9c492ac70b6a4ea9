package io.rustls4j.benchmarks.loopback;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** One connection, which asks one question after the other. For one thread at a time. */
final class SocketClient implements AutoCloseable {
    private static final int CHUNK = 16_384;

    private final SSLSocket socket;

    SocketClient(SSLSocket socket) {
        this.socket = socket;
    }

    /** Asks for so many bytes, and waits for the last of them; returns how many came. */
    long fetch(int bytes) throws IOException {
        socket.getOutputStream().write(Http.request(bytes).getBytes(StandardCharsets.US_ASCII));
        long due = Http.responseHead(bytes).length() + (long) bytes;
        byte[] chunk = new byte[(int) Math.min(due, CHUNK)];
        InputStream in = socket.getInputStream();
        long left = due;
        while (left > 0) {
            int read = in.read(chunk, 0, (int) Math.min(left, chunk.length));
            if (read < 0) {
                throw new EOFException(left + " bytes of an answer are missing");
            }
            left -= read;
        }
        return due;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
