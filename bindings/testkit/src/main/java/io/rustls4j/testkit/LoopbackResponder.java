package io.rustls4j.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An OCSP responder on loopback that says what it is told to say. Thread-safe. */
public final class LoopbackResponder implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<byte[]> requests = new CopyOnWriteArrayList<>();
    private volatile Answer answer = request -> new byte[0];
    private volatile int status = 200;

    /** What is said to a request; may block. */
    @FunctionalInterface
    public interface Answer {
        /**
         * Answers.
         *
         * @param request the DER encoding of a request
         * @return the body of the response
         * @throws IOException to break the connection
         */
        byte[] to(byte[] request) throws IOException;
    }

    /**
     * Starts; it answers with nothing until told what.
     *
     * @throws IOException if there is no port
     */
    public LoopbackResponder() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Where it is.
     *
     * @return an address for certificates
     */
    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/ocsp";
    }

    /**
     * Changes what it says.
     *
     * @param next the answer to further requests
     */
    public void answers(Answer next) {
        answer = next;
    }

    /**
     * Changes the status of HTTP that it answers with.
     *
     * @param code 200 at first
     */
    public void answersWithStatus(int code) {
        status = code;
    }

    /**
     * What it was asked by POST, in the form that OCSP has.
     *
     * @return the requests so far
     */
    public List<byte[]> requests() {
        return requests;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("POST")
                    && "application/ocsp-request"
                            .equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
                requests.add(request);
            }
            byte[] response = answer.to(request);
            exchange.getResponseHeaders().set("Content-Type", "application/ocsp-response");
            exchange.sendResponseHeaders(status, response.length == 0 ? -1 : response.length);
            exchange.getResponseBody().write(response);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
