package io.rustls4j.jsse.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Server sockets and what they give to the sockets that they accept. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ServerSocketTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void acceptedSocketsAreSetAsTheirServerSocketIs() throws Exception {
        try (SSLServerSocket listening = listen();
                SSLSocket client = connect(listening)) {
            assertThat(client.getUseClientMode()).isTrue();
            SSLParameters wished = listening.getSSLParameters();
            wished.setProtocols(new String[] {"TLSv1.2"});
            wished.setCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"});
            wished.setApplicationProtocols(new String[] {"one", "two"});
            wished.setSNIMatchers(List.of(SNIHostName.createSNIMatcher("name\\.example")));
            wished.setUseCipherSuitesOrder(false);
            listening.setSSLParameters(wished);
            listening.setWantClientAuth(true);
            listening.setEnableSessionCreation(false);
            try (SSLSocket accepted = (SSLSocket) listening.accept()) {
                assertThat(accepted.getUseClientMode()).isFalse();
                assertThat(accepted.getEnabledProtocols()).containsExactly("TLSv1.2");
                assertThat(accepted.getEnabledCipherSuites())
                        .containsExactly("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
                assertThat(accepted.getWantClientAuth()).isTrue();
                assertThat(accepted.getNeedClientAuth()).isFalse();
                assertThat(accepted.getEnableSessionCreation()).isFalse();
                SSLParameters given = accepted.getSSLParameters();
                assertThat(given.getApplicationProtocols()).containsExactly("one", "two");
                assertThat(given.getSNIMatchers()).hasSize(1);
                assertThat(given.getUseCipherSuitesOrder()).isFalse();

                // A copy: neither changes the other.
                accepted.setEnabledProtocols(new String[] {"TLSv1.3"});
                assertThat(listening.getEnabledProtocols()).containsExactly("TLSv1.2");
            }
        }
    }

    @Test
    void acceptedSocketsMayBeTheClients() throws Exception {
        try (SSLServerSocket listening = listen();
                SSLSocket near = connect(listening)) {
            assertThat(listening.getUseClientMode()).isFalse();
            listening.setUseClientMode(true);
            assertThat(listening.getUseClientMode()).isTrue();
            near.setUseClientMode(false);
            try (SSLSocket accepted = (SSLSocket) listening.accept()) {
                assertThat(accepted.getUseClientMode()).isTrue();
                new Pair(accepted, near).shakeHands();
            }
        }
    }

    @Test
    void factoriesMakeThemInAllWays() throws Exception {
        SSLServerSocketFactory factory = Stack.RUSTLS.context().getServerSocketFactory();
        assertThat(factory.getSupportedCipherSuites())
                .contains(factory.getDefaultCipherSuites())
                .isNotEmpty();
        try (ServerSocket unbound = factory.createServerSocket();
                ServerSocket anywhere = factory.createServerSocket(0);
                ServerSocket backlogged = factory.createServerSocket(0, 3)) {
            assertThat(unbound.isBound()).isFalse();
            unbound.bind(new InetSocketAddress(LOOPBACK, 0));
            assertThat(unbound.isBound()).isTrue();
            assertThat(anywhere.getLocalPort()).isPositive();
            assertThat(backlogged.getLocalPort()).isPositive();
            assertThat(anywhere).hasToString("[SSL: " + describe(anywhere) + "]");
        }
    }

    private static String describe(ServerSocket socket) {
        return "ServerSocket[addr="
                + socket.getInetAddress()
                + ",localport="
                + socket.getLocalPort()
                + "]";
    }

    private static SSLServerSocket listen() throws Exception {
        return (SSLServerSocket)
                Stack.RUSTLS.context().getServerSocketFactory().createServerSocket(0, 1, LOOPBACK);
    }

    private static SSLSocket connect(SSLServerSocket listening) throws Exception {
        return (SSLSocket)
                Stack.RUSTLS
                        .context()
                        .getSocketFactory()
                        .createSocket(LOOPBACK, listening.getLocalPort());
    }
}
