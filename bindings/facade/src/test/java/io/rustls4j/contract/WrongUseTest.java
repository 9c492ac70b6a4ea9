package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientCertVerifier;
import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Calls at the wrong time or from the wrong place: each is refused, and nothing else happens. */
@ContractTest
class WrongUseTest {
    @EveryPairing
    void everyCallAfterCloseIsRefused(Pairing pairing) {
        try (TlsPair pair = pairing.pair().handshake()) {
            for (Side side : List.of(pair.client(), pair.server())) {
                TlsConnection connection = side.connection();
                connection.close();
                connection.close();

                assertAllRefused(callsOf(connection));
            }
        }
    }

    @EveryPairing
    void aConnectionMayBeClosedAtAnyPoint(Pairing pairing) throws TlsException {
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().build()) {
            for (int rounds = 0; rounds < 4; rounds++) {
                try (TlsPair pair =
                        TlsPair.of(clients.connect(Identities.NAME), servers.accept())) {
                    for (int i = 0; i < rounds; i++) {
                        pair.server().arrive(pair.client().flush());
                        pair.server().read();
                        pair.client().arrive(pair.server().flush());
                        pair.client().read();
                    }
                }
            }
        }
    }

    @EveryPairing
    void everyCallFromACallbackIsRefusedAndTheHandshakeGoesOn(Pairing pairing) throws TlsException {
        TlsConnection[] connections = new TlsConnection[2];
        Map<String, Throwable> outcomes = new LinkedHashMap<>();
        try (ClientConfig clients =
                        pairing.newClient()
                                .certifiedKeys(Identities.clientKey())
                                .serverVerifier(
                                        ServerCertVerifier.dangerous()
                                                .custom(
                                                        shown ->
                                                                record(
                                                                        outcomes,
                                                                        "client",
                                                                        connections[0])))
                                .build();
                ServerConfig servers =
                        pairing.newServer()
                                .clientVerifier(
                                        ClientCertVerifier.dangerous()
                                                .custom(
                                                        shown ->
                                                                record(
                                                                        outcomes,
                                                                        "server",
                                                                        connections[1])))
                                .build()) {
            connections[0] = clients.connect(Identities.NAME);
            connections[1] = servers.accept();
            try (TlsPair pair = TlsPair.of(connections[0], connections[1])) {
                pair.handshake();
                assertThat(outcomes)
                        .hasSize(callsOf(connections[0]).size() + callsOf(connections[1]).size());
                assertThat(outcomes)
                        .allSatisfy(
                                (call, outcome) ->
                                        assertThat(outcome)
                                                .as(call)
                                                .isInstanceOf(IllegalStateException.class));
                assertThat(pair.clientSends(Payload.of(10))).isEqualTo(Payload.of(10));
            }
        }
    }

    @EveryPairing
    void closingFromACallbackTakesEffectAfterTheCall(Pairing pairing) {
        TlsConnection[] client = new TlsConnection[1];
        try (ClientConfig clients =
                        pairing.newClient()
                                .serverVerifier(
                                        ServerCertVerifier.dangerous()
                                                .custom(shown -> client[0].close()))
                                .build();
                ServerConfig servers = pairing.newServer().build()) {
            client[0] = clients.connect(Identities.NAME);
            try (TlsConnection server = servers.accept()) {
                Side clientSide = new Side(client[0], BufferPlan.ROOMY);
                Side serverSide = new Side(server, BufferPlan.ROOMY);

                assertThatThrownBy(
                                () -> {
                                    for (int i = 0; i < 5; i++) {
                                        serverSide.arrive(clientSide.flush());
                                        serverSide.read();
                                        clientSide.arrive(serverSide.flush());
                                        clientSide.read();
                                    }
                                })
                        .isInstanceOf(IllegalStateException.class);
                assertAllRefused(callsOf(client[0]));
            }
        }
    }

    @EveryPairing
    void aConnectionMayUseAnotherFromACallback(Pairing pairing) {
        int[] inner = new int[1];
        try (ClientConfig clients =
                        pairing.newClient()
                                .serverVerifier(
                                        ServerCertVerifier.dangerous()
                                                .custom(
                                                        shown -> {
                                                            try (TlsPair other = pairing.pair()) {
                                                                other.handshake();
                                                                inner[0]++;
                                                            }
                                                        }))
                                .build();
                ServerConfig servers = pairing.newServer().build();
                TlsPair pair = TlsPair.of(clients.connect(Identities.NAME), servers.accept())) {
            pair.handshake();
            assertThat(inner[0]).isOne();
        }
    }

    @EveryPairing
    void aClosedConfigurationMakesNoConnections(Pairing pairing) {
        ClientConfig client = pairing.newClient().build();
        ServerConfig server = pairing.newServer().build();
        client.close();
        client.close();
        server.close();
        server.close();

        assertThatThrownBy(() -> client.connect(Identities.NAME))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> client.connect(Identities.NAME, List.of("h2")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(client::fips).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(server::accept).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(server::fips).isInstanceOf(IllegalStateException.class);
    }

    @EveryPairing
    void connectionsOutliveTheirConfigurations(Pairing pairing) throws TlsException {
        ClientConfig clients =
                pairing.newClient()
                        .certifiedKeys(Identities.clientKey())
                        .serverVerifier(ServerCertVerifier.dangerous().custom(shown -> {}))
                        .build();
        ServerConfig servers =
                pairing.newServer()
                        .clientVerifier(ClientCertVerifier.dangerous().custom(shown -> {}))
                        .certResolver(hello -> Identities.serverKey())
                        .build();
        try (TlsPair pair = TlsPair.of(clients.connect(Identities.NAME), servers.accept())) {
            clients.close();
            servers.close();
            collectGarbage();

            pair.handshake();
            assertThat(pair.clientSends(Payload.of(1000))).isEqualTo(Payload.of(1000));
            assertThat(pair.serverSends(Payload.of(1000))).isEqualTo(Payload.of(1000));
        }
    }

    @EveryPairing
    void configurationsThatNobodyHoldsServeTheirConnections(Pairing pairing) throws TlsException {
        try (TlsPair pair =
                TlsPair.of(
                        pairing.newClient().build().connect(Identities.NAME),
                        pairing.newServer()
                                .certResolver(hello -> Identities.serverKey())
                                .build()
                                .accept())) {
            collectGarbage();
            pair.handshake();
            assertThat(pair.clientSends(Payload.of(10))).isEqualTo(Payload.of(10));
        }
    }

    @EveryPairing
    void aKeyMayBeDestroyedOnceTheConfigurationIsBuilt(Pairing pairing) throws TlsException {
        // The key's bytes must be this key's own, or the other tests would lose theirs.
        CertifiedKey key =
                CertifiedKey.fromPem(Identities.SERVER.chainPem(), Identities.SERVER.keyPem());
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers = pairing.newServer().certifiedKeys(key).build()) {
            key.destroy();
            try (TlsPair pair = TlsPair.of(clients.connect(Identities.NAME), servers.accept())) {
                pair.handshake();
            }
        }
        assertThatThrownBy(() -> pairing.newServer().certifiedKeys(key).build())
                .isInstanceOf(IllegalStateException.class);
    }

    @EveryEngine
    void aBufferLimitMustBePositive(EngineKind engine) {
        try (ClientConfig clients = ClientConfig.builder(engine).roots(Identities.roots()).build();
                TlsConnection client = clients.connect(Identities.NAME)) {
            assertThatThrownBy(() -> client.setBufferLimit(0))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> client.setBufferLimit(-1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Every call but close, and those that only repeat what the last call said. */
    private static Map<String, ThrowingCallable> callsOf(TlsConnection connection) {
        ByteBuffer nothing = ByteBuffer.allocate(0);
        Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
        calls.put("wrap", () -> connection.wrap(nothing, ByteBuffer.allocate(BufferPlan.RECORD)));
        calls.put("unwrap", () -> connection.unwrap(nothing, ByteBuffer.allocate(10)));
        calls.put("endOfInput", connection::endOfInput);
        calls.put("sendCloseNotify", connection::sendCloseNotify);
        calls.put("refreshTrafficKeys", connection::refreshTrafficKeys);
        calls.put("setBufferLimit", () -> connection.setBufferLimit(1000));
        calls.put("protocolVersion", connection::protocolVersion);
        calls.put("negotiatedCipherSuite", connection::negotiatedCipherSuite);
        calls.put("negotiatedKeyExchangeGroup", connection::negotiatedKeyExchangeGroup);
        calls.put("alpnProtocol", connection::alpnProtocol);
        calls.put("handshakeKind", connection::handshakeKind);
        calls.put("peerCertificates", connection::peerCertificates);
        calls.put("peerOcspResponse", connection::peerOcspResponse);
        calls.put("serverName", connection::serverName);
        calls.put("tls13TicketsReceived", connection::tls13TicketsReceived);
        calls.put("fips", connection::fips);
        return calls;
    }

    private static void record(
            Map<String, Throwable> outcomes, String side, TlsConnection connection) {
        callsOf(connection)
                .forEach(
                        (name, call) -> {
                            Throwable thrown = null;
                            try {
                                call.call();
                            } catch (Throwable t) {
                                thrown = t;
                            }
                            outcomes.put(side + "." + name, thrown);
                        });
    }

    private static void assertAllRefused(Map<String, ThrowingCallable> calls) {
        calls.forEach(
                (name, call) ->
                        assertThatThrownBy(call, name).isInstanceOf(IllegalStateException.class));
    }

    /**
     * Asks for a collection; a test that relies on it passes also if there is none, but then shows
     * less.
     */
    private static void collectGarbage() {
        System.gc();
    }
}
