package io.rustls4j.examples.netty;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.File;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLException;

/**
 * A server on Netty's OpenSSL provider, which is rustls: {@code NettyServer PORT CHAIN.pem
 * KEY.pem}. Nothing in the code says so; the drop-in stands where netty-tcnative would, as a
 * dependency.
 */
public final class NettyServer implements AutoCloseable {
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
    private final Channel listener;

    /**
     * Starts a server.
     *
     * @param port where to listen; 0 for any
     * @param chain a PEM file with the server's certificates
     * @param key a PEM file with the private key
     * @throws SSLException if the files are not usable
     */
    public NettyServer(int port, File chain, File key) throws SSLException {
        // tag::netty[]
        SslContext tls =
                SslContextBuilder.forServer(chain, key).sslProvider(SslProvider.OPENSSL).build();
        // end::netty[]
        listener =
                new ServerBootstrap()
                        .group(loops)
                        .channel(NioServerSocketChannel.class)
                        .childHandler(
                                new ChannelInitializer<SocketChannel>() {
                                    @Override
                                    protected void initChannel(SocketChannel channel) {
                                        channel.pipeline()
                                                .addLast(tls.newHandler(channel.alloc()))
                                                .addLast(new HttpServerCodec())
                                                .addLast(new HttpObjectAggregator(65536))
                                                .addLast(new Greeting());
                                    }
                                })
                        .bind(port)
                        .syncUninterruptibly()
                        .channel();
    }

    /**
     * Serves until it is killed.
     *
     * @param args the port, and the files with the certificate's chain and its key
     * @throws SSLException if the files are not usable
     */
    public static void main(String[] args) throws SSLException {
        try (NettyServer server =
                new NettyServer(Integer.parseInt(args[0]), new File(args[1]), new File(args[2]))) {
            server.listener.closeFuture().syncUninterruptibly();
        }
    }

    /**
     * Where it listens.
     *
     * @return the port
     */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    @Override
    public void close() {
        listener.close().syncUninterruptibly();
        loops.shutdownGracefully().syncUninterruptibly();
    }
}
