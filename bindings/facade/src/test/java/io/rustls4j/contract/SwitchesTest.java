package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.ClientConfig;
import io.rustls4j.EchMode;
import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsConfigException;
import java.util.ArrayList;
import java.util.List;

/** The switches that have no test class of their own: they do something, or are refused by name. */
@ContractTest
class SwitchesTest {
    @EveryPairing
    void echGreaseIsSentAndHarmless(Pairing pairing) {
        ClientConfig.Builder client =
                pairing.newClient().versions(ProtocolVersion.TLSV1_3).ech(new EchMode.Grease());
        if (Feature.ENCRYPTED_CLIENT_HELLO_GREASE.isRefusedBy(pairing.client())) {
            Feature.ENCRYPTED_CLIENT_HELLO_GREASE.assertRefused(client::build);
            return;
        }
        try (TlsPair pair = pairing.pair(client, pairing.newServer())) {
            pair.handshake();
            assertThat(pair.server().connection().serverName()).contains(Identities.NAME);
        }
    }

    @EveryPairing
    void echShowsTheServerOnlyThePublicName(Pairing pairing) {
        ClientConfig.Builder client =
                pairing.newClient()
                        .versions(ProtocolVersion.TLSV1_3)
                        .ech(new EchMode.Enable(EchConfigs.forPublicName("public.example")));
        if (Feature.ENCRYPTED_CLIENT_HELLO.isRefusedBy(pairing.client())) {
            Feature.ENCRYPTED_CLIENT_HELLO.assertRefused(client::build);
            return;
        }
        try (TlsPair pair =
                pairing.pair(
                        client,
                        pairing.newServer()
                                .certifiedKeys(
                                        Identities.keyOf(
                                                Identities.AUTHORITY
                                                        .newCertificate()
                                                        .dns("public.example")
                                                        .issue())))) {
            // The server knows nothing of ECH, so that the client must not go on with the outer
            // name.
            assertThat(pair.clientFailure()).isInstanceOf(ProtocolErrorException.class);
            // rustls-ffi has no name for the alert ech_required.
            assertThat(pair.server().failure())
                    .isInstanceOfSatisfying(
                            AlertReceivedException.class,
                            e ->
                                    assertThat(e.alert())
                                            .isIn(
                                                    AlertDescription
                                                            .ENCRYPTED_CLIENT_HELLO_REQUIRED,
                                                    AlertDescription.UNKNOWN));
            assertThat(pair.server().connection().serverName()).contains("public.example");
        }
    }

    @EveryEngine
    void anEchListThatIsNoneIsRefused(EngineKind engine) {
        ClientConfig.Builder client =
                ClientConfig.builder(engine)
                        .roots(Identities.roots())
                        .ech(new EchMode.Enable(new byte[] {1, 2, 3}));
        if (Feature.ENCRYPTED_CLIENT_HELLO.isRefusedBy(engine)) {
            Feature.ENCRYPTED_CLIENT_HELLO.assertRefused(client::build);
            return;
        }
        assertThat(catchThrowable(client::build))
                .isInstanceOfSatisfying(
                        TlsConfigException.class,
                        e -> assertThat(e.reason()).isEqualTo(TlsConfigException.Reason.ECH));
    }

    @EveryPairing
    void theExtendedMasterSecretCanBeDemanded(Pairing pairing) {
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient().versions(ProtocolVersion.TLSV1_2).requireEms(true),
                        pairing.newServer().requireEms(true))) {
            pair.handshake();
        }
    }

    @EveryPairing
    void compressedCertificatesCanBeForbidden(Pairing pairing) {
        for (boolean enable : new boolean[] {true, false}) {
            try (TlsPair pair =
                    pairing.pair(
                            pairing.newClient().certCompression(enable),
                            pairing.newServer().certCompression(enable))) {
                pair.handshake();
                assertThat(pair.client().connection().peerCertificates())
                        .isEqualTo(Identities.dersOf(Identities.SERVER));
            }
        }
    }

    @EveryPairing
    void aProtocolThatWasNotOfferedCanBeTolerated(Pairing pairing) {
        ClientConfig.Builder client =
                pairing.newClient().alpnProtocols("h2").checkSelectedAlpn(false);
        if (Feature.UNCHECKED_ALPN.isRefusedBy(pairing.client())) {
            Feature.UNCHECKED_ALPN.assertRefused(client::build);
            return;
        }
        try (TlsPair pair = pairing.pair(client, pairing.newServer().alpnProtocols("h2"))) {
            pair.handshake();
            assertThat(pair.client().connection().alpnProtocol()).contains("h2");
        }
    }

    @EveryPairing
    void aLogSinkHearsWhatHappens(Pairing pairing) {
        List<String> atClient = new ArrayList<>();
        List<String> atServer = new ArrayList<>();
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient()
                                .logSink((level, message) -> atClient.add(level + message)),
                        pairing.newServer()
                                .logSink((level, message) -> atServer.add(level + message)))) {
            pair.handshake();
        }
        assertThat(atClient).isNotEmpty();
        assertThat(atServer).isNotEmpty();
    }

    @EveryEngine
    void nothingIsInFipsModeHere(EngineKind engine) {
        try (ClientConfig client = ClientConfig.builder(engine).roots(Identities.roots()).build();
                ServerConfig server =
                        ServerConfig.builder(engine)
                                .certifiedKeys(Identities.serverKey())
                                .build()) {
            assertThat(client.fips()).isFalse();
            assertThat(server.fips()).isFalse();
        }
    }
}
