package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.CipherSuite;
import io.rustls4j.ClientConfig;
import io.rustls4j.CryptoProvider;
import io.rustls4j.EngineKind;
import io.rustls4j.HandshakeKind;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A handshake with nothing special, and what both sides say about it. */
@ContractTest
class HandshakeTest {
    @EveryPairing
    void theDefaultIsTheNewestVersion(Pairing pairing) {
        try (TlsPair pair = pairing.pair().handshake()) {
            for (Side side : List.of(pair.client(), pair.server())) {
                assertThat(side.connection().protocolVersion()).contains(ProtocolVersion.TLSV1_3);
            }
        }
    }

    @EveryPairingAndVersion
    void bothSidesAgreeOnWhatWasNegotiated(Pairing pairing, ProtocolVersion version) {
        try (TlsPair pair =
                pairing.pair(pairing.newClient().versions(version), pairing.newServer())
                        .handshake()) {
            TlsConnection client = pair.client().connection();
            TlsConnection server = pair.server().connection();

            assertThat(client.protocolVersion()).contains(version);
            assertThat(server.protocolVersion()).contains(version);
            assertThat(client.negotiatedCipherSuite())
                    .isPresent()
                    .isEqualTo(server.negotiatedCipherSuite());
            assertThat(client.negotiatedCipherSuite().orElseThrow().toString())
                    .matches(
                            version == ProtocolVersion.TLSV1_3
                                    ? "TLS_(AES|CHACHA20).*"
                                    : "TLS_ECDHE_ECDSA.*");
            assertThat(client.handshakeKind()).contains(HandshakeKind.FULL);
            assertThat(server.handshakeKind()).contains(HandshakeKind.FULL);
            assertThat(client.peerCertificates()).isEqualTo(Identities.dersOf(Identities.SERVER));
            assertThat(server.peerCertificates()).isEmpty();
            assertThat(client.alpnProtocol()).isEmpty();
            assertThat(server.alpnProtocol()).isEmpty();
            assertThat(server.serverName()).contains(Identities.NAME);
            assertThat(client.serverName()).isEmpty();
            assertThat(client.isClient()).isTrue();
            assertThat(server.isClient()).isFalse();
            assertThat(client.engine()).isEqualTo(pairing.client());
            assertThat(server.engine()).isEqualTo(pairing.server());
            assertThat(client.isHandshaking()).isFalse();
            assertThat(server.isHandshaking()).isFalse();
            assertThat(client.peerHasClosed()).isFalse();
        }
    }

    @EveryEngine
    void beforeTheFirstByteNothingIsKnown(EngineKind engine) {
        try (var config = ClientConfig.builder(engine).roots(Identities.roots()).build();
                TlsConnection client = config.connect(Identities.NAME)) {
            assertThat(client.isHandshaking()).isTrue();
            assertThat(client.wantsWrite()).isTrue();
            assertThat(client.protocolVersion()).isEmpty();
            assertThat(client.negotiatedCipherSuite()).isEmpty();
            assertThat(client.negotiatedKeyExchangeGroup()).isEmpty();
            assertThat(client.handshakeKind()).isEmpty();
            assertThat(client.alpnProtocol()).isEmpty();
            assertThat(client.peerCertificates()).isEmpty();
            assertThat(client.tls13TicketsReceived()).isZero();
        }
    }

    @EveryEngine
    void aServerWaitsForTheClient(EngineKind engine) {
        try (var config =
                        ServerConfig.builder(engine).certifiedKeys(Identities.serverKey()).build();
                TlsConnection server = config.accept()) {
            assertThat(server.isHandshaking()).isTrue();
            assertThat(server.wantsWrite()).isFalse();
            assertThat(server.wantsRead()).isTrue();
            assertThat(server.serverName()).isEmpty();
            assertThat(server.protocolVersion()).isEmpty();
        }
    }

    @EveryPairingAndVersion
    void bothSidesTellTheGroup(Pairing pairing, ProtocolVersion version) {
        CryptoProvider p256 = CryptoProvider.DEFAULT.withKxGroups(List.of(NamedGroup.SECP256R1));
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient().versions(version).provider(p256),
                                pairing.newServer())
                        .handshake()) {
            for (Side side : List.of(pair.client(), pair.server())) {
                assertThat(side.connection().negotiatedKeyExchangeGroup())
                        .contains(NamedGroup.SECP256R1);
            }
        }
    }

    @EveryPairing
    void aServerMayAskForAnotherKeyShare(Pairing pairing) {
        // The JDK sends shares for the first two; so a third is what nobody has sent one for.
        CryptoProvider clients =
                CryptoProvider.DEFAULT.withKxGroups(
                        List.of(NamedGroup.X25519, NamedGroup.SECP256R1, NamedGroup.SECP384R1));
        CryptoProvider servers = CryptoProvider.DEFAULT.withKxGroups(List.of(NamedGroup.SECP384R1));
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient()
                                        .versions(ProtocolVersion.TLSV1_3)
                                        .provider(clients),
                                pairing.newServer()
                                        .versions(ProtocolVersion.TLSV1_3)
                                        .provider(servers))
                        .handshake()) {
            for (Side side : List.of(pair.client(), pair.server())) {
                assertThat(side.connection().handshakeKind())
                        .contains(HandshakeKind.FULL_WITH_HELLO_RETRY_REQUEST);
                assertThat(side.connection().negotiatedKeyExchangeGroup())
                        .contains(NamedGroup.SECP384R1);
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("io.rustls4j.contract.Cases#pairingsAndSuites")
    void everySuiteWorks(Pairing pairing, CipherSuite suite) throws TlsException {
        CryptoProvider provider = CryptoProvider.DEFAULT.withCipherSuites(List.of(suite));
        boolean tls13 =
                suite.toString().startsWith("TLS_AES")
                        || suite.toString().startsWith("TLS_CHACHA20");
        ProtocolVersion version = tls13 ? ProtocolVersion.TLSV1_3 : ProtocolVersion.TLSV1_2;
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient().provider(provider).versions(version),
                                pairing.newServer()
                                        .certifiedKeys(
                                                Identities.serverKey(),
                                                Identities.keyOf(Identities.RSA_SERVER)))
                        .handshake()) {
            assertThat(pair.client().connection().negotiatedCipherSuite()).contains(suite);
            assertThat(pair.server().connection().negotiatedCipherSuite()).contains(suite);
            assertThat(pair.clientSends(new byte[100])).hasSize(100);
            assertThat(pair.serverSends(new byte[20_000])).hasSize(20_000);
        }
    }

    @EveryPairing
    void aServerMayInsistOnItsOwnOrderOfSuites(Pairing pairing) {
        CryptoProvider clients =
                CryptoProvider.DEFAULT.withCipherSuites(
                        List.of(
                                CipherSuite.TLS13_AES_128_GCM_SHA256,
                                CipherSuite.TLS13_CHACHA20_POLY1305_SHA256));
        CryptoProvider servers =
                CryptoProvider.DEFAULT.withCipherSuites(
                        List.of(
                                CipherSuite.TLS13_CHACHA20_POLY1305_SHA256,
                                CipherSuite.TLS13_AES_128_GCM_SHA256));
        for (boolean ignore : new boolean[] {false, true}) {
            try (TlsPair pair =
                    pairing.pair(
                                    pairing.newClient()
                                            .versions(ProtocolVersion.TLSV1_3)
                                            .provider(clients),
                                    pairing.newServer()
                                            .versions(ProtocolVersion.TLSV1_3)
                                            .provider(servers)
                                            .ignoreClientOrder(ignore))
                            .handshake()) {
                assertThat(pair.client().connection().negotiatedCipherSuite())
                        .as("ignoreClientOrder=%s", ignore)
                        .contains(
                                ignore
                                        ? CipherSuite.TLS13_CHACHA20_POLY1305_SHA256
                                        : CipherSuite.TLS13_AES_128_GCM_SHA256);
            }
        }
    }

    @EveryPairing
    void noCommonVersionIsRefused(Pairing pairing) {
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient().versions(ProtocolVersion.TLSV1_3),
                        pairing.newServer().versions(ProtocolVersion.TLSV1_2))) {
            assertFailure(
                    pair,
                    ProtocolErrorException.Kind.PEER_INCOMPATIBLE,
                    AlertDescription.PROTOCOL_VERSION);
        }
    }

    @EveryPairing
    void noCommonSuiteIsRefused(Pairing pairing) {
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient()
                                .versions(ProtocolVersion.TLSV1_3)
                                .provider(
                                        CryptoProvider.DEFAULT.withCipherSuites(
                                                List.of(CipherSuite.TLS13_AES_128_GCM_SHA256))),
                        pairing.newServer()
                                .versions(ProtocolVersion.TLSV1_3)
                                .provider(
                                        CryptoProvider.DEFAULT.withCipherSuites(
                                                List.of(CipherSuite.TLS13_AES_256_GCM_SHA384))))) {
            if (pairing.server() == EngineKind.RUSTLS) {
                // It looks for a certificate first, and without a suite no certificate fits.
                assertFailure(
                        pair, ProtocolErrorException.Kind.GENERAL, AlertDescription.ACCESS_DENIED);
            } else {
                assertFailure(
                        pair,
                        ProtocolErrorException.Kind.PEER_INCOMPATIBLE,
                        AlertDescription.HANDSHAKE_FAILURE);
            }
        }
    }

    @EveryPairing
    void noCommonGroupIsRefused(Pairing pairing) {
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient()
                                .versions(ProtocolVersion.TLSV1_3)
                                .provider(
                                        CryptoProvider.DEFAULT.withKxGroups(
                                                List.of(NamedGroup.X25519))),
                        pairing.newServer()
                                .versions(ProtocolVersion.TLSV1_3)
                                .provider(
                                        CryptoProvider.DEFAULT.withKxGroups(
                                                List.of(NamedGroup.SECP384R1))))) {
            assertFailure(
                    pair,
                    ProtocolErrorException.Kind.PEER_INCOMPATIBLE,
                    AlertDescription.HANDSHAKE_FAILURE);
        }
    }

    @EveryPairing
    void theNameCanBeKeptFromTheServer(Pairing pairing) {
        try (TlsPair pair =
                pairing.pair(pairing.newClient().enableSni(false), pairing.newServer())
                        .handshake()) {
            assertThat(pair.server().connection().serverName()).isEmpty();
        }
    }

    private static void assertFailure(
            TlsPair pair, ProtocolErrorException.Kind serverKind, AlertDescription clientAlert) {
        assertThat(pair.serverFailure())
                .isInstanceOfSatisfying(
                        ProtocolErrorException.class,
                        e -> assertThat(e.kind()).isEqualTo(serverKind));
        assertThat(pair.clientFailure())
                .isInstanceOfSatisfying(
                        AlertReceivedException.class,
                        e -> assertThat(e.alert()).isEqualTo(clientAlert));
    }
}
