package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rustls4j.Acceptor;
import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.HandshakeKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.Resumption;
import io.rustls4j.ServerConfig;
import io.rustls4j.ServerSessions;
import io.rustls4j.TicketKey;
import io.rustls4j.Tls12Resumption;
import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.WebPkiClientVerifier;
import io.rustls4j.testkit.IssuedCertificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions that are resumed, and those that must not be: a resumed one checks no certificate. */
@ContractTest
class ResumptionTest {
    @EveryPairingAndVersion
    void laterConnectionsAreResumedAndBothSidesSeeIt(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        try (ClientConfig clients = pairing.newClient().versions(version).build();
                ServerConfig servers = pairing.newServer().build()) {
            assertKind(clients, servers, HandshakeKind.FULL);
            for (int i = 0; i < 3; i++) {
                assertKind(clients, servers, HandshakeKind.RESUMED);
            }
        }
    }

    @EveryPairingAndVersion
    void aResumedConnectionKnowsTheCertificatesOfThen(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        try (ClientConfig clients =
                        pairing.newClient()
                                .versions(version)
                                .certifiedKeys(Identities.clientKey())
                                .build();
                ServerConfig servers =
                        pairing.newServer()
                                .clientVerifier(
                                        WebPkiClientVerifier.builder(Identities.roots()).build())
                                .build()) {
            assertKind(clients, servers, HandshakeKind.FULL);
            try (TlsPair pair = connect(clients, servers)) {
                assertThat(pair.client().connection().handshakeKind())
                        .contains(HandshakeKind.RESUMED);
                assertThat(pair.client().connection().peerCertificates())
                        .isEqualTo(Identities.dersOf(Identities.SERVER));
                assertThat(pair.server().connection().peerCertificates())
                        .isEqualTo(Identities.dersOf(Identities.CLIENT));
            }
        }
    }

    @EveryPairingAndVersion
    void onlyTls13ExchangesKeysAgain(Pairing pairing, ProtocolVersion version) throws TlsException {
        try (ClientConfig clients = pairing.newClient().versions(version).build();
                ServerConfig servers = pairing.newServer().build()) {
            assertKind(clients, servers, HandshakeKind.FULL);
            try (TlsPair pair = connect(clients, servers)) {
                TlsConnection client = pair.client().connection();
                TlsConnection server = pair.server().connection();
                assertThat(client.handshakeKind()).contains(HandshakeKind.RESUMED);
                assertThat(client.negotiatedKeyExchangeGroup().isPresent())
                        .isEqualTo(version == ProtocolVersion.TLSV1_3);
                assertThat(server.negotiatedKeyExchangeGroup())
                        .isEqualTo(client.negotiatedKeyExchangeGroup());
            }
        }
    }

    @EveryPairingAndVersion
    void aClientMayRememberNothing(Pairing pairing, ProtocolVersion version) throws TlsException {
        try (ClientConfig clients =
                        pairing.newClient()
                                .versions(version)
                                .resumption(Resumption.DISABLED)
                                .build();
                ServerConfig servers = pairing.newServer().build()) {
            assertKind(clients, servers, HandshakeKind.FULL);
            assertKind(clients, servers, HandshakeKind.FULL);
        }
    }

    @EveryPairingAndVersion
    void aServerMayRememberNothing(Pairing pairing, ProtocolVersion version) throws TlsException {
        try (ClientConfig clients = pairing.newClient().versions(version).build();
                ServerConfig servers =
                        pairing.newServer().sessions(new ServerSessions.Disabled()).build()) {
            assertKind(clients, servers, HandshakeKind.FULL);
            assertKind(clients, servers, HandshakeKind.FULL);
        }
    }

    @EveryPairingAndVersion
    void sessionsAreNotSharedBetweenClientConfigurations(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        try (ClientConfig first = pairing.newClient().versions(version).build();
                ClientConfig second = pairing.newClient().versions(version).build();
                ServerConfig servers = pairing.newServer().build()) {
            assertKind(first, servers, HandshakeKind.FULL);
            assertKind(second, servers, HandshakeKind.FULL);
            assertKind(first, servers, HandshakeKind.RESUMED);
        }
    }

    @EveryPairingAndVersion
    void sessionsAreNotSharedBetweenServerConfigurations(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        try (ClientConfig clients = pairing.newClient().versions(version).build();
                ServerConfig first = pairing.newServer().build();
                ServerConfig second = pairing.newServer().build()) {
            assertKind(clients, first, HandshakeKind.FULL);
            assertKind(clients, second, HandshakeKind.FULL);
        }
    }

    @EveryPairingAndVersion
    void aServerThatDemandsCertificatesDoesNotResumeSessionsOfOneThatDoesNot(
            Pairing pairing, ProtocolVersion version) {
        try (ClientConfig clients = pairing.newClient().versions(version).build();
                ServerConfig lax = pairing.newServer().build();
                ServerConfig strict =
                        pairing.newServer()
                                .clientVerifier(
                                        WebPkiClientVerifier.builder(Identities.roots()).build())
                                .build()) {
            connect(clients, lax).close();
            try (TlsPair pair = TlsPair.of(clients.connect(Identities.NAME), strict.accept())) {
                assertThat(pair.serverFailure()).isNotNull();
            }
        }
    }

    @EveryPairingAndVersion
    void sessionsBelongToAName(Pairing pairing, ProtocolVersion version) throws TlsException {
        IssuedCertificate both =
                Identities.AUTHORITY.newCertificate().dns("a.example", "b.example").issue();
        try (ClientConfig clients = pairing.newClient().versions(version).build();
                ServerConfig servers =
                        pairing.newServer().certifiedKeys(Identities.keyOf(both)).build()) {
            assertKind(
                    TlsPair.of(clients.connect("a.example"), servers.accept()), HandshakeKind.FULL);
            assertKind(
                    TlsPair.of(clients.connect("b.example"), servers.accept()), HandshakeKind.FULL);
            assertKind(
                    TlsPair.of(clients.connect("a.example"), servers.accept()),
                    HandshakeKind.RESUMED);
        }
    }

    /** A server that keeps nothing itself is what tells tickets from ids. */
    @EveryPairingAndVersion
    void whatOfTls12IsResumedIsAChoice(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        assumeThat(pairing.client()).isEqualTo(EngineKind.RUSTLS);
        boolean tls13 = version == ProtocolVersion.TLSV1_3;
        for (Tls12Resumption choice : Tls12Resumption.values()) {
            boolean tickets = tls13 || choice == Tls12Resumption.SESSION_ID_OR_TICKETS;
            assertSecondIs(
                    pairing, version, choice, new ServerSessions.StatelessTickets(), tickets);
            boolean ids = tls13 || choice != Tls12Resumption.DISABLED;
            assertSecondIs(pairing, version, choice, new ServerSessions.InMemory(16), ids);
        }
    }

    private static void assertSecondIs(
            Pairing pairing,
            ProtocolVersion version,
            Tls12Resumption choice,
            ServerSessions sessions,
            boolean resumed)
            throws TlsException {
        if (pairing.server() == EngineKind.JDK
                && sessions instanceof ServerSessions.StatelessTickets) {
            return; // it keeps sessions of clients that take no tickets
        }
        Resumption resumption = Resumption.DEFAULT.withTls12Resumption(choice);
        try (ClientConfig clients =
                        pairing.newClient().versions(version).resumption(resumption).build();
                ServerConfig servers = pairing.newServer().sessions(sessions).build()) {
            assertKind(clients, servers, HandshakeKind.FULL);
            assertKind(clients, servers, resumed ? HandshakeKind.RESUMED : HandshakeKind.FULL);
            try (ClientConfig others = clients.withResumption(resumption)) {
                assertKind(others, servers, HandshakeKind.FULL);
                assertKind(others, servers, resumed ? HandshakeKind.RESUMED : HandshakeKind.FULL);
            }
        }
    }

    @EveryPairingAndVersion
    void sessionsInTicketsWork(Pairing pairing, ProtocolVersion version) throws TlsException {
        try (ClientConfig clients = pairing.newClient().versions(version).build();
                ServerConfig servers =
                        pairing.newServer()
                                .sessions(new ServerSessions.StatelessTickets())
                                .build()) {
            assertKind(clients, servers, HandshakeKind.FULL);
            assertKind(clients, servers, HandshakeKind.RESUMED);
        }
    }

    @EveryPairingAndVersion
    void ticketsAreGoodForTheirLifetime(Pairing pairing, ProtocolVersion version)
            throws TlsException, InterruptedException {
        assumeThat(pairing.server()).isEqualTo(EngineKind.RUSTLS);
        try (ClientConfig clients = pairing.newClient().versions(version).build();
                ServerConfig hour = withLifetime(pairing, Duration.ofHours(1));
                ServerConfig second = withLifetime(pairing, Duration.ofSeconds(1))) {
            assertKind(clients, hour, HandshakeKind.FULL);
            assertKind(clients, hour, HandshakeKind.RESUMED);
            assertKind(clients, hour, HandshakeKind.RESUMED);
            assertKind(clients, second, HandshakeKind.FULL);
            // In whole seconds: one that has passed may have been two.
            Thread.sleep(2100);
            assertKind(clients, second, HandshakeKind.FULL);
        }
    }

    /** By tickets of either kind, and in memory: a client that is in time each time. */
    @EveryPairingAndVersion
    void beingResumedMakesNoSessionLiveLonger(Pairing pairing, ProtocolVersion version)
            throws TlsException, InterruptedException {
        assumeThat(pairing.server()).isEqualTo(EngineKind.RUSTLS);
        Duration lifetime = Duration.ofSeconds(2);
        List<ServerSessions> kinds =
                List.of(
                        new ServerSessions.StatelessTickets(lifetime),
                        new ServerSessions.TicketKeys(List.of(ticketKey(1)), lifetime),
                        new ServerSessions.InMemory(16, lifetime));
        List<ClientConfig> clients = new ArrayList<>();
        List<ServerConfig> servers = new ArrayList<>();
        try {
            for (ServerSessions kind : kinds) {
                clients.add(pairing.newClient().versions(version).build());
                servers.add(pairing.newServer().sessions(kind).build());
            }
            for (HandshakeKind expected :
                    List.of(HandshakeKind.FULL, HandshakeKind.RESUMED, HandshakeKind.FULL)) {
                for (int i = 0; i < kinds.size(); i++) {
                    assertKind(clients.get(i), servers.get(i), expected);
                }
                // The second handshake is at most two seconds after the first, in whole ones, and
                // the third not after the second: but it is after the first.
                Thread.sleep(expected == HandshakeKind.FULL ? 1000 : 2000);
            }
        } finally {
            clients.forEach(ClientConfig::close);
            servers.forEach(ServerConfig::close);
        }
    }

    private static ServerConfig withLifetime(Pairing pairing, Duration lifetime) {
        return pairing.newServer().sessions(new ServerSessions.StatelessTickets(lifetime)).build();
    }

    @EveryPairingAndVersion
    void serversWithTheSameTicketKeysResumeEachOthersSessions(
            Pairing pairing, ProtocolVersion version) throws TlsException {
        assumeThat(pairing.server()).isEqualTo(EngineKind.RUSTLS);
        TicketKey old = ticketKey(1);
        TicketKey current = ticketKey(2);
        try (ClientConfig clients = pairing.newClient().versions(version).build();
                ServerConfig first = withKeys(pairing, old);
                ServerConfig second = withKeys(pairing, current, old);
                ServerConfig stranger = withKeys(pairing, ticketKey(3))) {
            assertKind(clients, first, HandshakeKind.FULL);
            assertKind(clients, second, HandshakeKind.RESUMED);
            assertKind(clients, stranger, HandshakeKind.FULL);
        }
    }

    @EveryPairingAndVersion
    void noTicketMakesUpForACertificate(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        assumeThat(pairing.server()).isEqualTo(EngineKind.RUSTLS);
        ServerSessions shared =
                new ServerSessions.TicketKeys(List.of(ticketKey(1)), Duration.ofHours(1));
        WebPkiClientVerifier verifier =
                WebPkiClientVerifier.builder(Identities.roots()).allowUnauthenticated().build();
        try (ClientConfig clients = pairing.newClient().versions(version).build();
                ServerConfig careless = pairing.newServer().sessions(shared).build();
                ServerConfig asking =
                        pairing.newServer().sessions(shared).clientVerifier(verifier).build()) {
            assertKind(clients, careless, HandshakeKind.FULL);
            assertKind(clients, asking, HandshakeKind.FULL);
            assertKind(clients, asking, HandshakeKind.RESUMED);
        }
    }

    private static ServerConfig withKeys(Pairing pairing, TicketKey... keys) {
        return pairing.newServer()
                .sessions(new ServerSessions.TicketKeys(List.of(keys), Duration.ofHours(1)))
                .build();
    }

    private static TicketKey ticketKey(int seed) {
        byte[] name = new byte[TicketKey.NAME_LENGTH];
        byte[] secret = new byte[TicketKey.SECRET_LENGTH];
        Arrays.fill(name, (byte) seed);
        Arrays.fill(secret, (byte) (seed + 100));
        return TicketKey.of(name, secret);
    }

    @EveryPairing
    void theJdkEngineTakesNoTicketKeys(Pairing pairing) {
        assumeThat(pairing.server()).isEqualTo(EngineKind.JDK);
        assertThatThrownBy(() -> withKeys(pairing, ticketKey(1)))
                .isInstanceOf(TlsConfigException.class)
                .hasMessageContaining("TicketKeys");
    }

    @Test
    void whatIsNoTicketKeyIsRefused() {
        assertThatThrownBy(() -> TicketKey.of(new byte[15], new byte[32]))
                .isInstanceOf(TlsConfigException.class)
                .hasMessageContaining("15 bytes");
        assertThatThrownBy(() -> TicketKey.of(new byte[16], new byte[48]))
                .isInstanceOf(TlsConfigException.class)
                .hasMessageContaining("48 bytes");
        assertThatThrownBy(() -> new ServerSessions.TicketKeys(List.of(), Duration.ofHours(1)))
                .isInstanceOf(TlsConfigException.class)
                .hasMessageContaining("empty list");
        assertThatThrownBy(
                        () ->
                                new ServerSessions.TicketKeys(
                                        List.of(ticketKey(1)), Duration.ofDays(8)))
                .isInstanceOf(TlsConfigException.class)
                .hasMessageContaining("PT192H");
    }

    @Test
    void aDestroyedTicketKeySaysSo() {
        TicketKey key = ticketKey(1);
        key.destroy();
        assertThat(key.isDestroyed()).isTrue();
        assertThatThrownBy(key::secret).isInstanceOf(IllegalStateException.class);
    }

    @EveryPairingAndVersion
    void anAcceptedHelloIsResumedToo(Pairing pairing, ProtocolVersion version) throws TlsException {
        try (ClientConfig clients = pairing.newClient().versions(version).build();
                ServerConfig servers = pairing.newServer().build()) {
            for (HandshakeKind expected :
                    new HandshakeKind[] {HandshakeKind.FULL, HandshakeKind.RESUMED}) {
                TlsConnection client = clients.connect(Identities.NAME);
                byte[] hello = new Side(client, BufferPlan.ROOMY).flush();
                try (Acceptor acceptor = Acceptor.create(pairing.server())) {
                    TlsConnection server =
                            AcceptorTest.accept(acceptor, hello).intoConnection(servers);
                    assertKind(TlsPair.of(client, server), expected);
                }
            }
        }
    }

    @EveryPairing
    void ticketsAreCountedByRustls(Pairing pairing) {
        try (TlsPair pair = pairing.pair().handshake()) {
            int received = pair.client().connection().tls13TicketsReceived();
            if (pairing.client() == EngineKind.JDK) {
                assertThat(received).isZero();
            } else {
                assertThat(received).isPositive();
            }
        }
    }

    @EveryPairing
    void aServerMaySendOtherNumbersOfTickets(Pairing pairing) throws TlsException {
        for (int count : new int[] {0, 1, 5}) {
            ServerConfig.Builder builder = pairing.newServer().sendTls13Tickets(count);
            if (count > 1 && Feature.TICKET_COUNT.isRefusedBy(pairing.server())) {
                Feature.TICKET_COUNT.assertRefused(builder::build);
                continue;
            }
            try (ClientConfig clients =
                            pairing.newClient().versions(ProtocolVersion.TLSV1_3).build();
                    ServerConfig servers = builder.build();
                    TlsPair pair = connect(clients, servers)) {
                if (pairing.client() == EngineKind.RUSTLS) {
                    assertThat(pair.client().connection().tls13TicketsReceived()).isEqualTo(count);
                }
                assertKind(
                        clients, servers, count == 0 ? HandshakeKind.FULL : HandshakeKind.RESUMED);
            }
        }
    }

    @EveryPairing
    void aClientMayAskForTickets(Pairing pairing) {
        ClientConfig.Builder client = pairing.newClient().ticketRequest(3, 1);
        ServerConfig.Builder server = pairing.newServer().maxTls13Tickets(6);
        if (Feature.TICKET_REQUEST.isRefusedBy(pairing.client())) {
            Feature.TICKET_REQUEST.assertRefused(client::build);
        }
        if (Feature.MAX_TICKET_COUNT.isRefusedBy(pairing.server())) {
            Feature.MAX_TICKET_COUNT.assertRefused(server::build);
        }
        if (Feature.TICKET_REQUEST.isRefusedBy(pairing.client())
                || Feature.MAX_TICKET_COUNT.isRefusedBy(pairing.server())) {
            return;
        }
        try (ClientConfig clients = client.build();
                ServerConfig servers = server.build()) {
            try (TlsPair pair = connect(clients, servers)) {
                assertThat(pair.client().connection().tls13TicketsReceived()).isEqualTo(3);
            }
            try (TlsPair pair = connect(clients, servers)) {
                assertThat(pair.client().connection().tls13TicketsReceived()).isEqualTo(1);
            }
        }
    }

    private static TlsPair connect(ClientConfig clients, ServerConfig servers) {
        return TlsPair.of(clients.connect(Identities.NAME), servers.accept()).handshake();
    }

    private static void assertKind(
            ClientConfig clients, ServerConfig servers, HandshakeKind expected)
            throws TlsException {
        assertKind(TlsPair.of(clients.connect(Identities.NAME), servers.accept()), expected);
    }

    private static void assertKind(TlsPair unconnected, HandshakeKind expected)
            throws TlsException {
        try (TlsPair pair = unconnected.handshake()) {
            assertThat(pair.client().connection().handshakeKind()).as("client").contains(expected);
            assertThat(pair.server().connection().handshakeKind()).as("server").contains(expected);
            assertThat(pair.clientSends(Payload.of(100))).isEqualTo(Payload.of(100));
            assertThat(pair.serverSends(Payload.of(100))).isEqualTo(Payload.of(100));
        }
    }
}
