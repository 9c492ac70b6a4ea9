package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.ClientConfig;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Several threads at one connection, and many at one configuration. */
@ContractTest
class ConcurrentUseTest {
    @EveryPairing
    void aSecondThreadIsRefusedWhileTheFirstIsInside(Pairing pairing) throws Exception {
        Gate inCallback = new Gate();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                ClientConfig clients =
                        pairing.newClient()
                                .serverVerifier(
                                        ServerCertVerifier.dangerous()
                                                .custom(shown -> inCallback.enterAndWait()))
                                .build();
                ServerConfig servers = pairing.newServer().build();
                TlsPair pair = TlsPair.of(clients.connect(Identities.NAME), servers.accept())) {
            Future<?> handshake = threads.submit(pair::handshake);
            inCallback.awaitEntry();

            TlsConnection client = pair.client().connection();
            assertThatThrownBy(() -> client.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(100)))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(
                            () -> client.unwrap(ByteBuffer.allocate(0), ByteBuffer.allocate(100)))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(client::sendCloseNotify).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(client::protocolVersion).isInstanceOf(IllegalStateException.class);

            inCallback.open();
            handshake.get(30, TimeUnit.SECONDS);
            assertThat(pair.clientSends(Payload.of(10))).isEqualTo(Payload.of(10));
        }
    }

    @EveryPairing
    void closeDuringACallLetsTheCallFinish(Pairing pairing) throws Exception {
        Gate inCallback = new Gate();
        AtomicReference<Throwable> unexpected = new AtomicReference<>();
        try (ClientConfig clients =
                        pairing.newClient()
                                .serverVerifier(
                                        ServerCertVerifier.dangerous()
                                                .custom(shown -> inCallback.enterAndWait()))
                                .build();
                ServerConfig servers = pairing.newServer().build()) {
            TlsConnection client = clients.connect(Identities.NAME);
            try (TlsPair pair = TlsPair.of(client, servers.accept())) {
                Thread handshake =
                        Thread.ofPlatform()
                                .start(
                                        () -> {
                                            try {
                                                pair.pump();
                                            } catch (IllegalStateException e) {
                                                // Expected of the first call after the one that was
                                                // in flight.
                                            } catch (Throwable t) {
                                                unexpected.set(t);
                                            }
                                        });
                inCallback.awaitEntry();
                Thread closer = Thread.ofPlatform().start(client::close);
                // It may wait for the call or not; either way it has begun.
                while (closer.isAlive() && !isWaiting(closer)) {
                    Thread.onSpinWait();
                }

                inCallback.open();
                handshake.join(30_000);
                closer.join(30_000);

                assertThat(handshake.isAlive() || closer.isAlive()).isFalse();
                assertThat(unexpected.get()).isNull();
                assertThatThrownBy(
                                () -> client.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(100)))
                        .isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @EveryPairing
    void closeRacesWithCallsAndNothingBreaks(Pairing pairing) throws Exception {
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().build()) {
            for (int i = 0; i < 200; i++) {
                try (TlsPair pair =
                        TlsPair.of(clients.connect(Identities.NAME), servers.accept())) {
                    pair.handshake();
                    TlsConnection client = pair.client().connection();
                    CountDownLatch start = new CountDownLatch(1);
                    Thread closer =
                            Thread.ofPlatform()
                                    .start(
                                            () -> {
                                                await(start);
                                                client.close();
                                            });
                    ByteBuffer plaintext = ByteBuffer.allocate(1000);
                    ByteBuffer records = ByteBuffer.allocate(BufferPlan.RECORD);
                    start.countDown();
                    assertThatThrownBy(
                                    () -> {
                                        for (int calls = 0; calls < 10_000_000; calls++) {
                                            client.wrap(plaintext.clear(), records.clear());
                                        }
                                    })
                            .isInstanceOf(IllegalStateException.class);
                    closer.join();
                }
            }
        }
    }

    @EveryPairing
    void configurationsServeManyThreads(Pairing pairing) throws Exception {
        int threadCount = 8;
        int perThread = 25;
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(threadCount);
                ClientConfig clients = pairing.newClient().build();
                ServerConfig servers =
                        pairing.newServer().certResolver(hello -> Identities.serverKey()).build()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threadCount; i++) {
                running.add(
                        threads.submit(
                                () -> {
                                    for (int j = 0; j < perThread; j++) {
                                        try (TlsPair pair =
                                                TlsPair.of(
                                                        clients.connect(Identities.NAME),
                                                        servers.accept())) {
                                            pair.handshake();
                                            assertThat(pair.clientSends(Payload.of(5000)))
                                                    .isEqualTo(Payload.of(5000));
                                            done.incrementAndGet();
                                        }
                                    }
                                    return null;
                                }));
            }
            for (Future<?> each : running) {
                each.get(50, TimeUnit.SECONDS);
            }
        }
        assertThat(done.get()).isEqualTo(threadCount * perThread);
    }

    @EveryPairing
    void aConnectionMayWanderFromThreadToThread(Pairing pairing) throws Exception {
        try (TlsPair pair = pairing.pair()) {
            List<Thread> threads =
                    List.of(
                            Thread.ofPlatform().unstarted(pair::handshake),
                            Thread.ofVirtual().unstarted(() -> exchange(pair)),
                            Thread.ofPlatform().unstarted(() -> exchange(pair)));
            List<Throwable> unexpected = new ArrayList<>();
            for (Thread thread : threads) {
                thread.setUncaughtExceptionHandler((where, thrown) -> unexpected.add(thrown));
                thread.start();
                thread.join();
            }
            assertThat(unexpected).isEmpty();
            exchange(pair);
        }
    }

    private static void exchange(TlsPair pair) {
        try {
            assertThat(pair.clientSends(Payload.of(1000))).isEqualTo(Payload.of(1000));
            assertThat(pair.serverSends(Payload.of(1000))).isEqualTo(Payload.of(1000));
        } catch (TlsException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isWaiting(Thread thread) {
        return switch (thread.getState()) {
            case BLOCKED, WAITING, TIMED_WAITING -> true;
            case NEW, RUNNABLE, TERMINATED -> false;
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Holds whoever enters until it is opened. */
    private static final class Gate {
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch opened = new CountDownLatch(1);

        void enterAndWait() {
            entered.countDown();
            await(opened);
        }

        void awaitEntry() {
            await(entered);
        }

        void open() {
            opened.countDown();
        }
    }
}
