package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.AlertReceivedException;
import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientCertVerifier;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ProviderSigningKey;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.SignatureScheme;
import io.rustls4j.SigningKey;
import io.rustls4j.TlsException;
import io.rustls4j.testkit.KeyKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The application decides on certificates. */
@ContractTest
class CustomVerifierTest {
    private static final ServerCertVerifier TRUST_ANY_SERVER =
            ServerCertVerifier.dangerous().custom(shown -> {});
    private static final ClientCertVerifier TRUST_ANY_CLIENT =
            ClientCertVerifier.dangerous().custom(shown -> {});

    static Stream<Arguments> pairingsVersionsAndErrors() {
        return Cases.pairingsAndVersions()
                .flatMap(
                        both ->
                                Arrays.stream(CertificateError.values())
                                        .map(
                                                error ->
                                                        Arguments.of(
                                                                both.get()[0],
                                                                both.get()[1],
                                                                error)));
    }

    @EveryPairingAndVersion
    void aServersVerifierSeesWhatIsShown(Pairing pairing, ProtocolVersion version) {
        List<ServerCertVerifier.Presented> seen = new ArrayList<>();
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient()
                                        .versions(version)
                                        .serverVerifier(
                                                ServerCertVerifier.dangerous().custom(seen::add)),
                                pairing.newServer())
                        .handshake()) {
            assertThat(pair.client().connection().peerCertificates())
                    .isEqualTo(Identities.dersOf(Identities.SERVER));
        }

        assertThat(seen)
                .singleElement()
                .satisfies(
                        shown -> {
                            assertThat(shown.chain())
                                    .isEqualTo(Identities.dersOf(Identities.SERVER));
                            assertThat(shown.serverName()).isEqualTo(Identities.NAME);
                            assertThat(shown.ocspResponse()).isEmpty();
                            assertThat(shown.now())
                                    .isBetween(
                                            Instant.now().minus(Duration.ofMinutes(2)),
                                            Instant.now());
                        });
    }

    @EveryPairing
    void aServersVerifierSeesAddresses(Pairing pairing) {
        for (String address : new String[] {"127.0.0.1", "::1"}) {
            List<String> seen = new ArrayList<>();
            try (TlsPair pair =
                    pairing.pair(
                            pairing.newClient()
                                    .serverVerifier(
                                            ServerCertVerifier.dangerous()
                                                    .custom(shown -> seen.add(shown.serverName()))),
                            pairing.newServer(),
                            address)) {
                pair.handshake();
            }
            assertThat(seen).containsExactly(address);
        }
    }

    @EveryPairingAndVersion
    void aClientsVerifierSeesWhatIsShown(Pairing pairing, ProtocolVersion version) {
        List<ClientCertVerifier.Presented> seen = new ArrayList<>();
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient()
                                        .versions(version)
                                        .certifiedKeys(Identities.clientKey()),
                                pairing.newServer()
                                        .clientVerifier(
                                                ClientCertVerifier.dangerous().custom(seen::add)))
                        .handshake()) {
            assertThat(pair.server().connection().peerCertificates())
                    .isEqualTo(Identities.dersOf(Identities.CLIENT));
        }

        assertThat(seen)
                .singleElement()
                .satisfies(
                        shown -> {
                            assertThat(shown.chain())
                                    .isEqualTo(Identities.dersOf(Identities.CLIENT));
                            assertThat(shown.now())
                                    .isBetween(
                                            Instant.now().minus(Duration.ofMinutes(2)),
                                            Instant.now());
                        });
    }

    @EveryPairingAndVersion
    void aVerifierMayAcceptWhatNobodyElseWould(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient()
                                        .versions(version)
                                        .serverVerifier(TRUST_ANY_SERVER)
                                        .certifiedKeys(
                                                Identities.keyOf(
                                                        Identities.OTHER_ROOT
                                                                .newCertificate()
                                                                .expired()
                                                                .issue())),
                                pairing.newServer()
                                        .clientVerifier(TRUST_ANY_CLIENT)
                                        .certifiedKeys(
                                                Identities.keyOf(
                                                        Identities.OTHER_ROOT
                                                                .newCertificate()
                                                                .expired()
                                                                .issue())),
                                "elsewhere.example")
                        .handshake()) {
            assertThat(pair.clientSends(Payload.of(10))).isEqualTo(Payload.of(10));
        }
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("pairingsVersionsAndErrors")
    void aTypedRefusalOfAServerDecidesTheAlert(
            Pairing pairing, ProtocolVersion version, CertificateError error) {
        CertificateErrorException refusal = new CertificateErrorException(error, "not today");
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient()
                                .versions(version)
                                .serverVerifier(
                                        ServerCertVerifier.dangerous()
                                                .custom(
                                                        shown -> {
                                                            throw refusal;
                                                        })),
                        pairing.newServer())) {
            assertRefusal(pair.clientFailure(), refusal);
            assertThat(pair.server().failure()).isInstanceOf(AlertReceivedException.class);
            Failures.assertAlertReceived(
                    pair.server().failure(),
                    EngineAlerts.ofClient(pairing.client(), version, error));
        }
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("pairingsVersionsAndErrors")
    void aTypedRefusalOfAClientDecidesTheAlert(
            Pairing pairing, ProtocolVersion version, CertificateError error) {
        CertificateErrorException refusal = new CertificateErrorException(error, "not today");
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient().versions(version).certifiedKeys(Identities.clientKey()),
                        pairing.newServer()
                                .clientVerifier(
                                        ClientCertVerifier.dangerous()
                                                .custom(
                                                        shown -> {
                                                            throw refusal;
                                                        })))) {
            assertRefusal(pair.serverFailure(), refusal);
            Failures.assertAlertReceived(
                    pair.client().failure(),
                    EngineAlerts.ofServer(pairing.server(), version, error));
        }
    }

    @EveryPairingAndVersion
    void anyOtherExceptionRefusesAndIsTheCause(Pairing pairing, ProtocolVersion version) {
        for (Exception thrown :
                List.of(
                        new IOException("no network"),
                        new IllegalStateException("a defect"),
                        new Exception("odd"))) {
            try (TlsPair pair =
                    pairing.pair(
                            pairing.newClient()
                                    .versions(version)
                                    .serverVerifier(
                                            ServerCertVerifier.dangerous()
                                                    .custom(
                                                            shown -> {
                                                                throw thrown;
                                                            })),
                            pairing.newServer())) {
                TlsException failure = pair.clientFailure();
                Failures.assertCertificateError(failure, CertificateError.OTHER);
                assertThat(failure).hasCause(thrown);
                assertThat(pair.server().failure()).isInstanceOf(AlertReceivedException.class);
            }
        }
    }

    @EveryPairingAndVersion
    void theEngineStillChecksThatTheServerOwnsTheKey(Pairing pairing, ProtocolVersion version) {
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient().versions(version).serverVerifier(TRUST_ANY_SERVER),
                        pairing.newServer().certifiedKeys(impostor()))) {
            assertThat(pair.clientFailure()).isNotInstanceOf(AlertReceivedException.class);
            assertThat(pair.server().failure()).isInstanceOf(AlertReceivedException.class);
        }
    }

    @EveryPairingAndVersion
    void theEngineStillChecksThatTheClientOwnsTheKey(Pairing pairing, ProtocolVersion version) {
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient().versions(version).certifiedKeys(impostor()),
                        pairing.newServer().clientVerifier(TRUST_ANY_CLIENT))) {
            assertThat(pair.serverFailure()).isNotInstanceOf(AlertReceivedException.class);
            assertThat(pair.client().failure()).isInstanceOf(AlertReceivedException.class);
        }
    }

    @EveryPairingAndVersion
    void aVerifierMayLimitTheSignatureSchemes(Pairing pairing, ProtocolVersion version) {
        List<SignatureScheme> rsa = List.of(SignatureScheme.RSA_PSS_SHA256);
        CertifiedKey rsaKey = Identities.keyOf(Identities.RSA_SERVER);
        CertifiedKey rsaClient =
                Identities.keyOf(
                        Identities.AUTHORITY.newCertificate().key(KeyKind.RSA_2048).issue());
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient()
                                        .versions(version)
                                        .certifiedKeys(Identities.clientKey(), rsaClient)
                                        .serverVerifier(
                                                ServerCertVerifier.dangerous()
                                                        .supportedVerifySchemes(rsa)
                                                        .custom(shown -> {})),
                                pairing.newServer()
                                        .certifiedKeys(Identities.serverKey(), rsaKey)
                                        .clientVerifier(
                                                ClientCertVerifier.dangerous()
                                                        .supportedVerifySchemes(rsa)
                                                        .custom(shown -> {})))
                        .handshake()) {
            assertThat(pair.client().connection().peerCertificates()).isEqualTo(rsaKey.chain());
            assertThat(pair.server().connection().peerCertificates()).isEqualTo(rsaClient.chain());
        }
    }

    @EveryPairingAndVersion
    void aClientsVerifierMayAskForAuthorities(Pairing pairing, ProtocolVersion version) {
        List<List<byte[]>> asked = new ArrayList<>();
        byte[] name = Identities.OTHER_ROOT.encodedName();
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient()
                                        .versions(version)
                                        .certResolver(
                                                (caNames, schemes) -> {
                                                    asked.add(caNames);
                                                    return Identities.clientKey();
                                                }),
                                pairing.newServer()
                                        .clientVerifier(
                                                ClientCertVerifier.dangerous()
                                                        .rootHintSubjects(List.of(name))
                                                        .custom(shown -> {})))
                        .handshake()) {
            assertThat(asked)
                    .isNotEmpty()
                    .allSatisfy(names -> assertThat(names).containsExactly(name));
            assertThat(pair.server().connection().peerCertificates()).isNotEmpty();
        }
    }

    @EveryPairing
    void aServersVerifierMayHintAtAuthorities(Pairing pairing) {
        byte[] name = Identities.ROOT.encodedName();
        ServerCertVerifier verifier =
                ServerCertVerifier.dangerous().rootHintSubjects(List.of(name)).custom(shown -> {});
        if (Feature.SERVER_CA_HINTS.isRefusedBy(pairing.client())) {
            Feature.SERVER_CA_HINTS.assertRefused(
                    () -> pairing.newClient().serverVerifier(verifier).build());
            return;
        }
        List<List<byte[]>> seen = new ArrayList<>();
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient()
                                .versions(ProtocolVersion.TLSV1_3)
                                .serverVerifier(verifier),
                        pairing.newServer()
                                .certResolver(
                                        hello -> {
                                            seen.add(hello.caNames());
                                            return Identities.serverKey();
                                        }))) {
            pair.handshake();
            assertThat(seen)
                    .isNotEmpty()
                    .allSatisfy(names -> assertThat(names).containsExactly(name));
        }
    }

    @EveryPairing
    void aStapledResponseIsHandedOver(Pairing pairing) {
        byte[] response = Identities.AUTHORITY.ocspGood(Identities.SERVER);
        CertifiedKey key = Identities.serverKey().withOcspResponse(response);
        if (Feature.OCSP_STAPLING.isRefusedBy(pairing.server())) {
            Feature.OCSP_STAPLING.assertRefused(
                    () -> pairing.newServer().certifiedKeys(key).build());
            return;
        }
        for (ProtocolVersion version : ProtocolVersion.values()) {
            List<byte[]> seen = new ArrayList<>();
            try (TlsPair pair =
                    pairing.pair(
                            pairing.newClient()
                                    .versions(version)
                                    .serverVerifier(
                                            ServerCertVerifier.dangerous()
                                                    .custom(
                                                            shown ->
                                                                    seen.add(
                                                                            shown.ocspResponse()
                                                                                    .orElseThrow()))),
                            pairing.newServer().certifiedKeys(key))) {
                pair.handshake();
            }
            assertThat(seen).containsExactly(response);
        }
    }

    private static void assertRefusal(TlsException failure, CertificateErrorException refusal) {
        Failures.assertCertificateError(failure, refusal.error());
        assertThat(failure == refusal || failure.getCause() == refusal)
                .as(
                        "the application's exception is thrown or is the cause of what is thrown: %s",
                        failure)
                .isTrue();
    }

    /** Has somebody else's certificate and a key of its own. */
    private static CertifiedKey impostor() {
        SigningKey other =
                ProviderSigningKey.of(
                        Identities.OTHER_ROOT.newCertificate().issue().privateKey(),
                        Identities.SERVER.certificate().getPublicKey());
        return CertifiedKey.of(Identities.dersOf(Identities.SERVER), other);
    }
}
