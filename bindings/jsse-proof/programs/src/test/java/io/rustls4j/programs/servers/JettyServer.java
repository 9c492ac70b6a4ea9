package io.rustls4j.programs.servers;

import io.rustls4j.programs.Content;
import io.rustls4j.programs.Tls;
import java.nio.ByteBuffer;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Content.Source;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Jetty 12 with HTTP/2. */
final class JettyServer implements HttpsServerUnderTest {
    private final Server server = new Server();
    private final ServerConnector connector;

    JettyServer(Tls tls) throws Exception {
        HttpConfiguration http = new HttpConfiguration();
        http.addCustomizer(new SecureRequestCustomizer(false));
        HttpConnectionFactory http1 = new HttpConnectionFactory(http);
        HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(http);
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol(http1.getProtocol());
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setSslContext(tls.server());
        connector =
                new ServerConnector(
                        server,
                        new SslConnectionFactory(ssl, alpn.getProtocol()),
                        alpn,
                        http2,
                        http1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new ContentHandler());
        server.start();
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private static final class ContentHandler extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            ByteBuffer body =
                    request.getMethod().equals("POST")
                            ? Source.asByteBuffer(request)
                            : ByteBuffer.wrap(Content.large());
            response.write(true, body, callback);
            return true;
        }
    }
}
