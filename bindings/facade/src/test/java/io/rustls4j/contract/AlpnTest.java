package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.ClientConfig;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import java.util.List;
import java.util.Optional;

/** The choice of an application protocol (ALPN, RFC 7301). */
@ContractTest
class AlpnTest {
    @EveryPairingAndVersion
    void theServersFavouriteOfTheCommonOnesIsChosen(Pairing pairing, ProtocolVersion version) {
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient()
                                        .versions(version)
                                        .alpnProtocols("http/1.1", "h2", "unknown"),
                                pairing.newServer().alpnProtocols("other", "h2", "http/1.1"))
                        .handshake()) {
            assertAlpn(pair, Optional.of("h2"));
        }
    }

    @EveryPairing
    void aClientThatOffersNothingIsAccepted(Pairing pairing) {
        try (TlsPair pair =
                pairing.pair(pairing.newClient(), pairing.newServer().alpnProtocols("h2"))
                        .handshake()) {
            assertAlpn(pair, Optional.empty());
        }
    }

    @EveryPairing
    void aServerThatKnowsNothingOfItIsAccepted(Pairing pairing) {
        try (TlsPair pair =
                pairing.pair(pairing.newClient().alpnProtocols("h2"), pairing.newServer())
                        .handshake()) {
            assertAlpn(pair, Optional.empty());
        }
    }

    @EveryPairingAndVersion
    void nothingInCommonIsRefused(Pairing pairing, ProtocolVersion version) {
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient().versions(version).alpnProtocols("h2"),
                        pairing.newServer().alpnProtocols("http/1.1"))) {
            assertThat(pair.serverFailure())
                    .isInstanceOfSatisfying(
                            ProtocolErrorException.class,
                            e ->
                                    assertThat(e.kind())
                                            .isEqualTo(
                                                    ProtocolErrorException.Kind
                                                            .NO_APPLICATION_PROTOCOL));
            assertThat(pair.clientFailure())
                    .isInstanceOfSatisfying(
                            AlertReceivedException.class,
                            e ->
                                    assertThat(e.alert())
                                            .isEqualTo(AlertDescription.NO_APPLICATION_PROTOCOL));
        }
    }

    @EveryPairing
    void aConnectionMayOfferOtherProtocolsThanItsConfiguration(Pairing pairing) {
        try (ClientConfig client = pairing.newClient().alpnProtocols("h2").build();
                ServerConfig server = pairing.newServer().alpnProtocols("h2", "http/1.1").build();
                TlsPair other =
                        TlsPair.of(
                                client.connect(Identities.NAME, List.of("http/1.1")),
                                server.accept());
                TlsPair none =
                        TlsPair.of(client.connect(Identities.NAME, List.of()), server.accept());
                TlsPair usual = TlsPair.of(client.connect(Identities.NAME), server.accept())) {
            assertAlpn(other.handshake(), Optional.of("http/1.1"));
            assertAlpn(none.handshake(), Optional.empty());
            assertAlpn(usual.handshake(), Optional.of("h2"));
        }
    }

    @EveryPairing
    void namesAreBytesAndMayBeLong(Pairing pairing) {
        String grease = "\u008a\u008a";
        String longest = "x".repeat(255);
        for (String name : List.of(grease, longest, "\u00ff\u0001", "a")) {
            try (TlsPair pair =
                    pairing.pair(
                                    pairing.newClient().alpnProtocols(name),
                                    pairing.newServer().alpnProtocols(name))
                            .handshake()) {
                assertAlpn(pair, Optional.of(name));
            }
        }
    }

    private static void assertAlpn(TlsPair pair, Optional<String> expected) {
        assertThat(pair.client().connection().alpnProtocol()).isEqualTo(expected);
        assertThat(pair.server().connection().alpnProtocol()).isEqualTo(expected);
    }
}
