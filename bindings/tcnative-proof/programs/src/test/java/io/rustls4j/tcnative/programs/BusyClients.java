package io.rustls4j.tcnative.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.rustls4j.testkit.Loopback;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Connections that are kept, each with one request after the other until they are stopped. */
final class BusyClients implements AutoCloseable {
    private static final byte[] CONTENT = DropIn.content(1000);

    private final EventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final List<Channel> channels = new ArrayList<>();
    private final SslContext context;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final LongAdder answers = new LongAdder();
    private volatile boolean stopped;

    /**
     * Connects them all, and they begin.
     *
     * @param context for clients; released by closing this
     * @param port on loopback
     * @param count how many
     */
    BusyClients(SslContext context, int port, int count) throws InterruptedException {
        this.context = context;
        Bootstrap bootstrap =
                new Bootstrap()
                        .group(loops)
                        .channel(NioSocketChannel.class)
                        .handler(new Pipeline());
        List<ChannelFuture> connecting = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            connecting.add(bootstrap.connect(new InetSocketAddress(Loopback.ADDRESS, port)));
        }
        for (ChannelFuture future : connecting) {
            channels.add(future.sync().channel());
        }
        for (Channel channel : channels) {
            channel.pipeline().get(SslHandler.class).handshakeFuture().sync();
        }
    }

    /** Lets them have their last answers, and closes the connections. */
    void stop() throws InterruptedException {
        for (Channel channel : channels) {
            DropIn.assertIsOf(channel.pipeline().get(SslHandler.class).engine());
        }
        stopped = true;
        for (Channel channel : channels) {
            assertThat(channel.closeFuture().await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    Queue<Throwable> failures() {
        return failures;
    }

    long answers() {
        return answers.sum();
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 10, TimeUnit.SECONDS).syncUninterruptibly();
        ReferenceCountUtil.release(context);
    }

    private final class Pipeline extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel channel) {
            channel.pipeline()
                    .addLast(
                            context.newHandler(channel.alloc(), "localhost", 443),
                            new HttpClientCodec(),
                            new HttpObjectAggregator(CONTENT.length),
                            new Conversation());
        }
    }

    /** One connection's requests; what fails is seen by what is not answered. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private final class Conversation extends SimpleChannelInboundHandler<FullHttpResponse> {
        private boolean finished;

        @Override
        public void channelActive(ChannelHandlerContext peer) {
            ask(peer);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext peer, FullHttpResponse answer) {
            if (!answer.status().equals(HttpResponseStatus.OK)
                    || !answer.content().equals(Unpooled.wrappedBuffer(CONTENT))) {
                failures.add(new IOException("not what was asked for: " + answer));
            }
            answers.increment();
            if (stopped) {
                finished = true;
                peer.close();
            } else {
                ask(peer);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext peer) {
            if (!finished) {
                failures.add(new IOException("closed by the server"));
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext peer, Throwable failure) {
            failures.add(failure);
            peer.close();
        }

        private void ask(ChannelHandlerContext peer) {
            FullHttpRequest request =
                    new DefaultFullHttpRequest(
                            HttpVersion.HTTP_1_1,
                            HttpMethod.POST,
                            "/",
                            Unpooled.wrappedBuffer(CONTENT));
            request.headers()
                    .set(HttpHeaderNames.HOST, "localhost")
                    .setInt(HttpHeaderNames.CONTENT_LENGTH, CONTENT.length);
            peer.writeAndFlush(request);
        }
    }
}
