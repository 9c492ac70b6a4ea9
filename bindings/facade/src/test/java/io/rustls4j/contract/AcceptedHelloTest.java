package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.Accepted;
import io.rustls4j.Acceptor;
import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.wire.HelloBytes;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The versions that a client offers, and hellos in every kind of buffer. */
@ContractTest
class AcceptedHelloTest {
    static Stream<Arguments> pairingsAndVersionLists() {
        return Cases.pairings()
                .flatMap(
                        pairing ->
                                List.of(
                                                List.of(ProtocolVersion.TLSV1_2),
                                                List.of(ProtocolVersion.TLSV1_3),
                                                List.of(
                                                        ProtocolVersion.TLSV1_3,
                                                        ProtocolVersion.TLSV1_2))
                                        .stream()
                                        .map(versions -> Arguments.of(pairing, versions)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("pairingsAndVersionLists")
    void theVersionsOfferedAreTold(Pairing pairing, List<ProtocolVersion> versions)
            throws TlsException {
        try (ClientConfig clients =
                        pairing.newClient()
                                .versions(versions.toArray(ProtocolVersion[]::new))
                                .build();
                TlsConnection client = clients.connect(Identities.NAME);
                Acceptor acceptor = Acceptor.create(pairing.server())) {
            assertThat(accept(acceptor, ByteBuffer.wrap(hello(client))).protocolVersions())
                    .isEqualTo(versions);
        }
    }

    @EveryEngine
    void versionsThatNobodySpeaksAreNotTold(EngineKind engine) throws TlsException {
        assertThat(versionsOf(engine, HelloBytes.vector8(HelloBytes.bytes(0x7a, 0x7a, 3, 3, 3, 2))))
                .containsExactly(ProtocolVersion.TLSV1_2);
        assertThat(versionsOf(engine, HelloBytes.vector8(HelloBytes.bytes(3, 2, 3, 1)))).isEmpty();
    }

    private static List<ProtocolVersion> versionsOf(EngineKind engine, byte[] supportedVersions)
            throws TlsException {
        byte[] hello =
                new HelloBytes()
                        .extension(10, HelloBytes.vector16(HelloBytes.bytes(0, 0x1d)))
                        .extension(13, HelloBytes.vector16(HelloBytes.bytes(4, 3)))
                        .extension(43, supportedVersions)
                        .message();
        try (Acceptor acceptor = Acceptor.create(engine)) {
            return accept(acceptor, ByteBuffer.wrap(HelloBytes.record(22, hello)))
                    .protocolVersions();
        }
    }

    /** What a client says that does not know the extension. */
    @EveryEngine
    void withoutTheExtensionThereIsTls12(EngineKind engine) throws TlsException {
        byte[] hello =
                new HelloBytes()
                        .extension(10, HelloBytes.vector16(HelloBytes.bytes(0, 0x1d)))
                        .extension(13, HelloBytes.vector16(HelloBytes.bytes(4, 3)))
                        .message();
        try (Acceptor acceptor = Acceptor.create(engine)) {
            Accepted accepted = accept(acceptor, ByteBuffer.wrap(HelloBytes.record(22, hello)));
            assertThat(accepted.protocolVersions()).containsExactly(ProtocolVersion.TLSV1_2);
        }
    }

    @EveryPairing
    void theHelloMayComeInAnyKindOfBuffer(Pairing pairing) throws TlsException {
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().build()) {
            for (BufferShape shape : BufferShape.values()) {
                TlsConnection client = clients.connect(Identities.NAME);
                try (Acceptor acceptor = Acceptor.create(pairing.server())) {
                    ByteBuffer hello = inShape(shape, hello(client));
                    Accepted accepted = accept(acceptor, hello);
                    assertThat(hello.hasRemaining()).as("%s", shape).isFalse();
                    try (TlsPair pair = TlsPair.of(client, accepted.intoConnection(servers))) {
                        pair.handshake();
                    }
                }
            }
        }
    }

    private static ByteBuffer inShape(BufferShape shape, byte[] bytes) {
        ByteBuffer whole = shape.allocateSource(bytes.length + 20);
        whole.put(10, bytes);
        ByteBuffer view = shape.view(whole, 10, bytes.length);
        return shape == BufferShape.READ_ONLY_SOURCE ? view.asReadOnlyBuffer() : view;
    }

    /** More than the memory that is kept for it; the JDK's server takes no hello of that size. */
    @Test
    void aConnectionMayOfferVeryManyProtocols() throws TlsException {
        Pairing pairing = Pairing.RUSTLS_RUSTLS;
        List<String> protocols =
                IntStream.range(0, 200).mapToObj(i -> "x".repeat(200) + i).toList();
        try (ClientConfig clients = pairing.newClient().build();
                TlsConnection client = clients.connect(Identities.NAME, protocols);
                Acceptor acceptor = Acceptor.create(pairing.server())) {
            Accepted accepted = AcceptorTest.accept(acceptor, hello(client));
            assertThat(accepted.clientHello().alpnProtocols()).isEqualTo(protocols);
        }
    }

    /** The chars of a name are its bytes. */
    @EveryPairing
    void theBytesOfProtocolsArrive(Pairing pairing) throws TlsException {
        List<String> protocols = List.of("\u00ff\u0080\u0001", "h2");
        try (ClientConfig clients = pairing.newClient().alpnProtocols("other").build();
                TlsConnection client = clients.connect(Identities.NAME, protocols);
                TlsConnection silent = clients.connect(Identities.NAME, List.of());
                Acceptor acceptor = Acceptor.create(pairing.server());
                Acceptor second = Acceptor.create(pairing.server())) {
            assertThat(
                            accept(acceptor, ByteBuffer.wrap(hello(client)))
                                    .clientHello()
                                    .alpnProtocols())
                    .isEqualTo(protocols);
            assertThat(accept(second, ByteBuffer.wrap(hello(silent))).clientHello().alpnProtocols())
                    .isEmpty();
        }
    }

    @EveryPairing
    void aConnectionMayOfferManyProtocols(Pairing pairing) throws TlsException {
        List<String> protocols = List.of(LargeHello.protocols());
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().alpnProtocols("h2").build();
                TlsConnection client = clients.connect(Identities.NAME, protocols);
                Acceptor acceptor = Acceptor.create(pairing.server())) {
            Accepted accepted = AcceptorTest.accept(acceptor, hello(client));
            assertThat(accepted.clientHello().alpnProtocols()).isEqualTo(protocols);
            try (TlsPair pair = TlsPair.of(client, accepted.intoConnection(servers))) {
                pair.handshake();
                assertThat(pair.client().connection().alpnProtocol()).contains("h2");
            }
        }
    }

    private static Accepted accept(Acceptor acceptor, ByteBuffer hello) throws TlsException {
        acceptor.read(hello);
        return acceptor.accept().orElseThrow();
    }

    private static byte[] hello(TlsConnection client) throws TlsException {
        return new Side(client, BufferPlan.ROOMY).flush();
    }
}
