package io.rustls4j.tcnative.programs;

import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_LENGTH;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_TYPE;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.rustls4j.testkit.Loopback;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;

/** A server of plain Netty that answers each request with its body. */
final class HttpsServer implements AutoCloseable {
    private static final int LARGEST_BODY = 1 << 21;

    private final EventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final SslContext context;
    private final Channel channel;
    private final Queue<Channel> children = new ConcurrentLinkedQueue<>();
    private final List<SSLEngine> engines = new CopyOnWriteArrayList<>();

    /**
     * Starts.
     *
     * @param context for servers; released by closing this
     */
    HttpsServer(SslContext context) throws InterruptedException {
        this.context = context;
        channel =
                new ServerBootstrap()
                        .group(loops)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_BACKLOG, 1024)
                        .childHandler(new Pipeline())
                        .bind(new InetSocketAddress(Loopback.ADDRESS, 0))
                        .sync()
                        .channel();
    }

    int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** The engines of all connections so far. */
    List<SSLEngine> engines() {
        return engines;
    }

    /**
     * Closes the connections first: an event loop that ends while it runs tasks, with no quiet
     * period, may leave its channels open, and their engines with nobody to release them.
     */
    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        for (Channel child : children) {
            child.close().syncUninterruptibly();
        }
        children.clear();
        loops.shutdownGracefully(0, 10, TimeUnit.SECONDS).syncUninterruptibly();
        engines.clear();
        ReferenceCountUtil.release(context);
    }

    private final class Pipeline extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel child) {
            SslHandler tls = context.newHandler(child.alloc());
            children.add(child);
            engines.add(tls.engine());
            child.pipeline()
                    .addLast(
                            tls,
                            new HttpServerCodec(),
                            new HttpServerKeepAliveHandler(),
                            new HttpObjectAggregator(LARGEST_BODY),
                            new Echo());
        }
    }

    /** Of a peer that has gone away the codec's and the TLS handler's futures need not be told. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static final class Echo extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext peer, FullHttpRequest request) {
            ByteBuf body = request.content().retain();
            FullHttpResponse response =
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, body);
            response.headers()
                    .set(CONTENT_TYPE, "application/octet-stream")
                    .setInt(CONTENT_LENGTH, body.readableBytes());
            peer.writeAndFlush(response);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext peer, Throwable failure) {
            // Peers that are refused are refused by the TLS handler; nobody is there to be told.
            peer.close();
        }
    }
}
