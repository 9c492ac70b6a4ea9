package io.rustls4j.tcnative.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.OpenSslX509KeyManagerFactory;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.rustls4j.tcnative.connection.PrivateKeyMethodKey;
import java.net.InetAddress;
import java.security.Signature;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that sign in their own time, on the one thread that everything else runs on. */
class EventLoopTest {
    private static final String TLS13 = "TLSv1.3";
    private static final String TLS12 = "TLSv1.2";

    /** For what would never happen; what does is waited for, and not longer. */
    private static final int HANG_SECONDS = 60;

    private static final int PORT = 443;

    private EventLoopGroup group;

    @BeforeEach
    void start() {
        group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    }

    @AfterEach
    void stop() {
        assertThat(
                        group.shutdownGracefully(0, 1, TimeUnit.SECONDS)
                                .awaitUninterruptibly(HANG_SECONDS, TimeUnit.SECONDS))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS13, TLS12})
    void aKeyMaySignOnTheEventLoop(String version) throws Exception {
        connects(clients("P-384", version), servers(version));
    }

    /** A client can bring this about at will: its first group is not one of the server's. */
    @Test
    void aKeyMaySignOnTheEventLoopAfterAHelloRetryRequest() throws Exception {
        connects(clients("P-256:P-384", TLS13), servers(TLS13));
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENSSL", "OPENSSL_REFCNT"})
    void nobodyWaitsForTheSignatureOfAConnectionThatIsGone(SslProvider provider) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        SslContext servers =
                servers(
                        provider,
                        input -> {
                            asked.countDown();
                            return ImmediateEventExecutor.INSTANCE.newPromise();
                        },
                        TLS13);
        SslContext clients = clients("P-384", TLS13);
        Channel listener = listen(servers);
        Channel client = connect(clients, listener);
        assertThat(asked.await(HANG_SECONDS, TimeUnit.SECONDS)).isTrue();

        client.close().sync();
        listener.close().sync();

        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(HANG_SECONDS);
        while (isWaitedForASignature() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertThat(isWaitedForASignature()).isFalse();
        Contexts.release(clients, servers);
    }

    private static boolean isWaitedForASignature() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(
                        frame -> frame.getClassName().equals(PrivateKeyMethodKey.class.getName()));
    }

    private void connects(SslContext clients, SslContext servers) throws Exception {
        Channel listener = listen(servers);
        Channel client = connect(clients, listener);
        SslHandler tls = client.pipeline().get(SslHandler.class);
        assertThat(tls.handshakeFuture().await(HANG_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(tls.handshakeFuture().cause()).isNull();
        client.close().sync();
        listener.close().sync();
        Contexts.release(clients, servers);
    }

    private Channel listen(SslContext servers) throws Exception {
        return new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childHandler(new Tls(channel -> servers.newHandler(channel.alloc())))
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
    }

    private Channel connect(SslContext clients, Channel listener) throws Exception {
        return new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .handler(
                        new Tls(
                                channel ->
                                        clients.newHandler(channel.alloc(), Contexts.NAME, PORT)))
                .connect(listener.localAddress())
                .sync()
                .channel();
    }

    private static final class Tls extends ChannelInitializer<Channel> {
        private final Function<Channel, SslHandler> handler;

        Tls(Function<Channel, SslHandler> handler) {
            this.handler = handler;
        }

        @Override
        protected void initChannel(Channel channel) {
            channel.pipeline().addLast(handler.apply(channel));
        }
    }

    private static SslContext clients(String groups, String version) throws Exception {
        return Contexts.client(SslProvider.OPENSSL)
                .protocols(version)
                .option(OpenSslContextOption.GROUPS, groups.split(":"))
                .build();
    }

    private SslContext servers(String version) throws Exception {
        return servers(SslProvider.OPENSSL, this::onTheEventLoop, version);
    }

    private static SslContext servers(
            SslProvider provider, Function<byte[], Future<byte[]>> key, String version)
            throws Exception {
        return SslContextBuilder.forServer(
                        OpenSslX509KeyManagerFactory.newKeyless(Contexts.chain(Contexts.SERVER)))
                .sslProvider(provider)
                .protocols(version)
                .option(OpenSslContextOption.GROUPS, new String[] {"P-384"})
                .option(OpenSslContextOption.ASYNC_PRIVATE_KEY_METHOD, new AsyncKey(key))
                .build();
    }

    private Future<byte[]> onTheEventLoop(byte[] input) {
        return group.next()
                .submit(
                        () -> {
                            Signature signature = Signature.getInstance("SHA256withECDSA");
                            signature.initSign(Contexts.SERVER.privateKey());
                            signature.update(input);
                            return signature.sign();
                        });
    }
}
