package io.rustls4j.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;

/**
 * The JDK's own HTTPS server and client, which drive the {@code SSLEngine}s of any provider's
 * context.
 */
public final class LoopbackHttps implements AutoCloseable {
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Starts a server whose page says which protocol and suite are spoken.
     *
     * @param context whose engines it uses
     * @throws IOException if there is no port
     */
    public LoopbackHttps(SSLContext context) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(Loopback.ADDRESS, 0), 0);
        server.setExecutor(threads);
        server.setHttpsConfigurator(
                new HttpsConfigurator(context) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters usual = getSSLContext().getDefaultSSLParameters();
                        parameters.setSSLParameters(usual);
                    }
                });
        server.createContext("/", LoopbackHttps::answer);
        server.start();
    }

    /**
     * Asks any server for a page.
     *
     * @param context whose engines are used
     * @param uri the page
     * @return its text
     * @throws IOException if the handshake or HTTP fails
     * @throws InterruptedException if this thread should stop
     */
    public static String get(SSLContext context, URI uri) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(context)
                        .build()) {
            HttpRequest request = HttpRequest.newBuilder(uri).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    /**
     * Where it listens on loopback.
     *
     * @return the port
     */
    public int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            SSLSession session = ((HttpsExchange) exchange).getSSLSession();
            String page = session.getProtocol() + " " + session.getCipherSuite();
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
