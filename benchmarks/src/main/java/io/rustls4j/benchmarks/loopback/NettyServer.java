package io.rustls4j.benchmarks.loopback;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Answers, as a server on Netty does. */
final class NettyServer {
    private NettyServer() {}

    /** Listens on a port of the system's choice. */
    static Channel start(EventLoopGroup loop, Handlers handlers) {
        return new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childHandler(
                        new ChannelInitializer<>() {
                            @Override
                            protected void initChannel(Channel channel) {
                                channel.pipeline()
                                        .addLast(handlers.server(channel.alloc()))
                                        .addLast(new HttpServerCodec())
                                        .addLast(new Responder());
                            }
                        })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    /** A write that fails closes the channel, which the client notices. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static final class Responder extends SimpleChannelInboundHandler<HttpRequest> {
        private static final int CHUNK = 16_384;

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpRequest request) {
            int bytes = Http.bytes(request.uri());
            if (bytes <= CHUNK) {
                ByteBuf body = zeros(context, bytes);
                HttpResponse whole =
                        new DefaultFullHttpResponse(
                                HttpVersion.HTTP_1_1, HttpResponseStatus.OK, body);
                whole.headers().set(HttpHeaderNames.CONTENT_LENGTH, bytes);
                context.writeAndFlush(whole);
                return;
            }
            HttpResponse head =
                    new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
            head.headers().set(HttpHeaderNames.CONTENT_LENGTH, bytes);
            context.write(head);
            body(context, bytes);
        }

        /** The next chunk when this one is on its way, so that no more than one waits. */
        private static void body(ChannelHandlerContext context, int left) {
            int length = Math.min(left, CHUNK);
            var written = context.writeAndFlush(new DefaultHttpContent(zeros(context, length)));
            if (left > length) {
                written.addListener(
                        (ChannelFutureListener)
                                done -> {
                                    if (done.isSuccess()) {
                                        body(context, left - length);
                                    }
                                });
            } else {
                context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
            }
        }

        private static ByteBuf zeros(ChannelHandlerContext context, int length) {
            return context.alloc().directBuffer(length).writeZero(length);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
