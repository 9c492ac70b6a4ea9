package io.rustls4j.jsse.peers;

import io.rustls4j.testkit.Loopback;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** A server on sockets whose page says what it knows of the connection. */
final class PageServer implements AutoCloseable {
    private final SSLServerSocket listener;
    private final Thread thread;
    private final BlockingQueue<IOException> failures = new LinkedBlockingQueue<>();

    PageServer(SSLContext context, Consumer<SSLServerSocket> setUp) throws IOException {
        listener =
                (SSLServerSocket)
                        context.getServerSocketFactory().createServerSocket(0, 5, Loopback.ADDRESS);
        setUp.accept(listener);
        thread = Thread.ofPlatform().daemon().name("page server").start(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Why a connection has failed, waiting for one that does. */
    IOException awaitFailure() throws InterruptedException {
        IOException failure = failures.poll(30, TimeUnit.SECONDS);
        if (failure == null) {
            throw new AssertionError("no connection has failed");
        }
        return failure;
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (SSLSocket socket = (SSLSocket) listener.accept()) {
                answer(socket);
            } catch (IOException e) {
                failures.add(e);
            }
        }
    }

    private static void answer(SSLSocket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request ended with: " + request);
            }
            request.append((char) next);
        }
        String page = page(socket);
        String head =
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
                        + page.length()
                        + "\r\n\r\n";
        socket.getOutputStream().write((head + page).getBytes(StandardCharsets.US_ASCII));
    }

    private static String page(SSLSocket socket) {
        SSLSession session = socket.getSession();
        return "this is "
                + session.getProtocol()
                + " with "
                + peer(session)
                + " about "
                + socket.getApplicationProtocol();
    }

    private static String peer(SSLSession session) {
        try {
            return session.getPeerPrincipal().getName();
        } catch (SSLPeerUnverifiedException e) {
            return "nobody";
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
