package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rustls4j.ClientConfig;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsChannel;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A peer sends something good and something bad at once: the good is delivered, nothing hangs. */
@ContractTest
class DeferredFailureTest {
    /** No content type is 0. */
    private static final byte[] NO_RECORD = new byte[5];

    private static final byte[] ANSWER = {1, 2, 3};

    @EveryPairingAndVersion
    void aWriterIsToldWhenTheAlertIsOut(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        try (TlsPair pair =
                pairing.pair(pairing.newClient().versions(version), pairing.newServer())
                        .handshake()) {
            TlsConnection client = pair.client().connection();
            failBehindPlaintext(client, pair.server().connection());
            ByteBuffer answer = ByteBuffer.wrap(ANSWER);
            ByteBuffer out = ByteBuffer.allocate(20_000);
            assertThatThrownBy(
                            () -> {
                                for (int i = 0; i < 10; i++) {
                                    client.wrap(answer, out);
                                }
                            })
                    .isInstanceOf(TlsException.class);
            assertThat(answer.remaining()).isEqualTo(ANSWER.length);
            assertThat(out.position()).as("the alert").isPositive();
            // Whoever has nothing to send is not told anything.
            client.wrap(ByteBuffer.allocate(0), out);
        }
    }

    @EveryPairing
    void soIsOneWithSegments(Pairing pairing) throws TlsException {
        try (TlsPair pair = pairing.pair().handshake()) {
            TlsConnection client = pair.client().connection();
            failBehindPlaintext(client, pair.server().connection());
            MemorySegment answer = MemorySegment.ofArray(ANSWER);
            MemorySegment out = MemorySegment.ofBuffer(ByteBuffer.allocateDirect(20_000));
            assertThatThrownBy(
                            () -> {
                                for (int i = 0; i < 10; i++) {
                                    client.wrap(answer, out);
                                }
                            })
                    .isInstanceOf(TlsException.class);
        }
    }

    private static void failBehindPlaintext(TlsConnection client, TlsConnection server)
            throws TlsException {
        ByteBuffer records = ByteBuffer.allocate(20_000);
        server.wrap(ByteBuffer.wrap(ANSWER), records);
        records.put(NO_RECORD).flip();
        ByteBuffer received = ByteBuffer.allocate(100);
        client.unwrap(records, received);
        assertThat(received.position()).isEqualTo(ANSWER.length);
    }

    @EveryPairing
    void aChannelDoesNotTryForEver(Pairing pairing) throws Exception {
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().build();
                Sockets sockets = Sockets.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Spoiling transport = new Spoiling(sockets.client());
                TlsChannel client = TlsChannel.client(clients, Identities.NAME, transport);
                TlsChannel server = TlsChannel.server(servers, sockets.server())) {
            Future<?> serving =
                    threads.submit(
                            () -> {
                                server.handshake();
                                return server.read(ByteBuffer.allocate(10));
                            });
            client.handshake();
            client.write(ByteBuffer.wrap(ANSWER));
            serving.get(20, TimeUnit.SECONDS);
            transport.spoils = true;
            server.write(ByteBuffer.wrap(ANSWER));
            ByteBuffer received = ByteBuffer.allocate(100);
            while (received.position() < ANSWER.length) {
                client.read(received);
            }
            Future<Throwable> writing =
                    threads.submit(
                            () -> catchThrowable(() -> client.write(ByteBuffer.wrap(ANSWER))));
            assertThat(writing.get(20, TimeUnit.SECONDS)).isInstanceOf(TlsException.class);
        }
    }

    /** Puts something that is no record behind what is read. */
    private static final class Spoiling implements ByteChannel {
        private final ByteChannel transport;
        private volatile boolean spoils;

        Spoiling(ByteChannel transport) {
            this.transport = transport;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            int count = transport.read(target);
            if (count > 0 && spoils) {
                target.put(NO_RECORD);
            }
            return count;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            return transport.write(source);
        }

        @Override
        public boolean isOpen() {
            return transport.isOpen();
        }

        @Override
        public void close() throws IOException {
            transport.close();
        }
    }
}
