package io.rustls4j.examples.jsse;

import io.rustls4j.jsse.Rustls4jProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.Security;
import javax.net.ssl.SSLContext;

/**
 * The JDK's HttpClient: {@code HttpClientOnRustls URL}. What it trusts is the JDK's affair, and
 * told by {@code -Djavax.net.ssl.trustStore=FILE}.
 */
public final class HttpClientOnRustls {
    private HttpClientOnRustls() {}

    /**
     * Prints what the server answers, and whose TLS that came through.
     *
     * @param args the URL to get
     * @throws IOException if the server cannot be reached, or is not to be trusted
     * @throws InterruptedException if the thread is interrupted
     * @throws GeneralSecurityException if there is no default context
     */
    public static void main(String[] args)
            throws IOException, InterruptedException, GeneralSecurityException {
        // tag::jsse-program[]
        Security.insertProviderAt(new Rustls4jProvider(), 1);
        // end::jsse-program[]
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(args[0])).build();
            System.out.println(client.send(request, BodyHandlers.ofString()).body());
        }
        System.out.println("by " + SSLContext.getDefault().getProvider().getName());
    }
}
