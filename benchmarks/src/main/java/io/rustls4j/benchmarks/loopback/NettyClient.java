package io.rustls4j.benchmarks.loopback;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One connection, which asks one question after the other. */
final class NettyClient {
    private final Channel channel;
    private final Asker asker;

    private NettyClient(Channel channel, Asker asker) {
        this.channel = channel;
        this.asker = asker;
    }

    /** Connects; what is asked before the handshake is done waits for it. */
    static CompletableFuture<NettyClient> connect(
            EventLoopGroup loop, SocketAddress server, Handlers handlers) {
        Asker asker = new Asker();
        CompletableFuture<NettyClient> connected = new CompletableFuture<>();
        new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .handler(
                        new ChannelInitializer<>() {
                            @Override
                            protected void initChannel(Channel channel) {
                                channel.pipeline()
                                        .addLast(handlers.client(channel.alloc()))
                                        .addLast(new HttpClientCodec())
                                        .addLast(asker);
                            }
                        })
                .connect(server)
                .addListener(
                        (io.netty.channel.ChannelFuture done) -> {
                            if (done.isSuccess()) {
                                connected.complete(new NettyClient(done.channel(), asker));
                            } else {
                                connected.completeExceptionally(done.cause());
                            }
                        });
        return connected;
    }

    /** Asks for so many bytes; done when the last of them has come. */
    CompletableFuture<Long> fetch(int bytes) {
        CompletableFuture<Long> answer = asker.expect();
        HttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, Http.path(bytes));
        request.headers().set(HttpHeaderNames.HOST, "localhost");
        channel.writeAndFlush(request)
                .addListener(
                        sent -> {
                            if (!sent.isSuccess()) {
                                answer.completeExceptionally(sent.cause());
                            }
                        });
        return answer.thenApply(
                length -> {
                    if (length != bytes) {
                        throw new IllegalStateException(
                                "an answer of " + length + " bytes instead of " + bytes);
                    }
                    return length;
                });
    }

    /** Done when the connection is closed. */
    CompletableFuture<Long> close() {
        CompletableFuture<Long> closed = new CompletableFuture<>();
        channel.close().addListener(done -> closed.complete(0L));
        return closed;
    }

    private static final class Asker extends SimpleChannelInboundHandler<HttpObject> {
        private volatile @Nullable CompletableFuture<Long> answer;
        private long received;

        CompletableFuture<Long> expect() {
            CompletableFuture<Long> expected = new CompletableFuture<>();
            answer = expected;
            return expected;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
            if (message instanceof HttpContent content) {
                received += content.content().readableBytes();
            }
            CompletableFuture<Long> expected = answer;
            if (message instanceof LastHttpContent && expected != null) {
                long length = received;
                received = 0;
                expected.complete(length);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            fail(new ClosedChannelException());
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            fail(cause);
            var unused = context.close();
        }

        /** Nothing more happens to an answer that has come. */
        private void fail(Throwable cause) {
            CompletableFuture<Long> expected = answer;
            if (expected != null) {
                expected.completeExceptionally(cause);
            }
        }
    }
}
