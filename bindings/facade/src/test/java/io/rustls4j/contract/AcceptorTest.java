package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.Accepted;
import io.rustls4j.Acceptor;
import io.rustls4j.AlertDescription;
import io.rustls4j.CipherSuite;
import io.rustls4j.ClientConfig;
import io.rustls4j.ClientHello;
import io.rustls4j.CryptoProvider;
import io.rustls4j.EngineKind;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import io.rustls4j.SignatureScheme;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.testkit.IssuedCertificate;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.Test;

/** The client's hello is read before there is a configuration, and chooses one or is refused. */
@ContractTest
class AcceptorTest {
    private static final byte[] FATAL_ALERT = {21, 3, 3, 0, 2, 2, 40};

    @EveryPairing
    void theHelloTellsWhatTheClientWants(Pairing pairing) throws TlsException {
        try (ClientConfig config = pairing.newClient().alpnProtocols("h2", "http/1.1").build();
                TlsConnection client = config.connect("LocalHost");
                Acceptor acceptor = Acceptor.create(pairing.server())) {
            ClientHello hello = accept(acceptor, hello(client)).clientHello();

            assertThat(hello.serverName()).contains("localhost");
            assertThat(hello.alpnProtocols()).containsExactly("h2", "http/1.1");
            assertThat(hello.signatureSchemes())
                    .contains(
                            SignatureScheme.ECDSA_NISTP256_SHA256, SignatureScheme.RSA_PSS_SHA256);
            assertThat(hello.cipherSuites())
                    .contains(
                            CipherSuite.TLS13_AES_256_GCM_SHA384,
                            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384);
            assertThat(hello.namedGroups()).contains(NamedGroup.X25519, NamedGroup.SECP256R1);
        }
    }

    @EveryPairing
    void whatTheClientDoesNotSayIsEmpty(Pairing pairing) throws TlsException {
        try (ClientConfig config = pairing.newClient().build();
                TlsConnection client = config.connect("127.0.0.1");
                Acceptor acceptor = Acceptor.create(pairing.server())) {
            ClientHello hello = accept(acceptor, hello(client)).clientHello();

            assertThat(hello.serverName()).isEmpty();
            assertThat(hello.alpnProtocols()).isEmpty();
            assertThat(hello.caNames()).isEmpty();
        }
    }

    @EveryPairingAndVersion
    void theHelloMayComeByteByByte(Pairing pairing, ProtocolVersion version) throws TlsException {
        try (ClientConfig clients = pairing.newClient().versions(version).build();
                ServerConfig servers = pairing.newServer().build();
                TlsConnection client = clients.connect(Identities.NAME);
                Acceptor acceptor = Acceptor.create(pairing.server())) {
            byte[] hello = hello(client);
            for (int i = 0; i < hello.length - 1; i++) {
                acceptor.read(ByteBuffer.wrap(hello, i, 1));
                assertThat(acceptor.accept()).isEmpty();
            }
            acceptor.read(ByteBuffer.wrap(hello, hello.length - 1, 1));

            Accepted accepted = acceptor.accept().orElseThrow();
            try (TlsPair pair = TlsPair.of(client, accepted.intoConnection(servers))) {
                pair.handshake();
            }
        }
    }

    @EveryPairing
    void aHelloThatWasClosedBecomesNoConnection(Pairing pairing) throws TlsException {
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().build();
                TlsConnection client = clients.connect(Identities.NAME)) {
            Accepted accepted;
            try (Acceptor acceptor = Acceptor.create(pairing.server())) {
                accepted = accept(acceptor, hello(client));
            }
            assertThatThrownBy(() -> accepted.intoConnection(servers))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @EveryPairing
    void theHelloMayComeInManyRecords(Pairing pairing) throws TlsException {
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().build();
                TlsConnection client = clients.connect(Identities.NAME);
                Acceptor acceptor = Acceptor.create(pairing.server())) {
            Accepted accepted = accept(acceptor, Fragments.of(hello(client), 50));

            assertThat(accepted.clientHello().serverName()).contains(Identities.NAME);
            try (TlsPair pair = TlsPair.of(client, accepted.intoConnection(servers))) {
                pair.handshake();
            }
        }
    }

    @EveryPairing
    void theHelloMayBeLarge(Pairing pairing) throws TlsException {
        try (ClientConfig clients =
                        pairing.newClient().alpnProtocols(LargeHello.protocols()).build();
                ServerConfig servers = pairing.newServer().alpnProtocols("h2").build();
                TlsConnection client = clients.connect(Identities.NAME);
                Acceptor acceptor = Acceptor.create(pairing.server())) {
            Accepted accepted = accept(acceptor, hello(client));

            assertThat(accepted.clientHello().alpnProtocols())
                    .containsExactly(LargeHello.protocols());
            try (TlsPair pair = TlsPair.of(client, accepted.intoConnection(servers))) {
                pair.handshake();
                assertThat(pair.client().connection().alpnProtocol()).contains("h2");
            }
        }
    }

    @EveryPairingAndVersion
    void theNameChoosesTheConfiguration(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        IssuedCertificate first = Identities.AUTHORITY.newCertificate().dns("a.example").issue();
        IssuedCertificate second = Identities.AUTHORITY.newCertificate().dns("b.example").issue();
        try (ClientConfig clients = pairing.newClient().versions(version).build();
                ServerConfig firstConfig =
                        pairing.newServer().certifiedKeys(Identities.keyOf(first)).build();
                ServerConfig secondConfig =
                        pairing.newServer().certifiedKeys(Identities.keyOf(second)).build()) {
            for (String name : new String[] {"a.example", "b.example"}) {
                TlsConnection client = clients.connect(name);
                try (Acceptor acceptor = Acceptor.create(pairing.server())) {
                    Accepted accepted = accept(acceptor, hello(client));
                    boolean isFirst =
                            accepted.clientHello().serverName().equals(Optional.of("a.example"));
                    try (TlsPair pair =
                            TlsPair.of(
                                    client,
                                    accepted.intoConnection(
                                            isFirst ? firstConfig : secondConfig))) {
                        pair.handshake();
                        assertThat(pair.server().connection().serverName()).contains(name);
                        assertThat(pair.clientSends(Payload.of(1000))).isEqualTo(Payload.of(1000));
                        assertThat(pair.serverSends(Payload.of(1000))).isEqualTo(Payload.of(1000));
                    }
                }
            }
        }
    }

    @EveryPairing
    void theApplicationProtocolChoosesTheConfiguration(Pairing pairing) throws TlsException {
        try (ClientConfig clients = pairing.newClient().alpnProtocols("special").build();
                ServerConfig plain = pairing.newServer().alpnProtocols("h2").build();
                ServerConfig special = pairing.newServer().alpnProtocols("special").build();
                TlsConnection client = clients.connect(Identities.NAME);
                Acceptor acceptor = Acceptor.create(pairing.server())) {
            Accepted accepted = accept(acceptor, hello(client));
            boolean isSpecial = accepted.clientHello().alpnProtocols().contains("special");
            try (TlsPair pair =
                    TlsPair.of(client, accepted.intoConnection(isSpecial ? special : plain))) {
                pair.handshake();
                assertThat(pair.client().connection().alpnProtocol()).contains("special");
            }
        }
    }

    @EveryPairingAndVersion
    void schemesChooseTheConfiguration(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        try (ClientConfig clients = pairing.newClient().versions(version).build();
                ServerConfig rsa =
                        pairing.newServer()
                                .certifiedKeys(Identities.keyOf(Identities.RSA_SERVER))
                                .build();
                ServerConfig ecdsa = pairing.newServer().build();
                TlsConnection client = clients.connect(Identities.NAME);
                Acceptor acceptor = Acceptor.create(pairing.server())) {
            Accepted accepted = accept(acceptor, hello(client));
            boolean knowsEcdsa =
                    accepted.clientHello()
                            .signatureSchemes()
                            .contains(SignatureScheme.ECDSA_NISTP256_SHA256);
            try (TlsPair pair =
                    TlsPair.of(client, accepted.intoConnection(knowsEcdsa ? ecdsa : rsa))) {
                pair.handshake();
                assertThat(pair.client().connection().peerCertificates())
                        .isEqualTo(Identities.dersOf(Identities.SERVER));
            }
        }
    }

    @EveryPairingAndVersion
    void suitesChooseTheConfiguration(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        CipherSuite offered =
                version == ProtocolVersion.TLSV1_3
                        ? CipherSuite.TLS13_AES_128_GCM_SHA256
                        : CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256;
        try (ClientConfig clients =
                        pairing.newClient()
                                .versions(version)
                                .provider(CryptoProvider.DEFAULT.withCipherSuites(List.of(offered)))
                                .build();
                ServerConfig rsa =
                        pairing.newServer()
                                .certifiedKeys(Identities.keyOf(Identities.RSA_SERVER))
                                .build();
                ServerConfig ecdsa = pairing.newServer().build();
                TlsConnection client = clients.connect(Identities.NAME);
                Acceptor acceptor = Acceptor.create(pairing.server())) {
            Accepted accepted = accept(acceptor, hello(client));
            List<CipherSuite> suites = accepted.clientHello().cipherSuites();

            assertThat(suites.stream().filter(CipherSuite.known()::contains))
                    .containsExactly(offered);
            boolean needsRsa = suites.contains(CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256);
            try (TlsPair pair =
                    TlsPair.of(client, accepted.intoConnection(needsRsa ? rsa : ecdsa))) {
                pair.handshake();
                assertThat(pair.server().connection().negotiatedCipherSuite()).contains(offered);
            }
        }
    }

    @EveryPairing
    void aRefusedClientSeesTheAlert(Pairing pairing) throws TlsException {
        for (AlertDescription alert :
                new AlertDescription[] {
                    AlertDescription.UNRECOGNISED_NAME,
                    AlertDescription.ACCESS_DENIED,
                    AlertDescription.HANDSHAKE_FAILURE,
                    AlertDescription.NO_APPLICATION_PROTOCOL,
                    AlertDescription.INTERNAL_ERROR
                }) {
            try (ClientConfig clients = pairing.newClient().build();
                    TlsConnection client = clients.connect(Identities.NAME);
                    Acceptor acceptor = Acceptor.create(pairing.server())) {
                Side side = new Side(client, BufferPlan.ROOMY);
                side.arrive(accept(acceptor, side.flush()).reject(alert));
                side.read();

                Failures.assertAlertReceived(side.failure(), alert);
            }
        }
    }

    @EveryPairing
    void aConfigurationThatDoesNotFitIsRefusedWithAnAlert(Pairing pairing) throws TlsException {
        try (ClientConfig clients = pairing.newClient().versions(ProtocolVersion.TLSV1_3).build();
                ServerConfig servers =
                        pairing.newServer().versions(ProtocolVersion.TLSV1_2).build();
                TlsConnection client = clients.connect(Identities.NAME);
                Acceptor acceptor = Acceptor.create(pairing.server())) {
            Side side = new Side(client, BufferPlan.ROOMY);
            Accepted accepted = accept(acceptor, side.flush());

            assertThatThrownBy(() -> accepted.intoConnection(servers))
                    .isInstanceOf(TlsException.class);

            side.arrive(acceptor.pendingAlert());
            side.read();
            Failures.assertAlertReceived(side.failure(), AlertDescription.PROTOCOL_VERSION);
        }
    }

    @EveryEngine
    void aMessageThatIsNoHelloIsRefusedWithAnAlert(EngineKind engine) {
        byte[] serverHello = {22, 3, 3, 0, 6, 2, 0, 0, 2, 3, 3};
        byte[] emptyHello = {22, 3, 1, 0, 4, 1, 0, 0, 0};
        for (byte[] nonsense : new byte[][] {serverHello, emptyHello}) {
            try (Acceptor acceptor = Acceptor.create(engine)) {
                assertThatThrownBy(() -> accept(acceptor, nonsense))
                        .isInstanceOf(TlsException.class);
                assertThat(acceptor.pendingAlert())
                        .as("the answer to a message of type %s", nonsense[5])
                        .hasSize(7)
                        .startsWith(21, 3)
                        .contains(2, Index.atIndex(5));
                assertStaysRefused(acceptor);
            }
        }
    }

    @EveryEngine
    void whatIsNoHandshakeAtAllIsRefused(EngineKind engine) {
        byte[] http =
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] applicationData = {23, 3, 3, 0, 1, 0};
        for (byte[] nonsense : new byte[][] {http, applicationData}) {
            try (Acceptor acceptor = Acceptor.create(engine)) {
                assertThatThrownBy(() -> accept(acceptor, nonsense))
                        .isInstanceOf(TlsException.class);
                // rustls says nothing to such a peer.
                assertThat(acceptor.pendingAlert().length).isIn(0, 7);
                assertStaysRefused(acceptor);
            }
        }
    }

    @EveryEngine
    void anAlertInPlaceOfAHelloIsAFailure(EngineKind engine) {
        try (Acceptor acceptor = Acceptor.create(engine)) {
            assertThatThrownBy(() -> accept(acceptor, FATAL_ALERT))
                    .isInstanceOf(TlsException.class);
            assertStaysRefused(acceptor);
        }
    }

    @EveryEngine
    void anEndlessHelloIsRefusedBeforeItFillsTheMemory(EngineKind engine) {
        try (Acceptor acceptor = Acceptor.create(engine)) {
            byte[] record = recordOfHelloOf(0xffffff);

            assertThatThrownBy(
                            () -> {
                                for (int i = 0; i < 1100; i++) {
                                    ByteBuffer bytes = ByteBuffer.wrap(record);
                                    acceptor.read(bytes);
                                    acceptor.accept();
                                }
                            })
                    .isInstanceOf(TlsException.class);
        }
    }

    /** Records of one byte: the hello says a length that is allowed, and its records go beyond. */
    @EveryEngine
    void aHelloInTooManyRecordsIsRefused(EngineKind engine) {
        try (Acceptor acceptor = Acceptor.create(engine)) {
            ByteBuffer header = ByteBuffer.wrap(new byte[] {1, 0, (byte) 0xff, (byte) 0xff});
            AtomicInteger sent = new AtomicInteger();

            assertThatThrownBy(
                            () -> {
                                while (sent.getAndIncrement() < 100_000) {
                                    byte next = header.hasRemaining() ? header.get() : 3;
                                    feed(acceptor, new byte[] {22, 3, 1, 0, 1, next});
                                }
                            })
                    .isInstanceOf(TlsException.class);
            assertThat(acceptor.pendingAlert()).startsWith(21, 3, 3, 0, 2, 2).hasSize(7);
            assertStaysRefused(acceptor);
        }
    }

    /** The largest record, with the beginning of a hello of that length. */
    private static byte[] recordOfHelloOf(int length) {
        ByteBuffer record = ByteBuffer.allocate(5 + 16384);
        record.put(new byte[] {22, 3, 1, 0x40, 0}).putInt(1 << 24 | length);
        return record.array();
    }

    private static void feed(Acceptor acceptor, byte[] bytes) throws TlsException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            int before = buffer.remaining();
            acceptor.read(buffer);
            assertThat(buffer.remaining()).isLessThan(before);
            assertThat(acceptor.accept()).isEmpty();
        }
    }

    /** Whoever feeds until all is taken, or asks again, gets no other answer. */
    private static void assertStaysRefused(Acceptor acceptor) {
        byte[] alert = acceptor.pendingAlert();
        ByteBuffer more = ByteBuffer.allocate(100);
        acceptor.read(more);
        assertThat(more.remaining()).isZero();
        assertThatThrownBy(acceptor::accept).isInstanceOf(TlsException.class);
        assertThat(acceptor.pendingAlert()).isEqualTo(alert);
    }

    @Test
    void whatNobodyLooksAtIsNotPiledUp() {
        try (Acceptor acceptor = Acceptor.create(EngineKind.RUSTLS)) {
            byte[] record = recordOfHelloOf(0xffff);

            assertThatThrownBy(
                            () -> {
                                for (int i = 0; i < 100; i++) {
                                    acceptor.read(ByteBuffer.wrap(record));
                                }
                            })
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("accept()");
        }
    }

    @EveryPairing
    void bytesAfterTheHelloAreNotLost(Pairing pairing) throws TlsException {
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().build();
                TlsConnection client = clients.connect(Identities.NAME);
                Acceptor acceptor = Acceptor.create(pairing.server())) {
            byte[] hello = hello(client);
            ByteBuffer both =
                    ByteBuffer.allocate(hello.length + FATAL_ALERT.length)
                            .put(hello)
                            .put(FATAL_ALERT)
                            .flip();
            acceptor.read(both);
            Accepted accepted = acceptor.accept().orElseThrow();

            assertThatThrownBy(
                            () -> {
                                try (TlsConnection server = accepted.intoConnection(servers)) {
                                    Side side = new Side(server, BufferPlan.ROOMY);
                                    side.arrive(
                                            Arrays.copyOfRange(
                                                    both.array(), both.position(), both.limit()));
                                    side.readOnce();
                                    side.flush();
                                    side.readOnce();
                                    if (side.failure() != null) {
                                        throw side.failure();
                                    }
                                }
                            })
                    .isInstanceOf(TlsException.class);
        }
    }

    @EveryPairing
    void closingTheAcceptorLeavesTheConnection(Pairing pairing) throws TlsException {
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().build()) {
            TlsConnection client = clients.connect(Identities.NAME);
            Acceptor acceptor = Acceptor.create(pairing.server());
            TlsConnection server = accept(acceptor, hello(client)).intoConnection(servers);
            acceptor.close();
            acceptor.close();
            try (TlsPair pair = TlsPair.of(client, server)) {
                pair.handshake();
            }
        }
    }

    @EveryPairing
    void aHelloIsUsedOnce(Pairing pairing) throws TlsException {
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().build();
                TlsConnection client = clients.connect(Identities.NAME);
                Acceptor acceptor = Acceptor.create(pairing.server())) {
            byte[] hello = hello(client);
            Accepted accepted = accept(acceptor, hello);
            accepted.intoConnection(servers).close();

            assertThatThrownBy(() -> accepted.intoConnection(servers))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> accepted.reject(AlertDescription.ACCESS_DENIED))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(acceptor::accept).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> acceptor.read(ByteBuffer.wrap(hello)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @EveryEngine
    void aClosedAcceptorIsOfNoUse(EngineKind engine) {
        Acceptor acceptor = Acceptor.create(engine);
        acceptor.close();

        assertThatThrownBy(acceptor::accept).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> acceptor.read(ByteBuffer.allocate(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @EveryPairing
    void theEnginesCannotBeMixed(Pairing pairing) throws TlsException {
        EngineKind other = pairing.server() == EngineKind.JDK ? EngineKind.RUSTLS : EngineKind.JDK;
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers =
                        ServerConfig.builder(other).certifiedKeys(Identities.serverKey()).build();
                TlsConnection client = clients.connect(Identities.NAME);
                Acceptor acceptor = Acceptor.create(pairing.server())) {
            Accepted accepted = accept(acceptor, hello(client));

            assertThatThrownBy(() -> accepted.intoConnection(servers))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> accepted.reject(AlertDescription.UNKNOWN))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    static Accepted accept(Acceptor acceptor, byte[] bytes) throws TlsException {
        ByteBuffer hello = ByteBuffer.wrap(bytes);
        Optional<Accepted> accepted = Optional.empty();
        for (int calls = 0; accepted.isEmpty(); calls++) {
            assertThat(calls).as("calls without a hello").isLessThan(1000);
            acceptor.read(hello);
            accepted = acceptor.accept();
        }
        return accepted.orElseThrow();
    }

    private static byte[] hello(TlsConnection client) throws TlsException {
        return new Side(client, BufferPlan.ROOMY).flush();
    }
}
