package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.HandshakeKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.RootCertStore;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsConnection;
import io.rustls4j.WebPkiServerVerifier;
import java.util.List;

/**
 * What a client knows of the OCSP response that the server stapled, whoever judges the certificate.
 * Only rustls staples in these tests; the client may be either engine.
 */
@ContractTest
class StapledResponseTest {
    private static final byte[] RESPONSE = Identities.AUTHORITY.ocspGood(Identities.SERVER);
    private static final CertifiedKey STAPLING = Identities.serverKey().withOcspResponse(RESPONSE);

    private static List<ServerCertVerifier> everyKindOfVerifier() {
        RootCertStore roots = Identities.roots();
        return List.of(
                WebPkiServerVerifier.builder(roots).build(),
                ServerCertVerifier.dangerous().custom(shown -> {}),
                WebPkiServerVerifier.builder(roots).dangerous().orElse(shown -> {}));
    }

    @EveryPairingAndVersion
    void theClientKnowsItWhicheverVerifierItHas(Pairing pairing, ProtocolVersion version) {
        if (Feature.OCSP_STAPLING.isRefusedBy(pairing.server())) {
            return;
        }
        for (ServerCertVerifier verifier : everyKindOfVerifier()) {
            try (TlsPair pair =
                    pairing.pair(
                                    pairing.newClient().versions(version).serverVerifier(verifier),
                                    pairing.newServer().certifiedKeys(STAPLING))
                            .handshake()) {
                assertThat(pair.client().connection().peerOcspResponse()).contains(RESPONSE);
                assertThat(pair.server().connection().peerOcspResponse()).isEmpty();
            }
        }
    }

    @EveryPairingAndVersion
    void withoutOneThereIsNone(Pairing pairing, ProtocolVersion version) {
        for (ServerCertVerifier verifier : everyKindOfVerifier()) {
            try (TlsPair pair =
                    pairing.pair(
                            pairing.newClient().versions(version).serverVerifier(verifier),
                            pairing.newServer())) {
                assertThat(pair.client().connection().peerOcspResponse()).isEmpty();
                pair.handshake();
                assertThat(pair.client().connection().peerOcspResponse()).isEmpty();
            }
        }
    }

    @EveryPairingAndVersion
    void aResumedSessionHasNone(Pairing pairing, ProtocolVersion version) {
        if (Feature.OCSP_STAPLING.isRefusedBy(pairing.server())) {
            return;
        }
        try (ClientConfig clients = pairing.newClient().versions(version).build();
                ServerConfig servers = pairing.newServer().certifiedKeys(STAPLING).build()) {
            connect(clients, servers).close();
            try (TlsPair pair = connect(clients, servers)) {
                TlsConnection client = pair.client().connection();
                assertThat(client.handshakeKind()).contains(HandshakeKind.RESUMED);
                assertThat(client.peerOcspResponse()).isEmpty();
            }
        }
    }

    @EveryPairing
    void theCallersCopyIsItsOwn(Pairing pairing) {
        if (Feature.OCSP_STAPLING.isRefusedBy(pairing.server())) {
            return;
        }
        try (TlsPair pair =
                pairing.pair(pairing.newClient(), pairing.newServer().certifiedKeys(STAPLING))
                        .handshake()) {
            TlsConnection client = pair.client().connection();
            client.peerOcspResponse().orElseThrow()[0]++;
            assertThat(client.peerOcspResponse()).contains(RESPONSE);
        }
    }

    /** The inner handshake happens on the thread and in the middle of the outer one. */
    @EveryPairingAndVersion
    void connectionsThatNestAreToldApart(Pairing pairing, ProtocolVersion version) {
        if (Feature.OCSP_STAPLING.isRefusedBy(pairing.server())) {
            return;
        }
        byte[] other = Identities.AUTHORITY.ocspGood(Identities.RSA_SERVER);
        ServerCertVerifier connecting =
                ServerCertVerifier.dangerous()
                        .custom(
                                shown -> {
                                    try (TlsPair inner =
                                            pairing.pair(
                                                            pairing.newClient().versions(version),
                                                            pairing.newServer()
                                                                    .certifiedKeys(STAPLING))
                                                    .handshake()) {
                                        assertThat(inner.client().connection().peerOcspResponse())
                                                .contains(RESPONSE);
                                    }
                                });
        CertifiedKey outer = Identities.serverKey().withOcspResponse(other);
        for (CertifiedKey key : List.of(outer, Identities.serverKey())) {
            try (TlsPair pair =
                    pairing.pair(
                                    pairing.newClient()
                                            .versions(version)
                                            .serverVerifier(connecting),
                                    pairing.newServer().certifiedKeys(key))
                            .handshake()) {
                assertThat(pair.client().connection().peerOcspResponse().orElse(null))
                        .isEqualTo(key.ocspResponse().orElse(null));
            }
        }
    }

    @EveryEngine
    void aClosedConnectionTellsNothing(EngineKind engine) {
        try (ClientConfig config = ClientConfig.builder(engine).roots(Identities.roots()).build()) {
            TlsConnection connection = config.connect(Identities.NAME);
            connection.close();
            assertThatThrownBy(connection::peerOcspResponse)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static TlsPair connect(ClientConfig clients, ServerConfig servers) {
        return TlsPair.of(clients.connect(Identities.NAME), servers.accept()).handshake();
    }
}
