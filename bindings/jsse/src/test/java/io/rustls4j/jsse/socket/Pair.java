package io.rustls4j.jsse.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Two sockets that are connected to each other over loopback. */
record Pair(SSLSocket client, SSLSocket server) implements AutoCloseable {
    static Pair connect(Stack client, Stack server, String protocol) throws Exception {
        return connect(client.context(), server.context(), protocol);
    }

    static Pair connect(SSLContext client, SSLContext server, String protocol) throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket listening =
                server.getServerSocketFactory().createServerSocket(0, 1, loopback)) {
            SSLSocket near =
                    (SSLSocket)
                            client.getSocketFactory()
                                    .createSocket("localhost", listening.getLocalPort());
            SSLSocket far = (SSLSocket) listening.accept();
            near.setEnabledProtocols(new String[] {protocol});
            return new Pair(near, far);
        }
    }

    /** Until a byte has passed, so that TLS 1.3 tickets are out of the way, too. */
    void shakeHands() throws Exception {
        Future<?> far = Background.run(server::startHandshake);
        client.startHandshake();
        Background.await(far);
        server.getOutputStream().write(7);
        assertThat(client.getInputStream().read()).isEqualTo(7);
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
