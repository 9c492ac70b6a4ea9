package io.rustls4j.programs.clients;

import io.rustls4j.programs.Tls;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/** HttpsURLConnection, which drives an SSLSocket. */
final class UrlConnectionClient implements HttpsClientUnderTest {
    private static final int PATIENCE_MILLIS = 60_000;

    private final SSLSocketFactory factory;

    UrlConnectionClient(Tls tls) throws Exception {
        factory = tls.client().getSocketFactory();
    }

    @Override
    public Answer get(URI uri) throws Exception {
        return answer(open(uri));
    }

    @Override
    public Answer post(URI uri, byte[] body) throws Exception {
        HttpsURLConnection connection = open(uri);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        return answer(connection);
    }

    private HttpsURLConnection open(URI uri) throws Exception {
        HttpsURLConnection connection = (HttpsURLConnection) uri.toURL().openConnection();
        connection.setSSLSocketFactory(factory);
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        return connection;
    }

    private static Answer answer(HttpsURLConnection connection) throws Exception {
        try (InputStream in = connection.getInputStream()) {
            return new Answer(
                    connection.getResponseCode(), "HTTP/1.1", ByteBuffer.wrap(in.readAllBytes()));
        }
    }

    @Override
    public void close() {}
}
