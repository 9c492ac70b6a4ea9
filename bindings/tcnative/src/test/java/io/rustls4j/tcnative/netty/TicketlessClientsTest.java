package io.rustls4j.tcnative.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import io.rustls4j.testkit.Program;
import io.rustls4j.wire.ClientHelloMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients of TLS 1.2 that take no tickets, at a server that gives them. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class TicketlessClientsTest {
    private static final int SESSION_TICKET = 35;

    @TempDir private Path directory;

    private EventLoopGroup group;
    private SslContext servers;
    private Channel listener;

    @BeforeAll
    static void isInstalled() {
        boolean found = Program.isInstalled("openssl");
        if (!found && "true".equals(System.getenv("CI"))) {
            fail("openssl is not installed, and CI=true: install it");
        }
        assumeTrue(found, "openssl is not installed: this peer is not tried");
    }

    @BeforeEach
    void start() throws Exception {
        group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        servers =
                Contexts.server(SslProvider.OPENSSL)
                        .protocols("TLSv1.3", "TLSv1.2")
                        .sessionTimeout(3600)
                        .build();
        listener =
                new ServerBootstrap()
                        .group(group)
                        .channel(NioServerSocketChannel.class)
                        .childHandler(
                                new ChannelInitializer<>() {
                                    @Override
                                    protected void initChannel(Channel channel) {
                                        channel.pipeline()
                                                .addLast(servers.newHandler(channel.alloc()));
                                    }
                                })
                        .bind(InetAddress.getLoopbackAddress(), 0)
                        .sync()
                        .channel();
    }

    @AfterEach
    void stop() throws Exception {
        listener.close().sync();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
        Contexts.release(servers);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void resumeByTheSessionsId(boolean keysOfTheApplication) throws Exception {
        if (keysOfTheApplication) {
            Contexts.setTicketKeys(servers);
        }
        assertThat(connect("-no_ticket", "-sess_out", session()))
                .contains("New, TLSv1.2")
                .doesNotContain("session ticket");
        for (int i = 0; i < 3; i++) {
            assertThat(connect("-no_ticket", "-sess_in", session())).contains("Reused, TLSv1.2");
        }
        assertThat(sessions().stats().hits()).isEqualTo(3);
    }

    @Test
    void areAmongTheSessionsOfTheContext() throws Exception {
        connect("-no_ticket", "-sess_out", session());
        byte[] id = Collections.list(sessions().getIds()).getFirst();
        SSLSession kept = sessions().getSession(id);
        assertThat(kept.getId()).isEqualTo(id);

        kept.invalidate();

        assertThat(connect("-no_ticket", "-sess_in", session())).contains("New, TLSv1.2");
        assertThat(sessions().stats().hits()).isZero();
    }

    /**
     * Netty takes tickets from a context, and gives them back to engines that may speak TLS 1.3.
     */
    @Test
    void areNettysOwnWithoutTls13() throws Exception {
        assertThat(asksForTickets("TLSv1.2")).isFalse();
        assertThat(asksForTickets("TLSv1.2", "TLSv1.3")).isTrue();
    }

    private static boolean asksForTickets(String... protocols) throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(protocols).build();
        SSLEngine engine = clients.newEngine(ByteBufAllocator.DEFAULT, "localhost", 443);
        try {
            ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            engine.wrap(ByteBuffer.allocate(0), hello);
            return new ClientHelloMessage().extension(SESSION_TICKET, hello.flip()).isPresent();
        } finally {
            ReferenceCountUtil.release(engine);
            Contexts.release(clients);
        }
    }

    @Test
    void resumeNothingWithoutACache() throws Exception {
        Contexts.setTicketKeys(servers);
        sessions().setSessionCacheEnabled(false);
        assertThat(connect("-no_ticket", "-sess_out", session())).contains("New, TLSv1.2");
        assertThat(directory.resolve("session.pem")).as("there is nothing to save").doesNotExist();
        assertThat(Collections.list(sessions().getIds())).isEmpty();
    }

    @Test
    void whoTakesTicketsGetsThem() throws Exception {
        assertThat(connect("-sess_out", session())).contains("session ticket");
        assertThat(connect("-sess_in", session())).contains("Reused, TLSv1.2");
        assertThat(Collections.list(sessions().getIds())).isEmpty();
    }

    private OpenSslSessionContext sessions() {
        return (OpenSslSessionContext) servers.sessionContext();
    }

    private String session() {
        return directory.resolve("session.pem").toString();
    }

    /** What openssl says of a connection, which it closes itself. */
    private String connect(String... options) throws IOException, InterruptedException {
        Path authority = Files.write(directory.resolve("authority.pem"), Contexts.AUTHORITY.pem());
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "openssl",
                                "s_client",
                                "-connect",
                                "127.0.0.1:"
                                        + ((InetSocketAddress) listener.localAddress()).getPort(),
                                "-tls1_2",
                                "-CAfile",
                                authority.toString(),
                                "-verify_return_error",
                                "-servername",
                                Contexts.NAME));
        command.addAll(List.of(options));
        try (Program openssl = Program.start(command)) {
            openssl.awaitOutput("Verify return code: 0 (ok)");
            openssl.type("Q\n");
            assertThat(openssl.awaitExit()).as(openssl.toString()).isZero();
            return openssl.output();
        }
    }
}
