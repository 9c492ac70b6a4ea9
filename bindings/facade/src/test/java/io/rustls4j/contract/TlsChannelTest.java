package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.ClientConfig;
import io.rustls4j.HandshakeKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsChannel;
import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.TruncatedException;
import io.rustls4j.WebPkiClientVerifier;
import io.rustls4j.testkit.IssuedCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A connection over real sockets on loopback, driven by the channel that comes with it. */
@ContractTest
class TlsChannelTest {
    private static final int LARGE = 4 << 20;

    @EveryPairingAndVersion
    void bothSidesReadWhatTheOtherWrote(Pairing pairing, ProtocolVersion version) throws Exception {
        try (ClientConfig clients = pairing.newClient().versions(version).build();
                ServerConfig servers = pairing.newServer().build();
                Sockets sockets = Sockets.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<byte[]> server =
                    threads.submit(() -> echo(TlsChannel.server(servers, sockets.server())));
            try (TlsChannel client =
                    TlsChannel.client(clients, Identities.NAME, sockets.client())) {
                byte[] payload = Payload.of(100_000);
                // In a thread of its own: nobody reads the echo while this one still writes.
                Future<?> writing =
                        threads.submit(
                                () -> {
                                    write(client, payload);
                                    return null;
                                });
                assertThat(Payload.digest(read(client, payload.length)))
                        .isEqualTo(Payload.digest(payload));
                writing.get(20, TimeUnit.SECONDS);
                assertThat(client.ask(TlsConnection::protocolVersion)).contains(version);
            }
            assertThat(server.get(20, TimeUnit.SECONDS)).hasSize(100_000);
        }
    }

    @EveryPairing
    void oneThreadReadsWhileAnotherWrites(Pairing pairing) throws Exception {
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().build();
                Sockets sockets = Sockets.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                TlsChannel client = TlsChannel.client(clients, Identities.NAME, sockets.client());
                TlsChannel server = TlsChannel.server(servers, sockets.server())) {
            List<Future<byte[]>> readers = new ArrayList<>();
            for (TlsChannel channel : List.of(client, server)) {
                readers.add(threads.submit(() -> readAll(channel)));
            }
            byte[] payload = Payload.of(LARGE);
            List<Future<?>> writers = new ArrayList<>();
            for (TlsChannel channel : List.of(client, server)) {
                writers.add(
                        threads.submit(
                                () -> {
                                    write(channel, payload);
                                    channel.shutdownOutput();
                                    return null;
                                }));
            }
            for (Future<?> writer : writers) {
                writer.get(50, TimeUnit.SECONDS);
            }
            for (Future<byte[]> reader : readers) {
                assertThat(Payload.digest(reader.get(50, TimeUnit.SECONDS)))
                        .isEqualTo(Payload.digest(payload));
            }
        }
    }

    @EveryPairing
    void aReaderThatWaitsDoesNotKeepAWriterFromWriting(Pairing pairing) throws Exception {
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().build();
                Sockets sockets = Sockets.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                TlsChannel client = TlsChannel.client(clients, Identities.NAME, sockets.client());
                TlsChannel server = TlsChannel.server(servers, sockets.server())) {
            Future<byte[]> atServer = threads.submit(() -> read(server, 3));
            client.handshake();
            // Waits until the server answers, which it does only once the client has written.
            Future<byte[]> atClient = threads.submit(() -> read(client, 3));
            Future<?> writing =
                    threads.submit(
                            () -> {
                                write(client, Payload.of(3));
                                return null;
                            });
            writing.get(20, TimeUnit.SECONDS);
            assertThat(atServer.get(20, TimeUnit.SECONDS)).isEqualTo(Payload.of(3));
            write(server, Payload.of(3));
            assertThat(atClient.get(20, TimeUnit.SECONDS)).isEqualTo(Payload.of(3));
        }
    }

    @EveryPairing
    void whoAsksDisturbsNobody(Pairing pairing) throws Exception {
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().build();
                Sockets sockets = Sockets.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                TlsChannel client = TlsChannel.client(clients, Identities.NAME, sockets.client());
                TlsChannel server = TlsChannel.server(servers, sockets.server())) {
            Future<byte[]> reading = threads.submit(() -> read(client, LARGE));
            Future<?> writing =
                    threads.submit(
                            () -> {
                                write(server, Payload.of(LARGE));
                                return null;
                            });
            while (!reading.isDone()) {
                client.ask(TlsConnection::peerCertificates);
                server.ask(TlsConnection::serverName);
            }
            assertThat(reading.get()).hasSize(LARGE);
            writing.get(20, TimeUnit.SECONDS);
            assertThat(server.ask(TlsConnection::serverName)).contains(Identities.NAME);
        }
    }

    @EveryPairing
    void aWriterIsToldThatAReaderWasRefused(Pairing pairing) throws Exception {
        try (ClientConfig clients = pairing.newClient().versions(ProtocolVersion.TLSV1_3).build();
                ServerConfig servers =
                        pairing.newServer()
                                .clientVerifier(
                                        WebPkiClientVerifier.builder(Identities.roots()).build())
                                .build();
                Sockets sockets = Sockets.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                TlsChannel client = TlsChannel.client(clients, Identities.NAME, sockets.client());
                TlsChannel server = TlsChannel.server(servers, sockets.server())) {
            Future<Throwable> refusing = threads.submit(() -> catchThrowable(server::handshake));
            // With TLS 1.3 a client is done before it hears what the server thinks of it.
            client.handshake();
            assertThat(refusing.get(20, TimeUnit.SECONDS)).isInstanceOf(TlsException.class);
            Throwable read = catchThrowable(() -> client.read(ByteBuffer.allocate(1)));
            assertThat(read).isInstanceOf(AlertReceivedException.class);

            Future<Throwable> writing =
                    threads.submit(() -> catchThrowable(() -> write(client, Payload.of(3))));
            assertThat(writing.get(20, TimeUnit.SECONDS)).isSameAs(read);
        }
    }

    @EveryPairing
    void aCallbackMayCloseTheChannel(Pairing pairing) throws Exception {
        AtomicReference<TlsChannel> channel = new AtomicReference<>();
        ServerCertVerifier closing =
                ServerCertVerifier.dangerous().custom(shown -> channel.get().close());
        try (ClientConfig clients = pairing.newClient().serverVerifier(closing).build();
                ServerConfig servers = pairing.newServer().build();
                Sockets sockets = Sockets.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                TlsChannel client = TlsChannel.client(clients, Identities.NAME, sockets.client());
                TlsChannel server = TlsChannel.server(servers, sockets.server())) {
            channel.set(client);
            Future<Throwable> serving = threads.submit(() -> catchThrowable(server::handshake));
            assertThat(catchThrowable(client::handshake)).isInstanceOf(IOException.class);
            assertThat(sockets.client().isOpen()).isFalse();
            assertThat(serving.get(20, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
        }
    }

    @EveryPairing
    void nobodyAsksFromACallback(Pairing pairing) throws Exception {
        AtomicReference<TlsChannel> channel = new AtomicReference<>();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        ServerCertVerifier asking =
                ServerCertVerifier.dangerous()
                        .custom(
                                shown ->
                                        thrown.set(
                                                catchThrowable(
                                                        () ->
                                                                channel.get()
                                                                        .read(
                                                                                ByteBuffer.allocate(
                                                                                        1)))));
        try (ClientConfig clients = pairing.newClient().serverVerifier(asking).build();
                ServerConfig servers = pairing.newServer().build();
                Sockets sockets = Sockets.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                TlsChannel client = TlsChannel.client(clients, Identities.NAME, sockets.client());
                TlsChannel server = TlsChannel.server(servers, sockets.server())) {
            channel.set(client);
            Future<byte[]> reading = threads.submit(() -> read(server, 3));
            write(client, Payload.of(3));
            assertThat(reading.get(20, TimeUnit.SECONDS)).hasSize(3);
            assertThat(thrown.get())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("callback");
        }
    }

    @EveryPairing
    void aNameThatIsNoneClosesTheTransport(Pairing pairing) throws Exception {
        try (ClientConfig clients = pairing.newClient().build();
                Sockets sockets = Sockets.connect()) {
            assertThatThrownBy(() -> TlsChannel.client(clients, "no name", sockets.client()))
                    .isInstanceOf(TlsConfigException.class);
            assertThat(sockets.client().isOpen()).isFalse();
        }
    }

    @EveryPairing
    void aHandshakeCanBeDoneByItself(Pairing pairing) throws Exception {
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().build();
                Sockets sockets = Sockets.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                TlsChannel client = TlsChannel.client(clients, Identities.NAME, sockets.client());
                TlsChannel server = TlsChannel.server(servers, sockets.server())) {
            Future<?> other =
                    threads.submit(
                            () -> {
                                server.handshake();
                                return null;
                            });
            client.handshake();
            other.get(20, TimeUnit.SECONDS);
            assertThat(client.ask(TlsConnection::handshakeKind)).contains(HandshakeKind.FULL);
            assertThat(client.ask(TlsConnection::isHandshaking)).isFalse();
            client.handshake();
        }
    }

    @EveryPairing
    void anEndWithoutACloseIsToldFromAClose(Pairing pairing) throws Exception {
        for (boolean clean : new boolean[] {true, false}) {
            try (ClientConfig clients = pairing.newClient().build();
                    ServerConfig servers = pairing.newServer().build();
                    Sockets sockets = Sockets.connect();
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                    TlsChannel client =
                            TlsChannel.client(clients, Identities.NAME, sockets.client())) {
                Future<?> other =
                        threads.submit(
                                () -> {
                                    TlsChannel server =
                                            TlsChannel.server(servers, sockets.server());
                                    write(server, Payload.of(1000));
                                    if (clean) {
                                        server.close();
                                    } else {
                                        sockets.server().close();
                                    }
                                    return null;
                                });
                assertThat(read(client, 1000)).isEqualTo(Payload.of(1000));
                other.get(20, TimeUnit.SECONDS);
                if (clean) {
                    assertThat(client.read(ByteBuffer.allocate(10))).isEqualTo(-1);
                    assertThat(client.read(ByteBuffer.allocate(10))).isEqualTo(-1);
                } else {
                    assertThatThrownBy(() -> client.read(ByteBuffer.allocate(10)))
                            .isInstanceOf(TruncatedException.class);
                }
            }
        }
    }

    @EveryPairing
    void aCloseInTheBytesThatEndTheHandshakeIsAClose(Pairing pairing) throws Exception {
        try (ClientConfig clients = pairing.newClient().versions(ProtocolVersion.TLSV1_3).build();
                ServerConfig servers = pairing.newServer().build();
                Sockets sockets = Sockets.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                TlsConnection client = clients.connect(Identities.NAME);
                TlsChannel server = TlsChannel.server(servers, sockets.server())) {
            Future<Integer> end = threads.submit(() -> server.read(ByteBuffer.allocate(10)));
            ByteBuffer received = ByteBuffer.allocate(1 << 16).flip();
            while (client.isHandshaking()) {
                sendAll(client, sockets);
                sockets.client().read(received.compact());
                client.unwrap(received.flip(), ByteBuffer.allocate(0));
            }
            client.sendCloseNotify();
            sendAll(client, sockets);

            assertThat(end.get(20, TimeUnit.SECONDS)).isEqualTo(-1);
            assertThat(server.ask(TlsConnection::handshakeKind)).contains(HandshakeKind.FULL);
        }
    }

    private static void sendAll(TlsConnection connection, Sockets sockets) throws IOException {
        ByteBuffer records = ByteBuffer.allocate(1 << 16);
        while (connection.wantsWrite()) {
            connection.wrap(ByteBuffer.allocate(0), records);
        }
        records.flip();
        while (records.hasRemaining()) {
            sockets.client().write(records);
        }
    }

    @EveryPairing
    void aRefusedCertificateFailsBothSides(Pairing pairing) throws Exception {
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers =
                        pairing.newServer().certifiedKeys(WrongCertificate.EXPIRED.key()).build();
                Sockets sockets = Sockets.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                TlsChannel client = TlsChannel.client(clients, Identities.NAME, sockets.client());
                TlsChannel server = TlsChannel.server(servers, sockets.server())) {
            Future<Throwable> other =
                    threads.submit(
                            () -> catchThrowable(() -> server.read(ByteBuffer.allocate(10))));

            assertThatThrownBy(client::handshake).isInstanceOf(CertificateErrorException.class);
            assertThat(other.get(20, TimeUnit.SECONDS)).isInstanceOf(AlertReceivedException.class);
            assertThatThrownBy(() -> client.read(ByteBuffer.allocate(10)))
                    .isInstanceOf(TlsException.class);
            // What is written to a connection that has failed goes nowhere, and that is told.
            assertThatThrownBy(() -> client.write(ByteBuffer.allocate(10)))
                    .isInstanceOf(IOException.class);
        }
    }

    @EveryPairing
    void theHelloChoosesTheConfiguration(Pairing pairing) throws Exception {
        IssuedCertificate other = Identities.AUTHORITY.newCertificate().dns("b.example").issue();
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig first = pairing.newServer().build();
                ServerConfig second =
                        pairing.newServer().certifiedKeys(Identities.keyOf(other)).build();
                Sockets sockets = Sockets.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<byte[]> server =
                    threads.submit(
                            () ->
                                    echo(
                                            TlsChannel.server(
                                                    pairing.server(),
                                                    hello ->
                                                            Optional.of(
                                                                    hello.serverName()
                                                                                    .equals(
                                                                                            Optional
                                                                                                    .of(
                                                                                                            "b.example"))
                                                                            ? second
                                                                            : first),
                                                    sockets.server())));
            try (TlsChannel client = TlsChannel.client(clients, "b.example", sockets.client())) {
                write(client, Payload.of(10));
                assertThat(read(client, 10)).isEqualTo(Payload.of(10));
            }
            assertThat(server.get(20, TimeUnit.SECONDS)).hasSize(10);
        }
    }

    @EveryPairing
    void aHelloWithoutAConfigurationIsRefused(Pairing pairing) throws Exception {
        try (ClientConfig clients = pairing.newClient().build();
                Sockets sockets = Sockets.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                TlsChannel client = TlsChannel.client(clients, Identities.NAME, sockets.client())) {
            Future<Throwable> server =
                    threads.submit(
                            () ->
                                    catchThrowable(
                                            () ->
                                                    TlsChannel.server(
                                                            pairing.server(),
                                                            hello -> Optional.empty(),
                                                            sockets.server())));

            assertThatThrownBy(client::handshake)
                    .isInstanceOfSatisfying(
                            AlertReceivedException.class,
                            e ->
                                    assertThat(e.alert())
                                            .isEqualTo(AlertDescription.UNRECOGNISED_NAME));
            assertThat(server.get(20, TimeUnit.SECONDS)).isInstanceOf(TlsException.class);
            assertThat(sockets.server().isOpen())
                    .as("the transport of the refused client")
                    .isFalse();
        }
    }

    @EveryPairing
    void aTransportMayMoveAFewBytesAtATime(Pairing pairing) throws Exception {
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().build();
                Sockets sockets = Sockets.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<byte[]> server =
                    threads.submit(
                            () ->
                                    echo(
                                            TlsChannel.server(
                                                    pairing.server(),
                                                    hello -> Optional.of(servers),
                                                    new TrickleChannel(sockets.server(), 1))));
            try (TlsChannel client =
                    TlsChannel.client(
                            clients, Identities.NAME, new TrickleChannel(sockets.client(), 3))) {
                write(client, Payload.of(2_000));
                assertThat(read(client, 2_000)).isEqualTo(Payload.of(2_000));
            }
            assertThat(server.get(20, TimeUnit.SECONDS)).hasSize(2_000);
        }
    }

    @EveryPairing
    void aHelloMayBeLargerThanOneReadTakes(Pairing pairing) throws Exception {
        try (ClientConfig clients =
                        pairing.newClient().alpnProtocols(LargeHello.protocols()).build();
                ServerConfig servers = pairing.newServer().alpnProtocols("h2").build();
                Sockets sockets = Sockets.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<byte[]> server =
                    threads.submit(
                            () ->
                                    echo(
                                            TlsChannel.server(
                                                    pairing.server(),
                                                    hello -> Optional.of(servers),
                                                    sockets.server())));
            try (TlsChannel client =
                    TlsChannel.client(clients, Identities.NAME, sockets.client())) {
                write(client, Payload.of(10));
                assertThat(read(client, 10)).isEqualTo(Payload.of(10));
                assertThat(client.ask(TlsConnection::alpnProtocol)).contains("h2");
            }
            assertThat(server.get(20, TimeUnit.SECONDS)).hasSize(10);
        }
    }

    @EveryPairing
    void afterShutdownOutputReadingGoesOn(Pairing pairing) throws Exception {
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().build();
                Sockets sockets = Sockets.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                TlsChannel client = TlsChannel.client(clients, Identities.NAME, sockets.client())) {
            Future<byte[]> server =
                    threads.submit(
                            () -> {
                                TlsChannel channel = TlsChannel.server(servers, sockets.server());
                                byte[] received = readAll(channel);
                                write(channel, received);
                                channel.close();
                                return received;
                            });
            write(client, Payload.of(1000));
            client.shutdownOutput();

            assertThatThrownBy(() -> client.write(ByteBuffer.allocate(1)))
                    .isInstanceOf(ClosedChannelException.class);
            assertThat(client.isOpen()).isTrue();
            assertThat(readAll(client)).isEqualTo(Payload.of(1000));
            assertThat(server.get(20, TimeUnit.SECONDS)).hasSize(1000);
        }
    }

    @EveryPairing
    void aClosedChannelIsClosed(Pairing pairing) throws Exception {
        try (ClientConfig clients = pairing.newClient().build();
                Sockets sockets = Sockets.connect()) {
            TlsChannel client = TlsChannel.client(clients, Identities.NAME, sockets.client());
            assertThat(client.isOpen()).isTrue();
            client.close();
            client.close();

            assertThat(client.isOpen()).isFalse();
            assertThat(sockets.client().isOpen()).isFalse();
            assertThatThrownBy(() -> client.read(ByteBuffer.allocate(1)))
                    .isInstanceOf(ClosedChannelException.class);
            assertThatThrownBy(() -> client.write(ByteBuffer.allocate(1)))
                    .isInstanceOf(ClosedChannelException.class);
            assertThatThrownBy(client::handshake).isInstanceOf(ClosedChannelException.class);
            assertThatThrownBy(client::shutdownOutput).isInstanceOf(ClosedChannelException.class);
        }
    }

    @EveryPairing
    void closingWakesAReader(Pairing pairing) throws Exception {
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().build();
                Sockets sockets = Sockets.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                TlsChannel client = TlsChannel.client(clients, Identities.NAME, sockets.client());
                TlsChannel server = TlsChannel.server(servers, sockets.server())) {
            Future<?> other =
                    threads.submit(
                            () -> {
                                server.handshake();
                                return null;
                            });
            client.handshake();
            other.get(20, TimeUnit.SECONDS);
            Future<Throwable> reader = threads.submit(() -> catchThrowable(() -> readAll(client)));
            close(client);
            assertThat(reader.get(20, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
        }
    }

    @EveryPairing
    void manyVirtualThreadsAtOnce(Pairing pairing) throws Exception {
        int count = 50;
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                running.add(
                        threads.submit(
                                () -> {
                                    try (Sockets sockets = Sockets.connect()) {
                                        Future<byte[]> server =
                                                threads.submit(
                                                        () ->
                                                                echo(
                                                                        TlsChannel.server(
                                                                                servers,
                                                                                sockets.server())));
                                        try (TlsChannel client =
                                                TlsChannel.client(
                                                        clients,
                                                        Identities.NAME,
                                                        sockets.client())) {
                                            for (int round = 0; round < 5; round++) {
                                                write(client, Payload.of(2000));
                                                assertThat(read(client, 2000))
                                                        .isEqualTo(Payload.of(2000));
                                            }
                                        }
                                        assertThat(server.get(40, TimeUnit.SECONDS))
                                                .hasSize(10_000);
                                    }
                                    return null;
                                }));
            }
            for (Future<?> each : running) {
                each.get(50, TimeUnit.SECONDS);
            }
        }
    }

    /** Sends back what comes until the other side closes; returns all of it. */
    private static byte[] echo(TlsChannel channel) throws IOException {
        try (channel) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            ByteBuffer buffer = ByteBuffer.allocate(10_000);
            while (channel.read(buffer.clear()) >= 0) {
                buffer.flip();
                all.write(buffer.array(), 0, buffer.limit());
                channel.write(buffer);
            }
            return all.toByteArray();
        }
    }

    private static byte[] readAll(TlsChannel channel) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(10_000);
        while (channel.read(buffer.clear()) >= 0) {
            all.write(buffer.array(), 0, buffer.position());
        }
        return all.toByteArray();
    }

    private static byte[] read(TlsChannel channel, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            assertThat(channel.read(buffer)).isPositive();
        }
        return buffer.array();
    }

    private static void write(TlsChannel channel, byte[] bytes) throws IOException {
        assertThat(channel.write(ByteBuffer.wrap(bytes))).isEqualTo(bytes.length);
    }

    private static void close(TlsChannel channel) throws IOException {
        channel.close();
    }
}
