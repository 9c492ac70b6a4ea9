package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.AlertDescription;
import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.CertificateRevocationListDer;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.WebPkiClientVerifier;
import io.rustls4j.WebPkiServerVerifier;
import io.rustls4j.WebPkiVerifierBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each wrong certificate gives its own error on the side that checks, and the right alert on the
 * other.
 */
@ContractTest
class RefusedCertificatesTest {
    static Stream<Arguments> cases() {
        return Cases.pairingsAndVersions()
                .flatMap(
                        both ->
                                Arrays.stream(WrongCertificate.values())
                                        .map(
                                                wrong ->
                                                        Arguments.of(
                                                                both.get()[0],
                                                                both.get()[1],
                                                                wrong)));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("cases")
    void aServersCertificateIsRefused(
            Pairing pairing, ProtocolVersion version, WrongCertificate wrong) {
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient()
                                .versions(version)
                                .serverVerifier(
                                        wrong.revocation(
                                                        WebPkiServerVerifier.builder(
                                                                Identities.roots()))
                                                .build()),
                        pairing.newServer().certifiedKeys(wrong.key()))) {
            assertThat(pair.clientFailure())
                    .isInstanceOfSatisfying(
                            CertificateErrorException.class,
                            e -> assertThat(e.error()).isEqualTo(wrong.error(pairing.client())));
            Failures.assertAlertReceived(
                    pair.server().failure(),
                    EngineAlerts.ofClient(
                            pairing.client(), version, wrong.error(pairing.client())));
        }
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("cases")
    void aClientsCertificateIsRefused(
            Pairing pairing, ProtocolVersion version, WrongCertificate wrong) {
        if (wrong == WrongCertificate.WRONG_NAME) {
            // A client's certificate is for nobody in particular.
            return;
        }
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient()
                                .versions(version)
                                // Not certifiedKeys(...): an engine may hold back a certificate
                                // that cannot be right.
                                .certResolver((names, schemes) -> wrong.key()),
                        pairing.newServer()
                                .clientVerifier(
                                        wrong.revocation(
                                                        WebPkiClientVerifier.builder(
                                                                Identities.roots()))
                                                .build()))) {
            assertThat(pair.serverFailure())
                    .isInstanceOfSatisfying(
                            CertificateErrorException.class,
                            e -> assertThat(e.error()).isEqualTo(wrong.error(pairing.server())));
            Failures.assertAlertReceived(
                    pair.client().failure(),
                    EngineAlerts.ofServer(
                            pairing.server(), version, wrong.error(pairing.server())));
        }
    }

    @EveryPairing
    void theAlertThatIsSentIsToldWithTheError(Pairing pairing) {
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient(),
                        pairing.newServer().certifiedKeys(WrongCertificate.EXPIRED.key()))) {
            AlertDescription sent = pair.clientFailure().alertSent().orElseThrow();
            Failures.assertAlertReceived(pair.server().failure(), sent);
        }
    }

    @EveryPairing
    void aFailedConnectionSaysTheSameAgain(Pairing pairing) {
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient(),
                        pairing.newServer().certifiedKeys(WrongCertificate.EXPIRED.key()))) {
            pair.clientFailure();
            Side again = new Side(pair.client().connection(), BufferPlan.ROOMY);
            for (int i = 0; i < 3; i++) {
                again.readOnce();
                Failures.assertCertificateError(again.failure(), CertificateError.EXPIRED);
            }
        }
    }

    @EveryPairing
    void aListThatRevokesOthersIsNoReasonToRefuse(Pairing pairing) {
        assertAccepted(
                pairing,
                verifier ->
                        verifier.withCrls(
                                List.of(
                                        Revocations.of(
                                                Identities.AUTHORITY,
                                                WrongCertificate.REVOKED.certificate()),
                                        Revocations.of(Identities.ROOT))));
    }

    @EveryPairing
    void anUnknownStatusCanBeAllowed(Pairing pairing) {
        assertAccepted(
                pairing,
                verifier ->
                        verifier.withCrls(List.of(Revocations.of(Identities.OTHER_ROOT)))
                                .allowUnknownRevocationStatus());
    }

    @EveryPairing
    void onlyTheEndEntityCanBeLookedUp(Pairing pairing) {
        assertAccepted(
                pairing,
                verifier ->
                        verifier.withCrls(List.of(Revocations.of(Identities.AUTHORITY)))
                                .onlyCheckEndEntityRevocation());
    }

    @EveryPairing
    void anOutdatedListIsUsedUnlessThatIsForbidden(Pairing pairing) {
        assertAccepted(
                pairing,
                verifier ->
                        verifier.withCrls(List.of(Revocations.expired(Identities.AUTHORITY)))
                                .onlyCheckEndEntityRevocation());
    }

    @EveryPairing
    void listsMayComeAsPem(Pairing pairing) {
        assertAccepted(
                pairing,
                verifier ->
                        verifier.withCrls(
                                        CertificateRevocationListDer.fromPem(
                                                Identities.AUTHORITY
                                                        .newRevocationList()
                                                        .make()
                                                        .pem()))
                                .onlyCheckEndEntityRevocation());
    }

    private static void assertAccepted(
            Pairing pairing, Consumer<WebPkiVerifierBuilder<?>> revocation) {
        WebPkiServerVerifier.Builder servers = WebPkiServerVerifier.builder(Identities.roots());
        WebPkiClientVerifier.Builder clients = WebPkiClientVerifier.builder(Identities.roots());
        revocation.accept(servers);
        revocation.accept(clients);
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient()
                                        .serverVerifier(servers.build())
                                        .certifiedKeys(Identities.clientKey()),
                                pairing.newServer().clientVerifier(clients.build()))
                        .handshake()) {
            assertThat(pair.client().connection().peerCertificates()).isNotEmpty();
            assertThat(pair.server().connection().peerCertificates()).isNotEmpty();
        }
    }
}
