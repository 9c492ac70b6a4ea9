package io.rustls4j.programs.clients;

import io.rustls4j.programs.Tls;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;

/** The JDK's HttpClient, which drives an SSLEngine. */
final class JdkHttpClient implements HttpsClientUnderTest {
    private final HttpClient client;

    JdkHttpClient(Tls tls) throws Exception {
        client =
                HttpClient.newBuilder()
                        .sslContext(tls.client())
                        .connectTimeout(Duration.ofSeconds(20))
                        .build();
    }

    @Override
    public Answer get(URI uri) throws Exception {
        return send(HttpRequest.newBuilder(uri).GET());
    }

    @Override
    public Answer post(URI uri, byte[] body) throws Exception {
        return send(HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private Answer send(HttpRequest.Builder request) throws Exception {
        HttpResponse<byte[]> response =
                client.send(
                        request.timeout(Duration.ofSeconds(60)).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        String protocol = response.version() == HttpClient.Version.HTTP_2 ? "HTTP/2" : "HTTP/1.1";
        return new Answer(response.statusCode(), protocol, ByteBuffer.wrap(response.body()));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
