package io.rustls4j.tcnative.programs;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.codec.http2.Http2StreamFrame;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.Version;
import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process with any line of Netty: a server and a client on the drop-in, one request over HTTP/2.
 * Arguments: chain, key and authority, files in PEM. What it has seen goes to standard output.
 */
public final class Http2Exchange {
    private static final String CONTENT = "said over HTTP/2";

    private Http2Exchange() {}

    /** Runs. */
    @SuppressWarnings("deprecation") // the only event loops that all lines have
    public static void main(String[] arguments) throws Exception {
        System.out.println("netty " + Version.identify().get("netty-handler").artifactVersion());
        System.out.println("openssl " + OpenSsl.versionString());
        EventLoopGroup loops = new NioEventLoopGroup(2);
        SslContext server = server(new File(arguments[0]), new File(arguments[1]));
        SslContext client = client(new File(arguments[2]));
        try {
            System.out.println("answer " + exchange(loops, server, client));
        } finally {
            loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
            ReferenceCountUtil.release(server);
            ReferenceCountUtil.release(client);
        }
    }

    private static String exchange(EventLoopGroup loops, SslContext server, SslContext client)
            throws Exception {
        Channel listening =
                new ServerBootstrap()
                        .group(loops)
                        .channel(NioServerSocketChannel.class)
                        .childHandler(new Pipeline(server, true, new CompletableFuture<>()))
                        .bind(InetAddress.getLoopbackAddress(), 0)
                        .sync()
                        .channel();
        InetSocketAddress address = (InetSocketAddress) listening.localAddress();
        CompletableFuture<String> protocol = new CompletableFuture<>();
        Channel connection =
                new Bootstrap()
                        .group(loops)
                        .channel(NioSocketChannel.class)
                        .handler(new Pipeline(client, false, protocol))
                        .connect(address)
                        .sync()
                        .channel();
        System.out.println("protocol " + protocol.get(10, TimeUnit.SECONDS));
        System.out.println(
                "engine " + connection.pipeline().get(SslHandler.class).engine().getClass());
        Answer answer = new Answer();
        Http2StreamChannel stream =
                new Http2StreamChannelBootstrap(connection).handler(answer).open().get();
        ChannelFuture head =
                stream.write(
                        new DefaultHttp2HeadersFrame(
                                new DefaultHttp2Headers()
                                        .method("POST")
                                        .scheme("https")
                                        .authority("localhost")
                                        .path("/")));
        ByteBuf body = Unpooled.copiedBuffer(CONTENT, StandardCharsets.UTF_8);
        stream.writeAndFlush(new DefaultHttp2DataFrame(body, true)).sync();
        head.sync();
        return answer.text.get(10, TimeUnit.SECONDS);
    }

    private static SslContext server(File chain, File key) throws Exception {
        return SslContextBuilder.forServer(chain, key)
                .sslProvider(SslProvider.OPENSSL)
                .applicationProtocolConfig(http2())
                .build();
    }

    private static SslContext client(File authority) throws Exception {
        return SslContextBuilder.forClient()
                .sslProvider(SslProvider.OPENSSL)
                .applicationProtocolConfig(http2())
                .trustManager(authority)
                .build();
    }

    private static ApplicationProtocolConfig http2() {
        return new ApplicationProtocolConfig(
                Protocol.ALPN,
                SelectorFailureBehavior.NO_ADVERTISE,
                SelectedListenerFailureBehavior.ACCEPT,
                ApplicationProtocolNames.HTTP_2,
                ApplicationProtocolNames.HTTP_1_1);
    }

    private static final class Pipeline extends ChannelInitializer<SocketChannel> {
        private final SslContext context;
        private final boolean server;
        private final CompletableFuture<String> negotiated;

        Pipeline(SslContext context, boolean server, CompletableFuture<String> negotiated) {
            this.context = context;
            this.server = server;
            this.negotiated = negotiated;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            channel.pipeline()
                    .addLast(
                            server
                                    ? context.newHandler(channel.alloc())
                                    : context.newHandler(channel.alloc(), "localhost", 443))
                    .addLast(
                            new ApplicationProtocolNegotiationHandler("none") {
                                @Override
                                protected void configurePipeline(
                                        ChannelHandlerContext peer, String protocol) {
                                    if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
                                        speakHttp2(peer);
                                    }
                                    negotiated.complete(protocol);
                                }
                            });
        }

        private void speakHttp2(ChannelHandlerContext peer) {
            peer.pipeline()
                    .addLast(
                            (server
                                            ? Http2FrameCodecBuilder.forServer()
                                            : Http2FrameCodecBuilder.forClient())
                                    .build())
                    .addLast(
                            new Http2MultiplexHandler(
                                    new ChannelInitializer<Channel>() {
                                        @Override
                                        protected void initChannel(Channel stream) {
                                            stream.pipeline().addLast(new Echo());
                                        }
                                    }));
        }
    }

    /** Whoever fails closes the stream, and the other side's wait ends. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static final class Echo extends SimpleChannelInboundHandler<Http2StreamFrame> {
        @Override
        protected void channelRead0(ChannelHandlerContext peer, Http2StreamFrame frame) {
            if (frame instanceof Http2HeadersFrame) {
                peer.write(new DefaultHttp2HeadersFrame(new DefaultHttp2Headers().status("200")));
            } else if (frame instanceof Http2DataFrame data) {
                peer.writeAndFlush(
                        new DefaultHttp2DataFrame(data.content().retain(), data.isEndStream()));
            }
        }
    }

    private static final class Answer extends SimpleChannelInboundHandler<Http2StreamFrame> {
        private final StringBuilder received = new StringBuilder();
        private final CompletableFuture<String> text = new CompletableFuture<>();

        @Override
        protected void channelRead0(ChannelHandlerContext peer, Http2StreamFrame frame) {
            if (frame instanceof Http2HeadersFrame headers) {
                received.append(headers.headers().status()).append(' ');
            } else if (frame instanceof Http2DataFrame data) {
                received.append(data.content().toString(StandardCharsets.UTF_8));
                if (data.isEndStream()) {
                    text.complete(received.toString());
                }
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext peer, Throwable failure) {
            text.completeExceptionally(failure);
        }
    }
}
