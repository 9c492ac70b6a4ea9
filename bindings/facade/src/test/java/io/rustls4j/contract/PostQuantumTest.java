package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.ClientConfig;
import io.rustls4j.CryptoProvider;
import io.rustls4j.EngineKind;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The key exchange that is safe from quantum computers: X25519MLKEM768. */
@ContractTest
class PostQuantumTest {
    private static final CryptoProvider ONLY_HYBRID =
            CryptoProvider.DEFAULT.withKxGroups(List.of(NamedGroup.X25519MLKEM768));

    @EveryPairing
    void itIsUsedWithoutBeingAskedForWhereBothCan(Pairing pairing) {
        try (TlsPair pair = pairing.pair().handshake()) {
            NamedGroup expected =
                    pairing == Pairing.RUSTLS_RUSTLS
                            ? NamedGroup.X25519MLKEM768
                            : NamedGroup.X25519;
            for (Side side : List.of(pair.client(), pair.server())) {
                assertThat(side.connection().negotiatedKeyExchangeGroup()).contains(expected);
            }
        }
    }

    @EveryPairing
    void itCanBeDemanded(Pairing pairing) {
        ClientConfig.Builder client =
                pairing.newClient().versions(ProtocolVersion.TLSV1_3).provider(ONLY_HYBRID);
        ServerConfig.Builder server =
                pairing.newServer().versions(ProtocolVersion.TLSV1_3).provider(ONLY_HYBRID);
        if (Feature.POST_QUANTUM_GROUPS.isRefusedBy(pairing.client())) {
            Feature.POST_QUANTUM_GROUPS.assertRefused(client::build);
        }
        if (Feature.POST_QUANTUM_GROUPS.isRefusedBy(pairing.server())) {
            Feature.POST_QUANTUM_GROUPS.assertRefused(server::build);
        }
        if (!Feature.POST_QUANTUM_GROUPS.isRefusedByOneOf(pairing)) {
            try (TlsPair pair = pairing.pair(client, server).handshake()) {
                assertThat(pair.client().connection().negotiatedKeyExchangeGroup())
                        .contains(NamedGroup.X25519MLKEM768);
                assertThat(pair.server().connection().negotiatedKeyExchangeGroup())
                        .contains(NamedGroup.X25519MLKEM768);
            }
        }
    }

    @EveryEngine
    void whatAnEngineListsIsWhatItTakes(EngineKind engine) {
        List<NamedGroup> supported = CryptoProvider.supportedKxGroups(engine);

        assertThat(supported.contains(NamedGroup.X25519MLKEM768))
                .isEqualTo(!Feature.POST_QUANTUM_GROUPS.isRefusedBy(engine));
        assertThat(supported)
                .contains(NamedGroup.X25519, NamedGroup.SECP256R1, NamedGroup.SECP384R1);
        for (NamedGroup group : supported) {
            ClientConfig.builder(engine)
                    .roots(Identities.roots())
                    .versions(ProtocolVersion.TLSV1_3)
                    .provider(CryptoProvider.DEFAULT.withKxGroups(List.of(group)))
                    .build()
                    .close();
        }
    }

    @Test
    void demandedOfAServerThatCannotItIsAFailure() {
        Pairing pairing = Pairing.RUSTLS_JDK;
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient().versions(ProtocolVersion.TLSV1_3).provider(ONLY_HYBRID),
                        pairing.newServer())) {
            // The JDK calls a hello without a group that it knows an unexpected message.
            Failures.assertProtocolError(
                    pair.serverFailure(),
                    ProtocolErrorException.Kind.PEER_INCOMPATIBLE,
                    ProtocolErrorException.Kind.INAPPROPRIATE_MESSAGE);
        }
    }
}
