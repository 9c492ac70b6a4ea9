package io.rustls4j.programs.clients;

import io.rustls4j.programs.Tls;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp 5, which drives an SSLSocket, with HTTP/2 by ALPN. */
final class OkHttp implements HttpsClientUnderTest {
    private final OkHttpClient client;

    OkHttp(Tls tls) throws Exception {
        client =
                new OkHttpClient.Builder()
                        .sslSocketFactory(tls.client().getSocketFactory(), tls.trust())
                        .readTimeout(Duration.ofSeconds(60))
                        .build();
    }

    @Override
    public Answer get(URI uri) throws Exception {
        return send(new Request.Builder().url(uri.toString()).build());
    }

    @Override
    public Answer post(URI uri, byte[] body) throws Exception {
        return send(
                new Request.Builder().url(uri.toString()).post(RequestBody.create(body)).build());
    }

    private Answer send(Request request) throws Exception {
        try (Response response = client.newCall(request).execute()) {
            String protocol = response.protocol() == Protocol.HTTP_2 ? "HTTP/2" : "HTTP/1.1";
            return new Answer(response.code(), protocol, ByteBuffer.wrap(response.body().bytes()));
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
