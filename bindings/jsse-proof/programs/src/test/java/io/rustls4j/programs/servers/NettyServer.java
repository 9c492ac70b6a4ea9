package io.rustls4j.programs.servers;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.rustls4j.programs.Content;
import io.rustls4j.programs.Tls;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;

/** Netty with {@code SslProvider.JDK}. */
final class NettyServer implements HttpsServerUnderTest {
    private static final int MAX_BODY = 8 << 20;

    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final Channel channel;

    NettyServer(Tls tls) throws Exception {
        SslContext context =
                SslContextBuilder.forServer(
                                Tls.certificate().privateKey(),
                                Tls.certificate().chain().toArray(X509Certificate[]::new))
                        .sslProvider(SslProvider.JDK)
                        .sslContextProvider(tls.provider())
                        .build();
        channel =
                new ServerBootstrap()
                        .group(group)
                        .channel(NioServerSocketChannel.class)
                        .childHandler(new Pipeline(context))
                        .bind("127.0.0.1", 0)
                        .sync()
                        .channel();
    }

    @Override
    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private static final class Pipeline extends ChannelInitializer<SocketChannel> {
        private final SslContext context;

        Pipeline(SslContext context) {
            this.context = context;
        }

        @Override
        protected void initChannel(SocketChannel child) {
            child.pipeline()
                    .addLast(
                            context.newHandler(child.alloc()),
                            new HttpServerCodec(),
                            new HttpObjectAggregator(MAX_BODY),
                            new Answer());
        }
    }

    private static final class Answer extends SimpleChannelInboundHandler<FullHttpRequest> {
        /** A write that fails is the client's to notice. */
        @SuppressWarnings("FutureReturnValueIgnored")
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            ByteBuf body =
                    request.method().equals(HttpMethod.POST)
                            ? request.content().retainedDuplicate()
                            : Unpooled.wrappedBuffer(Content.large());
            FullHttpResponse response =
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, body);
            HttpUtil.setContentLength(response, body.readableBytes());
            context.writeAndFlush(response);
        }
    }
}
