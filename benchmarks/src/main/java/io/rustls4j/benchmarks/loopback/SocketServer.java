package io.rustls4j.benchmarks.loopback;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Answers, one thread for each connection. */
final class SocketServer implements AutoCloseable {
    private static final int BACKLOG = 128;
    private static final int LONGEST_REQUEST = 256;
    private static final int CHUNK = 16_384;

    private final SSLServerSocket listener;
    private final Consumer<SSLSocket> prepare;
    private final Executor threads;
    private final Set<SSLSocket> open = ConcurrentHashMap.newKeySet();

    private SocketServer(SSLServerSocket listener, Consumer<SSLSocket> prepare, Executor threads) {
        this.listener = listener;
        this.prepare = prepare;
        this.threads = threads;
    }

    /**
     * Listens on a port of the system's choice.
     *
     * @param prepare is given each connection before its handshake
     */
    static SocketServer start(SSLContext context, Consumer<SSLSocket> prepare, Executor threads)
            throws IOException {
        SSLServerSocket listener =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        SocketServer server = new SocketServer(listener, prepare, threads);
        threads.execute(server::accept);
        return server;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                SSLSocket accepted = (SSLSocket) listener.accept();
                accepted.setTcpNoDelay(true);
                prepare.accept(accepted);
                threads.execute(() -> serve(accepted));
            } catch (SocketException e) {
                // The listener was closed.
                return;
            } catch (IOException e) {
                throw new IllegalStateException("the server cannot accept", e);
            }
        }
    }

    /** A client that fails notices it by itself. */
    private void serve(SSLSocket socket) {
        open.add(socket);
        try (socket) {
            byte[] request = new byte[LONGEST_REQUEST];
            int length = read(socket.getInputStream(), request);
            while (length > 0) {
                answer(socket.getOutputStream(), request, length);
                length = read(socket.getInputStream(), request);
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                System.getLogger(SocketServer.class.getName())
                        .log(System.Logger.Level.DEBUG, "a connection has ended early", e);
            }
        } finally {
            open.remove(socket);
        }
    }

    /**
     * The length of the next request with its empty line; 0 at the end. Clients do not pipeline.
     */
    private static int read(InputStream in, byte[] request) throws IOException {
        int length = 0;
        while (length < 4 || request[length - 1] != '\n' || request[length - 3] != '\n') {
            int read = in.read(request, length, request.length - length);
            if (read <= 0) {
                return 0;
            }
            length += read;
        }
        return length;
    }

    private static void answer(OutputStream out, byte[] request, int length) throws IOException {
        String text = new String(request, 0, length, StandardCharsets.US_ASCII);
        int bytes = Http.bytes(text.split(" ", 3)[1]);
        byte[] head = Http.responseHead(bytes).getBytes(StandardCharsets.US_ASCII);
        byte[] chunk = new byte[Math.min(head.length + bytes, CHUNK)];
        // The head with the first of the body, as servers send them.
        int first = Math.min(bytes, chunk.length - head.length);
        System.arraycopy(head, 0, chunk, 0, head.length);
        out.write(chunk, 0, head.length + first);
        for (int left = bytes - first; left > 0; left -= chunk.length) {
            out.write(chunk, 0, Math.min(left, chunk.length));
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (SSLSocket socket : open) {
            socket.close();
        }
    }
}
