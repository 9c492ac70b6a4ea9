package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.CertificateDer;
import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientCertVerifier;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.SignatureScheme;
import io.rustls4j.TlsException;
import io.rustls4j.WebPkiClientVerifier;
import io.rustls4j.WebPkiServerVerifier;
import io.rustls4j.testkit.KeyKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The application decides only on what webpki refuses. */
@ContractTest
class WebPkiOrElseTest {
    static Stream<Arguments> pairingsAndWrongCertificates() {
        return Cases.pairings()
                .flatMap(
                        pairing ->
                                Arrays.stream(WrongCertificate.values())
                                        .map(wrong -> Arguments.of(pairing, wrong)));
    }

    @EveryPairingAndVersion
    void aServerThatWebPkiTrustsIsAskedOfNobody(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient()
                                        .versions(version)
                                        .serverVerifier(
                                                WebPkiServerVerifier.builder(Identities.roots())
                                                        .dangerous()
                                                        .orElse(WebPkiOrElseTest::notAsked)),
                                pairing.newServer())
                        .handshake()) {
            assertThat(pair.client().connection().peerCertificates())
                    .isEqualTo(Identities.dersOf(Identities.SERVER));
            assertThat(pair.clientSends(Payload.of(10))).isEqualTo(Payload.of(10));
        }
    }

    @EveryPairingAndVersion
    void aClientThatWebPkiTrustsIsAskedOfNobody(Pairing pairing, ProtocolVersion version) {
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient()
                                        .versions(version)
                                        .certifiedKeys(Identities.clientKey()),
                                pairing.newServer()
                                        .clientVerifier(
                                                clients().orElse(WebPkiOrElseTest::notAsked)))
                        .handshake()) {
            assertThat(pair.server().connection().peerCertificates())
                    .isEqualTo(Identities.dersOf(Identities.CLIENT));
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("pairingsAndWrongCertificates")
    void theApplicationMayAcceptAServerThatWebPkiRefuses(Pairing pairing, WrongCertificate wrong) {
        List<ServerCertVerifier.Presented> seen = new ArrayList<>();
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient().serverVerifier(servers(wrong).orElse(seen::add)),
                        pairing.newServer().certifiedKeys(wrong.key()))) {
            pair.handshake();
        }
        assertThat(seen)
                .singleElement()
                .satisfies(
                        shown -> {
                            assertThat(shown.chain())
                                    .isEqualTo(Identities.dersOf(wrong.certificate()));
                            assertThat(shown.serverName()).isEqualTo(Identities.NAME);
                        });
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("pairingsAndWrongCertificates")
    void theApplicationMayRefuseAServerInItsOwnWords(Pairing pairing, WrongCertificate wrong) {
        CertificateErrorException refusal =
                new CertificateErrorException(CertificateError.REVOKED, "in my own words");
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient()
                                .serverVerifier(
                                        servers(wrong)
                                                .orElse(
                                                        shown -> {
                                                            throw refusal;
                                                        })),
                        pairing.newServer().certifiedKeys(wrong.key()))) {
            Failures.assertCertificateError(pair.clientFailure(), CertificateError.REVOKED);
            assertThat(pair.client().failure()).hasMessage("in my own words");
            Failures.assertAlertReceived(pair.server().failure(), CertificateError.REVOKED.alert());
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("pairingsAndWrongCertificates")
    void theApplicationMayAcceptAClientThatWebPkiRefuses(Pairing pairing, WrongCertificate wrong) {
        if (wrong == WrongCertificate.WRONG_NAME) {
            // A client's certificate is for nobody in particular.
            return;
        }
        List<List<CertificateDer>> seen = new ArrayList<>();
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient().certResolver((names, schemes) -> wrong.key()),
                        pairing.newServer()
                                .clientVerifier(
                                        wrong.revocation(webPkiOfClients())
                                                .dangerous()
                                                .orElse(shown -> seen.add(shown.chain()))))) {
            pair.handshake();
        }
        assertThat(seen).containsExactly(Identities.dersOf(wrong.certificate()));
    }

    @EveryPairingAndVersion
    void theApplicationMayRefuseAClientInItsOwnWords(Pairing pairing, ProtocolVersion version) {
        CertificateErrorException refusal =
                new CertificateErrorException(CertificateError.REVOKED, "in my own words");
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient()
                                .versions(version)
                                .certResolver((names, schemes) -> WrongCertificate.EXPIRED.key()),
                        pairing.newServer()
                                .clientVerifier(
                                        clients()
                                                .orElse(
                                                        shown -> {
                                                            throw refusal;
                                                        })))) {
            assertThat(pair.serverFailure()).hasMessage("in my own words");
            Failures.assertAlertReceived(
                    pair.client().failure(),
                    EngineAlerts.ofServer(pairing.server(), version, CertificateError.REVOKED));
        }
    }

    @EveryPairingAndVersion
    void theNameMayNotMatter(Pairing pairing, ProtocolVersion version) {
        for (String name : new String[] {"elsewhere.example", "192.0.2.1"}) {
            try (TlsPair pair =
                    pairing.pair(
                            pairing.newClient()
                                    .versions(version)
                                    .serverVerifier(anyName(WebPkiOrElseTest::notAsked)),
                            pairing.newServer(),
                            name)) {
                pair.handshake();
            }
        }
    }

    /** All that may be wrong without a question is the name. */
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("pairingsAndWrongCertificates")
    void whereTheNameDoesNotMatterEverythingElseDoes(Pairing pairing, WrongCertificate wrong) {
        List<List<CertificateDer>> seen = new ArrayList<>();
        ServerCertVerifier verifier =
                servers(wrong).ignoreServerName().orElse(shown -> seen.add(shown.chain()));
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient().serverVerifier(verifier),
                        pairing.newServer().certifiedKeys(wrong.key()),
                        "elsewhere.test")) {
            pair.handshake();
        }
        assertThat(seen).hasSize(wrong == WrongCertificate.WRONG_NAME ? 0 : 1);
    }

    @EveryPairing
    void aCertificateMayBeOptional(Pairing pairing) {
        for (boolean mandatory : new boolean[] {false, true}) {
            WebPkiClientVerifier.Builder webPki = webPkiOfClients();
            if (!mandatory) {
                webPki.allowUnauthenticated();
            }
            ClientCertVerifier verifier = webPki.dangerous().orElse(WebPkiOrElseTest::notAsked);
            try (TlsPair pair =
                    pairing.pair(pairing.newClient(), pairing.newServer().clientVerifier(verifier))
                            .pump()) {
                assertThat(pair.server().isDone()).isEqualTo(!mandatory);
            }
        }
    }

    @EveryPairingAndVersion
    void theSignatureSchemesMayBeLimited(Pairing pairing, ProtocolVersion version) {
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
                                                WebPkiServerVerifier.builder(Identities.roots())
                                                        .dangerous()
                                                        .supportedVerifySchemes(rsa)
                                                        .orElse(WebPkiOrElseTest::notAsked)),
                                pairing.newServer()
                                        .certifiedKeys(Identities.serverKey(), rsaKey)
                                        .clientVerifier(
                                                clients()
                                                        .supportedVerifySchemes(rsa)
                                                        .orElse(WebPkiOrElseTest::notAsked)))
                        .handshake()) {
            assertThat(pair.client().connection().peerCertificates()).isEqualTo(rsaKey.chain());
            assertThat(pair.server().connection().peerCertificates()).isEqualTo(rsaClient.chain());
        }
    }

    @EveryPairing
    void theAuthoritiesToAskForAreThoseNamed(Pairing pairing) {
        byte[] root = Identities.ROOT.encodedName();
        byte[] other = Identities.OTHER_ROOT.encodedName();
        WebPkiClientVerifier.Builder webPki = WebPkiClientVerifier.builder(Identities.roots());
        assertAskedFor(pairing, webPki, root);
        assertAskedFor(pairing, webPki.addRootHintSubjects(List.of(other)), root, other);
        assertAskedFor(pairing, webPki.clearRootHintSubjects());
        assertAskedFor(pairing, webPki.addRootHintSubjects(List.of(other)), other);
    }

    private static void assertAskedFor(
            Pairing pairing, WebPkiClientVerifier.Builder webPki, byte[]... names) {
        for (ClientCertVerifier verifier :
                List.of(webPki.build(), webPki.dangerous().orElse(WebPkiOrElseTest::notAsked))) {
            List<List<byte[]>> asked = new ArrayList<>();
            try (TlsPair pair =
                    pairing.pair(
                            pairing.newClient()
                                    .certResolver(
                                            (caNames, schemes) -> {
                                                asked.add(caNames);
                                                return Identities.clientKey();
                                            }),
                            pairing.newServer().clientVerifier(verifier))) {
                pair.handshake();
            }
            assertThat(asked)
                    .isNotEmpty()
                    .allSatisfy(caNames -> assertThat(caNames).containsExactly(names));
        }
    }

    private static WebPkiServerVerifier.Dangerous servers(WrongCertificate wrong) {
        return wrong.revocation(WebPkiServerVerifier.builder(Identities.roots())).dangerous();
    }

    private static ServerCertVerifier anyName(ServerCertVerifier.Check otherwise) {
        return WebPkiServerVerifier.builder(Identities.roots())
                .dangerous()
                .ignoreServerName()
                .orElse(otherwise);
    }

    private static WebPkiClientVerifier.Dangerous clients() {
        return webPkiOfClients().dangerous();
    }

    /** Asks for any certificate, so that clients hold none back. */
    private static WebPkiClientVerifier.Builder webPkiOfClients() {
        return WebPkiClientVerifier.builder(Identities.roots()).clearRootHintSubjects();
    }

    private static void notAsked(Object shown) {
        throw new AssertionError("webpki trusts this: " + shown);
    }
}
