package io.rustls4j.tcnative.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import io.rustls4j.testkit.Loopback;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Netty client is told by a Netty server that wants a certificate and gets none. */
class RefusalTest {
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void theClientIsToldWhy(String version) throws Exception {
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        SslContext context =
                SslContextBuilder.forClient()
                        .sslProvider(SslProvider.OPENSSL)
                        .protocols(version)
                        .trustManager(DropIn.AUTHORITY.certificate())
                        .build();
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try (HttpsServer server = server()) {
            Channel channel =
                    new Bootstrap()
                            .group(loops)
                            .channel(NioSocketChannel.class)
                            .handler(new Pipeline(context, failures))
                            .connect(new InetSocketAddress(Loopback.ADDRESS, server.port()))
                            .sync()
                            .channel();
            assertThat(channel.closeFuture().await(10, TimeUnit.SECONDS)).isTrue();
            // The failure is told after the channel has been closed, on the same thread.
            assertThat(channel.eventLoop().submit(() -> {}).await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(failures)
                    .isNotEmpty()
                    .anySatisfy(
                            failure ->
                                    assertThat(failure)
                                            .hasMessageMatching(
                                                    "(?is).*(certificate|handshake).*"));
            assertThat(server.engines()).singleElement().satisfies(DropIn::assertIsOf);
        } finally {
            loops.shutdownGracefully(0, 10, TimeUnit.SECONDS).syncUninterruptibly();
            ReferenceCountUtil.release(context);
        }
    }

    private static HttpsServer server() throws Exception {
        return new HttpsServer(
                SslContextBuilder.forServer(DropIn.SERVER.privateKey(), DropIn.SERVER.certificate())
                        .sslProvider(SslProvider.OPENSSL)
                        .trustManager(DropIn.AUTHORITY.certificate())
                        .clientAuth(ClientAuth.REQUIRE)
                        .build());
    }

    private static final class Pipeline extends ChannelInitializer<SocketChannel> {
        private final SslContext context;
        private final List<Throwable> failures;

        Pipeline(SslContext context, List<Throwable> failures) {
            this.context = context;
            this.failures = failures;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            channel.pipeline()
                    .addLast(context.newHandler(channel.alloc(), "localhost", 443))
                    .addLast(
                            new ChannelInboundHandlerAdapter() {
                                @Override
                                public void exceptionCaught(
                                        ChannelHandlerContext peer, Throwable failure) {
                                    failures.add(failure);
                                }
                            });
        }
    }
}
