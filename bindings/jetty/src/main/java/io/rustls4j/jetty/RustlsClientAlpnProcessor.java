package io.rustls4j.jetty;

import io.rustls4j.jsse.Rustls4jProvider;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.eclipse.jetty.alpn.client.ALPNClientConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.ALPNProcessor;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;

/** Lets Jetty's client offer application protocols on an engine of rustls. */
public final class RustlsClientAlpnProcessor implements ALPNProcessor.Client {
    /** For the service loader. */
    public RustlsClientAlpnProcessor() {}

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
     * Has the engine offer Jetty's protocols.
     *
     * @param engine an engine that this processor applies to
     * @param connection Jetty's connection that waits for a protocol
     */
    @Override
    public void configure(SSLEngine engine, Connection connection) {
        ALPNClientConnection waiting = (ALPNClientConnection) connection;
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setApplicationProtocols(waiting.getProtocols().toArray(String[]::new));
        engine.setSSLParameters(parameters);
        if (waiting.getEndPoint() instanceof SslConnection.SslEndPoint endPoint) {
            endPoint.getSslConnection().addHandshakeListener(new Chosen(engine, waiting));
        }
    }

    private record Chosen(SSLEngine engine, ALPNClientConnection connection)
            implements SslHandshakeListener {
        @Override
        public void handshakeSucceeded(Event event) {
            String protocol = engine.getApplicationProtocol();
            connection.selected(protocol == null || protocol.isEmpty() ? null : protocol);
        }
    }
}
