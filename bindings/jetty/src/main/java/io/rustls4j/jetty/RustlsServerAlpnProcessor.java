package io.rustls4j.jetty;

import io.rustls4j.jsse.Rustls4jProvider;
import java.util.List;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.alpn.server.ALPNServerConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.ALPNProcessor;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;

/** Lets Jetty's server choose the application protocol on an engine of rustls. */
public final class RustlsServerAlpnProcessor implements ALPNProcessor.Server {
    /** For the service loader. */
    public RustlsServerAlpnProcessor() {}

    /**
     * Whether this is the processor for an engine.
     *
     * @param engine an engine of a connection to come
     * @return true if it runs on rustls
     */
    @Override
    public boolean appliesTo(SSLEngine engine) {
        return Rustls4jProvider.made(engine);
    }

    /**
     * Has the engine ask Jetty during its handshake.
     *
     * @param engine an engine that this processor applies to
     * @param connection Jetty's connection that waits for a protocol
     */
    @Override
    public void configure(SSLEngine engine, Connection connection) {
        ALPNServerConnection waiting = (ALPNServerConnection) connection;
        engine.setHandshakeApplicationProtocolSelector(
                (handshaking, offered) -> choose(waiting, offered));
        if (waiting.getEndPoint() instanceof SslConnection.SslEndPoint endPoint) {
            endPoint.getSslConnection().addHandshakeListener(new WithoutOffer(waiting));
        }
    }

    private static String choose(ALPNServerConnection connection, List<String> offered) {
        connection.select(offered);
        return connection.getProtocol();
    }

    /** A client that offers nothing is never asked about; it gets Jetty's default protocol. */
    private record WithoutOffer(ALPNServerConnection connection) implements SslHandshakeListener {
        @Override
        public void handshakeSucceeded(Event event) {
            if (connection.getProtocol() == null) {
                connection.unsupported();
            }
        }
    }
}
