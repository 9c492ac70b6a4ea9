package io.rustls4j.benchmarks.loopback;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Netty on both sides: one thread for the clients and one for the server. */
final class NettyLoopback implements Loopback {
    private final Handlers handlers;
    private final EventLoopGroup clientLoop;
    private final EventLoopGroup serverLoop;
    private final Channel server;
    private final List<NettyClient> connected = new ArrayList<>();

    private NettyLoopback(
            Handlers handlers,
            EventLoopGroup clientLoop,
            EventLoopGroup serverLoop,
            Channel server) {
        this.handlers = handlers;
        this.clientLoop = clientLoop;
        this.serverLoop = serverLoop;
        this.server = server;
    }

    static NettyLoopback open(Handlers handlers) {
        EventLoopGroup serverLoop = newLoop();
        return new NettyLoopback(
                handlers, newLoop(), serverLoop, NettyServer.start(serverLoop, handlers));
    }

    private static EventLoopGroup newLoop() {
        return new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    }

    @Override
    public void keepAlive(int requests) throws IOException, InterruptedException {
        connect(CLIENTS);
        List<CompletableFuture<Long>> all = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            NettyClient client = connected.get(i);
            all.add(repeat(share(requests, i), () -> client.fetch(SHORT_ANSWER)));
        }
        await(all);
    }

    @Override
    public void reconnect(int requests) throws IOException, InterruptedException {
        List<CompletableFuture<Long>> all = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            all.add(repeat(share(requests, i), this::fetchOnce));
        }
        await(all);
    }

    private CompletableFuture<Long> fetchOnce() {
        return NettyClient.connect(clientLoop, server.localAddress(), handlers)
                .thenCompose(
                        client -> client.fetch(SHORT_ANSWER).thenCompose(length -> client.close()));
    }

    @Override
    public void bulk(int bytes) throws IOException, InterruptedException {
        connect(1);
        await(List.of(connected.getFirst().fetch(bytes)));
    }

    private void connect(int wanted) throws IOException, InterruptedException {
        while (connected.size() < wanted) {
            connected.add(await(NettyClient.connect(clientLoop, server.localAddress(), handlers)));
        }
    }

    /** What the client of this number has to do of the whole. */
    private static int share(int requests, int client) {
        return (requests + CLIENTS - 1 - client) / CLIENTS;
    }

    private static CompletableFuture<Long> repeat(
            int times, Supplier<CompletableFuture<Long>> step) {
        CompletableFuture<Long> all = new CompletableFuture<>();
        repeat(times, step, all);
        return all;
    }

    private static void repeat(
            int times, Supplier<CompletableFuture<Long>> step, CompletableFuture<Long> all) {
        if (times == 0) {
            all.complete(0L);
            return;
        }
        CompletableFuture<?> unused =
                step.get()
                        .whenComplete(
                                (done, failure) -> {
                                    if (failure != null) {
                                        all.completeExceptionally(failure);
                                    } else {
                                        repeat(times - 1, step, all);
                                    }
                                });
    }

    private static void await(List<CompletableFuture<Long>> all)
            throws IOException, InterruptedException {
        for (CompletableFuture<Long> one : all) {
            await(one);
        }
    }

    private static <T> T await(CompletableFuture<T> one) throws IOException, InterruptedException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            throw new IOException("a client has failed", e.getCause());
        }
    }

    @Override
    public void close() {
        connected.forEach(client -> client.close().join());
        server.close().syncUninterruptibly();
        for (EventLoopGroup loop : List.of(clientLoop, serverLoop)) {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        }
        handlers.close();
    }
}
