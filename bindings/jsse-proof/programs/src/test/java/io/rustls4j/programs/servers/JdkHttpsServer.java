package io.rustls4j.programs.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.rustls4j.programs.Content;
import io.rustls4j.programs.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's own little server. */
final class JdkHttpsServer implements HttpsServerUnderTest {
    private final HttpsServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();

    JdkHttpsServer(Tls tls, String address) throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls.server()));
        server.createContext(Content.LARGE_PATH, exchange -> answer(exchange, Content.large()));
        server.createContext(
                Content.ECHO_PATH,
                exchange -> answer(exchange, exchange.getRequestBody().readAllBytes()));
        server.setExecutor(workers);
        server.start();
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
