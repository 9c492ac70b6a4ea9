package io.rustls4j.programs.servers;

import io.rustls4j.programs.Tls;
import java.io.IOException;

/**
 * A server that answers {@code GET /large} with {@link io.rustls4j.programs.Content#large()} and
 * {@code POST /echo} with what it was sent.
 */
public interface HttpsServerUnderTest extends AutoCloseable {
    /** Where it listens on 127.0.0.1. */
    int port();

    @Override
    void close() throws IOException;

    /** A server at an address that its certificate is not for. */
    static HttpsServerUnderTest atAnotherAddress(String address) throws Exception {
        return new JdkHttpsServer(Tls.RUSTLS, address);
    }

    /** The kinds there are. */
    enum Kind {
        JDK_HTTPS_SERVER(false) {
            @Override
            public HttpsServerUnderTest start(Tls tls) throws Exception {
                return new JdkHttpsServer(tls, "127.0.0.1");
            }
        },
        TOMCAT_JSSE(true) {
            @Override
            public HttpsServerUnderTest start(Tls tls) throws Exception {
                return TomcatServer.withContext(tls);
            }
        },
        TOMCAT_RUSTLS_IMPLEMENTATION(true) {
            @Override
            public HttpsServerUnderTest start(Tls tls) throws Exception {
                return TomcatServer.withRustlsImplementation();
            }
        },
        JETTY(true) {
            @Override
            public HttpsServerUnderTest start(Tls tls) throws Exception {
                return new JettyServer(tls);
            }
        },
        NETTY(false) {
            @Override
            public HttpsServerUnderTest start(Tls tls) throws Exception {
                return new NettyServer(tls);
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

        public abstract HttpsServerUnderTest start(Tls tls) throws Exception;
    }
}
