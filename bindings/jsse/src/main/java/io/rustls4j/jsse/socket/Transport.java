package io.rustls4j.jsse.socket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/** The TCP connection below, and whether it ends together with TLS. */
final class Transport {
    private static final int DRAIN_ROUNDS = 16;

    private final Socket socket;
    private final boolean owned;
    private volatile @Nullable InputStream in;
    private volatile @Nullable OutputStream out;

    Transport(Socket socket, boolean owned) {
        this.socket = socket;
        this.owned = owned;
    }

    Socket socket() {
        return socket;
    }

    /** Whether to close it, or its directions, when TLS does so. */
    boolean isOwned() {
        return owned;
    }

    /**
     * Notes that there is a connection.
     *
     * @param consumed what was read from it before; null for nothing
     */
    void connected(@Nullable InputStream consumed) throws IOException {
        InputStream fresh = socket.getInputStream();
        in = consumed == null ? fresh : new SequenceInputStream(consumed, fresh);
        out = socket.getOutputStream();
    }

    boolean isConnected() {
        return out != null;
    }

    InputStream in() throws SocketException {
        return require(in);
    }

    OutputStream out() throws SocketException {
        return require(out);
    }

    private static <T> T require(@Nullable T stream) throws SocketException {
        if (stream == null) {
            throw new SocketException("Socket is not connected");
        }
        return stream;
    }

    void shutdownOutput() throws IOException {
        if (owned && !socket.isOutputShutdown() && !socket.isClosed()) {
            socket.shutdownOutput();
        }
    }

    void shutdownInput() throws IOException {
        if (owned && !socket.isInputShutdown() && !socket.isClosed()) {
            socket.shutdownInput();
        }
    }

    /**
     * Throws away what has arrived: to close with bytes unread resets the connection, and the peer
     * may lose our last words over that.
     */
    void drain() throws IOException {
        InputStream unread = in;
        if (!owned || unread == null || socket.isClosed() || socket.isInputShutdown()) {
            return;
        }
        for (int round = 0; round < DRAIN_ROUNDS; round++) {
            int available = unread.available();
            if (available == 0) {
                return;
            }
            unread.skipNBytes(available);
        }
    }

    void close() throws IOException {
        if (owned) {
            socket.close();
        }
    }
}
