package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rustls4j.Accepted;
import io.rustls4j.Acceptor;
import io.rustls4j.CertificateRevocationListDer;
import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.EnginePanicException;
import io.rustls4j.RootCertStore;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.fuzz.Mutants;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Both engines under whatever a peer may send and whatever may stand in a PEM file. */
class HostileBytesFuzzTest {
    private static final List<ServerConfig> SERVERS =
            Stream.of(EngineKind.values()).map(HostileBytesFuzzTest::server).toList();
    private static final List<ClientConfig> CLIENTS =
            Stream.of(EngineKind.values()).map(HostileBytesFuzzTest::client).toList();

    static Stream<byte[]> hellos() throws TlsException {
        return Mutants.of(hello(CLIENTS.getFirst()), hello(CLIENTS.getLast()));
    }

    @MethodSource("hellos")
    @FuzzTest
    void toAServer(byte[] bytes) {
        for (ServerConfig config : SERVERS) {
            try (TlsConnection connection = config.accept()) {
                receive(connection, bytes);
            }
        }
    }

    static Stream<byte[]> flights() throws TlsException {
        return Mutants.of(
                flight(CLIENTS.getFirst(), SERVERS.getFirst()),
                flight(CLIENTS.getLast(), SERVERS.getLast()));
    }

    @MethodSource("flights")
    @FuzzTest
    void toAClient(byte[] bytes) {
        for (ClientConfig config : CLIENTS) {
            try (TlsConnection connection = config.connect(Identities.NAME)) {
                receive(connection, bytes);
            }
        }
    }

    @MethodSource("hellos")
    @FuzzTest
    void toAnAcceptor(byte[] bytes) {
        for (ServerConfig config : SERVERS) {
            try (Acceptor acceptor = Acceptor.create(config.engine())) {
                acceptor.read(ByteBuffer.wrap(bytes));
                Optional<Accepted> accepted = acceptor.accept();
                if (accepted.isPresent()) {
                    accepted.get().intoConnection(config).close();
                }
            } catch (TlsException e) {
                assertThat(e).isNotInstanceOf(EnginePanicException.class);
            }
        }
    }

    static Stream<byte[]> pems() {
        return Mutants.of(
                Identities.SERVER.chainPem(),
                Identities.SERVER.keyPem(),
                Identities.AUTHORITY.newRevocationList().make().pem());
    }

    @MethodSource("pems")
    @FuzzTest
    void inAPemFile(byte[] pem) {
        read(pem, RootCertStore::ofPem);
        read(pem, CertificateRevocationListDer::fromPem);
        for (EngineKind engine : EngineKind.values()) {
            read(pem, text -> build(engine, text, Identities.SERVER.keyPem()));
            read(pem, text -> build(engine, Identities.SERVER.chainPem(), text));
            read(pem, text -> trust(engine, text));
        }
    }

    /** Everything is taken or refused, and no call goes round in circles. */
    private static void receive(TlsConnection connection, byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        ByteBuffer plaintext = ByteBuffer.allocate(1 << 15);
        try {
            boolean moved = true;
            while (moved && from.hasRemaining()) {
                int before = from.remaining();
                int sent = send(connection).length;
                connection.unwrap(from, plaintext);
                moved = from.remaining() < before || sent > 0;
                assertThat(moved || !connection.wantsRead()).as("what it wants, it takes").isTrue();
            }
        } catch (TlsException e) {
            assertThat(e).isNotInstanceOf(EnginePanicException.class);
        }
        assertThat(plaintext.position()).as("plaintext before the handshake").isZero();
    }

    private static byte[] send(TlsConnection connection) throws TlsException {
        ByteBuffer records = ByteBuffer.allocate(1 << 16);
        while (connection.wantsWrite()) {
            connection.wrap(ByteBuffer.allocate(0), records);
            assertThat(records.hasRemaining()).as("an answer of less than 64 KiB").isTrue();
        }
        byte[] sent = new byte[records.flip().remaining()];
        records.get(sent);
        return sent;
    }

    private static byte[] hello(ClientConfig config) throws TlsException {
        try (TlsConnection client = config.connect(Identities.NAME)) {
            return send(client);
        }
    }

    /** What a server sends first; to another client it is nonsense from the keys on. */
    private static byte[] flight(ClientConfig clients, ServerConfig servers) throws TlsException {
        try (TlsConnection server = servers.accept()) {
            server.unwrap(ByteBuffer.wrap(hello(clients)), ByteBuffer.allocate(0));
            return send(server);
        }
    }

    private static void read(byte[] pem, Consumer<byte[]> reader) {
        try {
            reader.accept(pem.clone());
        } catch (TlsConfigException e) {
            assertThat(e).hasMessageMatching("(?s).+");
        }
    }

    private static void build(EngineKind engine, byte[] chain, byte[] key) {
        ServerConfig.builder(engine)
                .certifiedKeys(CertifiedKey.fromPem(chain, key))
                .build()
                .close();
    }

    private static void trust(EngineKind engine, byte[] roots) {
        ClientConfig.builder(engine).roots(RootCertStore.ofPem(roots)).build().close();
    }

    private static ServerConfig server(EngineKind engine) {
        return ServerConfig.builder(engine).certifiedKeys(Identities.serverKey()).build();
    }

    private static ClientConfig client(EngineKind engine) {
        return ClientConfig.builder(engine).roots(Identities.roots()).build();
    }
}
