package io.rustls4j.programs.clients;

import io.rustls4j.programs.Tls;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;

/** A client of HTTPS that verifies the server's certificate and name. */
public interface HttpsClientUnderTest extends AutoCloseable {
    /**
     * An answer.
     *
     * @param protocol {@code HTTP/1.1} or {@code HTTP/2}
     */
    record Answer(int status, String protocol, ByteBuffer body) {}

    Answer get(URI uri) throws Exception;

    Answer post(URI uri, byte[] body) throws Exception;

    @Override
    void close() throws IOException;

    /** The kinds there are. */
    enum Kind {
        JDK_HTTP_CLIENT(true) {
            @Override
            public HttpsClientUnderTest start(Tls tls) throws Exception {
                return new JdkHttpClient(tls);
            }
        },
        HTTPS_URL_CONNECTION(false) {
            @Override
            public HttpsClientUnderTest start(Tls tls) throws Exception {
                return new UrlConnectionClient(tls);
            }
        },
        OKHTTP(true) {
            @Override
            public HttpsClientUnderTest start(Tls tls) throws Exception {
                return new OkHttp(tls);
            }
        };

        private final boolean http2;

        Kind(boolean http2) {
            this.http2 = http2;
        }

        /** Whether it speaks HTTP/2 by ALPN. */
        public boolean http2() {
            return http2;
        }

        public abstract HttpsClientUnderTest start(Tls tls) throws Exception;
    }
}
