package io.rustls4j.benchmarks.loopback;

import io.rustls4j.benchmarks.contestant.jsse.JsseContestant;
import io.rustls4j.benchmarks.credentials.Credentials;
import io.rustls4j.benchmarks.scenario.Scenario;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLParameters;

/** Blocking sockets, each with a virtual thread of its own. */
final class SocketLoopback implements Loopback {
    private final SocketServer server;
    private final SocketClients clients;
    private final ExecutorService threads;
    private final List<SocketClient> connected = new ArrayList<>();

    private SocketLoopback(SocketServer server, SocketClients clients, ExecutorService threads) {
        this.server = server;
        this.clients = clients;
        this.threads = threads;
    }

    static SocketLoopback open(
            JsseContestant contestant, Scenario scenario, Credentials credentials)
            throws GeneralSecurityException, IOException {
        var contexts = contestant.contexts(scenario, credentials);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        SSLParameters parameters = contestant.serverParameters(scenario);
        SocketServer server =
                SocketServer.start(
                        contexts.server(),
                        accepted -> {
                            accepted.setSSLParameters(parameters);
                            contestant.tune(accepted, scenario);
                        },
                        threads);
        return new SocketLoopback(
                server,
                new SocketClients(contexts.client(), contestant, scenario, server.address()),
                threads);
    }

    @Override
    public void keepAlive(int requests) throws IOException, InterruptedException {
        connect(CLIENTS);
        everyClient(
                client -> {
                    for (int i = client; i < requests; i += CLIENTS) {
                        connected.get(client).fetch(SHORT_ANSWER);
                    }
                });
    }

    @Override
    public void reconnect(int requests) throws IOException, InterruptedException {
        everyClient(
                client -> {
                    for (int i = client; i < requests; i += CLIENTS) {
                        try (SocketClient fresh = clients.connect()) {
                            fresh.fetch(SHORT_ANSWER);
                        }
                    }
                });
    }

    @Override
    public void bulk(int bytes) throws IOException, InterruptedException {
        connect(1);
        all(List.of(() -> connected.getFirst().fetch(bytes)));
    }

    private void connect(int wanted) throws IOException {
        while (connected.size() < wanted) {
            connected.add(clients.connect());
        }
    }

    /** What one of the clients does. */
    @FunctionalInterface
    private interface Work {
        void run(int client) throws IOException;
    }

    private void everyClient(Work work) throws IOException, InterruptedException {
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            tasks.add(
                    () -> {
                        work.run(client);
                        return 0L;
                    });
        }
        all(tasks);
    }

    private void all(List<Callable<Long>> tasks) throws IOException, InterruptedException {
        for (Future<Long> done : threads.invokeAll(tasks)) {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw new IOException("a client has failed", e.getCause());
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketClient client : connected) {
            client.close();
        }
        server.close();
        threads.close();
    }
}
