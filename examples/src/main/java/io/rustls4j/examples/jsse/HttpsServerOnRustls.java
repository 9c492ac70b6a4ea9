package io.rustls4j.examples.jsse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.rustls4j.jsse.Rustls4jProvider;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The JDK's HttpsServer: {@code HttpsServerOnRustls PORT KEYSTORE PASSWORD}. */
public final class HttpsServerOnRustls {
    private static final byte[] ANSWER = "hello, world".getBytes(StandardCharsets.UTF_8);

    private HttpsServerOnRustls() {}

    /**
     * Serves until it is killed.
     *
     * @param args the port, and the key store with the server's key, and its password
     * @throws Exception if that cannot be read, or the port is taken
     */
    public static void main(String[] args) throws Exception {
        start(Integer.parseInt(args[0]), new File(args[1]), args[2].toCharArray());
    }

    /**
     * Starts a server.
     *
     * @param port where to listen; 0 for any
     * @param keyStore the file with the server's key and certificates
     * @param password the password of store and key
     * @return what runs now, until it is stopped
     * @throws GeneralSecurityException if the key store is not usable
     * @throws IOException if it cannot be read, or the port is taken
     */
    public static HttpsServer start(int port, File keyStore, char[] password)
            throws GeneralSecurityException, IOException {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(keyStore, password), password);
        // tag::jsse-context[]
        SSLContext context = SSLContext.getInstance("TLS", new Rustls4jProvider());
        // end::jsse-context[]
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", HttpsServerOnRustls::answer);
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
        }
    }
}
