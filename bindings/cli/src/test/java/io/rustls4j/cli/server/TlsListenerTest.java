package io.rustls4j.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.RootCertStore;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsChannel;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class TlsListenerTest {
    private static final int TIMES = 20;

    private final BlockingQueue<ConnectionLog.Event> ended = new LinkedBlockingQueue<>();

    private final ConnectionLog log =
            new ConnectionLog() {
                @Override
                public void ended(Event event) {
                    ended.add(event);
                }

                @Override
                public void note(String message) {
                    throw new AssertionError(message);
                }
            };

    @ParameterizedTest
    @EnumSource
    void closingEndsAConnectionCleanlyWhileItsHandlerWrites(EngineKind kind) throws Exception {
        TestAuthority authority = TestAuthority.root("listener");
        IssuedCertificate issued = authority.newCertificate().dns("localhost").issue();
        try (ServerConfig server =
                        ServerConfig.builder(kind)
                                .certifiedKeys(CertifiedKey.of(issued.chain(), issued.privateKey()))
                                .build();
                ClientConfig client =
                        ClientConfig.builder(kind)
                                .roots(RootCertStore.ofPem(authority.pem()))
                                .build()) {
            for (int i = 0; i < TIMES; i++) {
                closeWhileWriting(server, client);
            }
        }
    }

    private void closeWhileWriting(ServerConfig server, ClientConfig client) throws Exception {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        TlsListener listener =
                TlsListener.bind(anyPort, server, TlsListenerTest::writeForEver, log);
        Thread.ofVirtual().start(listener::serve);
        Thread closer = Thread.ofVirtual().unstarted(listener::close);
        try (SocketChannel transport = SocketChannel.open(listener.address());
                TlsChannel channel = TlsChannel.client(client, "localhost", transport)) {
            ByteBuffer buffer = ByteBuffer.allocate(4096);
            channel.read(buffer);
            closer.start();
            // A truncation would be an exception.
            while (channel.read(buffer.clear()) >= 0) {
                assertThat(buffer.position()).isPositive();
            }
        }
        closer.join();
        ConnectionLog.Event event = ended.poll(20, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        assertThat(event.negotiated()).isPresent();
    }

    private static String writeForEver(TlsChannel channel) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(64 * 1024);
        while (channel.isOpen()) {
            channel.write(chunk.clear());
        }
        return "closed";
    }
}
