package io.rustls4j.jsse.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What of a socket is TCP's, and sockets that are not connected: as with the JDK's. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class TcpTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private static final class Elsewhere extends SocketAddress {
        private static final long serialVersionUID = 1;
    }

    @Test
    void optionsAreThoseOfTheConnection() throws Exception {
        try (Pair pair = Pair.connect(Stack.RUSTLS, Stack.JDK, "TLSv1.3")) {
            SSLSocket socket = pair.client();
            socket.setTcpNoDelay(true);
            assertThat(socket.getTcpNoDelay()).isTrue();
            assertThat(socket.getOption(StandardSocketOptions.TCP_NODELAY)).isTrue();
            assertThat(socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true)).isSameAs(socket);
            assertThat(socket.getKeepAlive()).isTrue();
            socket.setKeepAlive(false);
            assertThat(socket.getKeepAlive()).isFalse();
            socket.setReuseAddress(true);
            assertThat(socket.getReuseAddress()).isTrue();
            socket.setSoLinger(true, 3);
            assertThat(socket.getSoLinger()).isEqualTo(3);
            socket.setSoTimeout(321);
            assertThat(socket.getSoTimeout()).isEqualTo(321);
            socket.setSendBufferSize(30_000);
            assertThat(socket.getSendBufferSize()).isGreaterThanOrEqualTo(30_000);
            socket.setReceiveBufferSize(30_000);
            assertThat(socket.getReceiveBufferSize()).isGreaterThanOrEqualTo(30_000);
            socket.setTrafficClass(8);
            assertThat(socket.getTrafficClass()).isEqualTo(8);
            socket.setPerformancePreferences(1, 2, 3);
            assertThat(socket.supportedOptions())
                    .isEqualTo(pair.server().supportedOptions())
                    .contains(StandardSocketOptions.SO_LINGER);
            assertThat(socket.getChannel()).isNull();
            assertThat(socket.getInetAddress()).isEqualTo(LOOPBACK);
            assertThat(socket.getLocalAddress()).isEqualTo(LOOPBACK);
            assertThat(socket.getPort()).isEqualTo(pair.server().getLocalPort());
            assertThat(socket.getLocalPort()).isEqualTo(pair.server().getPort());
            assertThat(socket.getRemoteSocketAddress())
                    .isEqualTo(pair.server().getLocalSocketAddress());
            assertThat(socket.getLocalSocketAddress())
                    .isEqualTo(pair.server().getRemoteSocketAddress());
            assertThat(socket.isBound()).isTrue();
        }
    }

    @Test
    void unconnectedSocketsDoAsTheJdks() throws Exception {
        assertThat(unconnected(Stack.RUSTLS)).isEqualTo(unconnected(Stack.JDK));
    }

    private static List<Outcome> unconnected(Stack stack) throws Exception {
        List<Outcome> seen = new ArrayList<>();
        try (SSLSocket socket = (SSLSocket) stack.context().getSocketFactory().createSocket()) {
            seen.add(Outcome.of(socket::startHandshake));
            seen.add(Outcome.of(() -> socket.getSession().getProtocol()));
            seen.add(Outcome.of(() -> socket.getSession().getCipherSuite()));
            seen.add(Outcome.of(() -> socket.getSession().isValid()));
            seen.add(Outcome.of(socket::getHandshakeSession));
            seen.add(Outcome.of(socket::getInputStream));
            seen.add(Outcome.of(socket::getOutputStream));
            seen.add(Outcome.of(socket::getApplicationProtocol));
            seen.add(Outcome.of(socket::getUseClientMode));
            seen.add(Outcome.of(socket::isConnected));
            seen.add(Outcome.of(socket::isBound));
            seen.add(Outcome.of(socket::isClosed));
            seen.add(Outcome.of(() -> socket.sendUrgentData(1)));
            seen.add(Outcome.of(() -> socket.setOOBInline(true)));
            seen.add(Outcome.of(socket::getOOBInline));
            seen.add(Outcome.of(() -> socket.connect(new Elsewhere())));
            seen.add(Outcome.of(() -> socket.addHandshakeCompletedListener(null)));
            seen.add(Outcome.of(() -> socket.removeHandshakeCompletedListener(null)));
            seen.add(Outcome.of(() -> socket.removeHandshakeCompletedListener(event -> {})));
            seen.add(Outcome.of(() -> socket.setEnabledProtocols(null)));
            seen.add(Outcome.of(() -> socket.setEnabledProtocols(new String[] {"TLSv9"})));
            seen.add(Outcome.of(socket::shutdownOutput));
            seen.add(Outcome.of(socket::shutdownInput));
        }
        SSLSocket closed = (SSLSocket) stack.context().getSocketFactory().createSocket();
        closed.close();
        seen.add(Outcome.of(closed::isClosed));
        seen.add(Outcome.of(() -> closed.connect(new InetSocketAddress(LOOPBACK, 1))));
        seen.add(Outcome.of(() -> closed.bind(null)));
        seen.add(Outcome.of(closed::startHandshake));
        return seen;
    }

    @Test
    void factoriesConnectInAllWaysAsTheJdks() throws Exception {
        assertThat(connected(Stack.RUSTLS)).isEqualTo(connected(Stack.JDK));
    }

    private static List<Outcome> connected(Stack stack) throws Exception {
        SocketFactory factory = stack.context().getSocketFactory();
        List<Outcome> seen = new ArrayList<>();
        try (ServerSocket listening = new ServerSocket(0, 50, LOOPBACK)) {
            int port = listening.getLocalPort();
            seen.add(use(() -> factory.createSocket("localhost", port)));
            seen.add(use(() -> factory.createSocket((String) null, port)));
            seen.add(use(() -> factory.createSocket("localhost", port, LOOPBACK, 0)));
            seen.add(use(() -> factory.createSocket("localhost", port, null, 0)));
            seen.add(use(() -> factory.createSocket(LOOPBACK, port)));
            seen.add(use(() -> factory.createSocket(LOOPBACK, port, LOOPBACK, 0)));
            seen.add(use(() -> factory.createSocket(LOOPBACK, port, null, 0)));
            seen.add(
                    use(
                            () -> {
                                Socket made = factory.createSocket();
                                made.bind(null);
                                made.connect(new InetSocketAddress(LOOPBACK, port), 1000);
                                return made;
                            }));
        }
        seen.add(use(() -> factory.createSocket("no-such-host.invalid", 1)));
        seen.add(use(() -> factory.createSocket("localhost", -1)));
        return seen;
    }

    @FunctionalInterface
    private interface Making {
        Socket make() throws IOException;
    }

    private static Outcome use(Making making) {
        return Outcome.of(
                () -> {
                    try (Socket made = making.make()) {
                        return made.isConnected() + " " + made.isBound();
                    }
                });
    }
}
