package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.HandshakeKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import io.rustls4j.ServerSessionStore;
import io.rustls4j.ServerSessions;
import io.rustls4j.TlsException;
import java.util.Optional;

/** Sessions that the application keeps. */
@ContractTest
class SessionStoreTest {
    @EveryEngine
    void anEngineThatCannotSaysSo(EngineKind engine) {
        ServerConfig.Builder builder =
                ServerConfig.builder(engine)
                        .certifiedKeys(Identities.serverKey())
                        .sessions(new ServerSessions.Stored(new MemoryStore()));
        if (Feature.SESSION_STORE.isRefusedBy(engine)) {
            Feature.SESSION_STORE.assertRefused(builder::build);
        } else {
            builder.build().close();
        }
    }

    @EveryPairingAndVersion
    void sessionsAreKeptInTheStore(Pairing pairing, ProtocolVersion version) throws TlsException {
        MemoryStore store = new MemoryStore();
        assertKinds(
                pairing,
                version,
                store,
                HandshakeKind.FULL,
                HandshakeKind.RESUMED,
                HandshakeKind.RESUMED);
        if (!Feature.SESSION_STORE.isRefusedBy(pairing.server())) {
            assertThat(store.puts()).isPositive();
            assertThat(store.lookups()).isPositive();
        }
    }

    @EveryPairingAndVersion
    void serversThatShareAStoreResumeEachOthersSessions(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        if (Feature.SESSION_STORE.isRefusedBy(pairing.server())) {
            return;
        }
        ServerSessions shared = new ServerSessions.Stored(new MemoryStore());
        try (ClientConfig clients = pairing.newClient().versions(version).build();
                ServerConfig first = pairing.newServer().sessions(shared).build();
                ServerConfig second = pairing.newServer().sessions(shared).build()) {
            assertKind(clients, first, HandshakeKind.FULL);
            assertKind(clients, second, HandshakeKind.RESUMED);
        }
    }

    @EveryPairingAndVersion
    void aStoreThatForgetsCostsAFullHandshake(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        assertKinds(
                pairing,
                version,
                new AnsweringStore(Optional.empty()),
                HandshakeKind.FULL,
                HandshakeKind.FULL);
    }

    @EveryPairingAndVersion
    void nonsenseOutOfAStoreCostsAFullHandshake(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        for (int size : new int[] {0, 1, 100, 65_535}) {
            assertKinds(
                    pairing,
                    version,
                    new AnsweringStore(Optional.of(Payload.of(size))),
                    HandshakeKind.FULL,
                    HandshakeKind.FULL);
        }
    }

    /**
     * In the C API it would be undefined behaviour to say that more was written than there is room
     * for.
     */
    @EveryPairingAndVersion
    void aValueThatIsTooLargeCostsAFullHandshake(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        for (int size : new int[] {65_536, 65_537, 1_000_000}) {
            assertKinds(
                    pairing,
                    version,
                    new AnsweringStore(Optional.of(Payload.of(size))),
                    HandshakeKind.FULL,
                    HandshakeKind.FULL);
        }
    }

    private static void assertKinds(
            Pairing pairing,
            ProtocolVersion version,
            ServerSessionStore store,
            HandshakeKind... expected)
            throws TlsException {
        if (Feature.SESSION_STORE.isRefusedBy(pairing.server())) {
            return;
        }
        try (ClientConfig clients = pairing.newClient().versions(version).build();
                ServerConfig servers =
                        pairing.newServer().sessions(new ServerSessions.Stored(store)).build()) {
            for (HandshakeKind kind : expected) {
                assertKind(clients, servers, kind);
            }
        }
    }

    private static void assertKind(
            ClientConfig clients, ServerConfig servers, HandshakeKind expected)
            throws TlsException {
        try (TlsPair pair = TlsPair.of(clients.connect(Identities.NAME), servers.accept())) {
            pair.handshake();
            assertThat(pair.client().connection().handshakeKind()).contains(expected);
            assertThat(pair.server().connection().handshakeKind()).contains(expected);
            assertThat(pair.clientSends(Payload.of(10))).isEqualTo(Payload.of(10));
        }
    }
}
