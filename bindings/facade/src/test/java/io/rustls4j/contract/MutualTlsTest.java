package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientCertVerifier;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.TlsException;
import io.rustls4j.WebPkiClientVerifier;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.TestAuthority;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that show certificates, and servers that ask for them. */
@ContractTest
class MutualTlsTest {
    private static final ClientCertVerifier REQUIRED =
            WebPkiClientVerifier.builder(Identities.roots()).build();
    private static final ClientCertVerifier OPTIONAL =
            WebPkiClientVerifier.builder(Identities.roots()).allowUnauthenticated().build();

    @EveryPairingAndVersion
    void aRequiredCertificateIsShown(Pairing pairing, ProtocolVersion version) throws TlsException {
        try (TlsPair pair = pair(pairing, version, REQUIRED, Identities.clientKey()).handshake()) {
            assertThat(pair.server().connection().peerCertificates())
                    .isEqualTo(Identities.dersOf(Identities.CLIENT));
            assertThat(pair.clientSends(Payload.of(10))).isEqualTo(Payload.of(10));
        }
    }

    @EveryPairingAndVersion
    void aRequiredCertificateThatIsMissingIsRefused(Pairing pairing, ProtocolVersion version) {
        try (TlsPair pair = pair(pairing, version, REQUIRED)) {
            assertThat(pair.serverFailure())
                    .isInstanceOfSatisfying(
                            ProtocolErrorException.class,
                            e ->
                                    assertThat(e.kind())
                                            .isEqualTo(
                                                    ProtocolErrorException.Kind
                                                            .NO_CERTIFICATES_PRESENTED));
            assertThat(pair.client().failure())
                    .isInstanceOfSatisfying(
                            AlertReceivedException.class,
                            e ->
                                    assertThat(e.alert())
                                            .isEqualTo(AlertDescription.CERTIFICATE_REQUIRED));
        }
    }

    @EveryPairingAndVersion
    void anOptionalCertificateMayBeMissing(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        try (TlsPair pair = pair(pairing, version, OPTIONAL).handshake()) {
            assertThat(pair.server().connection().peerCertificates()).isEmpty();
            assertThat(pair.serverSends(Payload.of(10))).isEqualTo(Payload.of(10));
        }
    }

    @EveryPairingAndVersion
    void anOptionalCertificateIsSeen(Pairing pairing, ProtocolVersion version) {
        try (TlsPair pair = pair(pairing, version, OPTIONAL, Identities.clientKey()).handshake()) {
            assertThat(pair.server().connection().peerCertificates())
                    .isEqualTo(Identities.dersOf(Identities.CLIENT));
        }
    }

    @EveryPairingAndVersion
    void aCertificateOfAnotherAuthorityIsRefusedEvenWhereItIsOptional(
            Pairing pairing, ProtocolVersion version) {
        // The same names as the trusted ones, or the client would see that none of its certificates
        // is asked for.
        IssuedCertificate stranger =
                TestAuthority.root("contract root")
                        .intermediate("contract intermediate")
                        .newCertificate()
                        .issue();
        for (ClientCertVerifier verifier : new ClientCertVerifier[] {REQUIRED, OPTIONAL}) {
            try (TlsPair pair = pair(pairing, version, verifier, Identities.keyOf(stranger))) {
                assertThat(pair.serverFailure())
                        .isInstanceOfSatisfying(
                                CertificateErrorException.class,
                                e ->
                                        assertThat(e.error())
                                                .isIn(
                                                        CertificateError.UNKNOWN_ISSUER,
                                                        CertificateError.BAD_SIGNATURE));
                assertThat(pair.client().failure()).isInstanceOf(AlertReceivedException.class);
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("io.rustls4j.contract.Cases#pairingsAndKeyKinds")
    void everyKindOfKeyProvesTheClient(Pairing pairing, KeyKind kind) {
        IssuedCertificate client = Identities.AUTHORITY.newCertificate().key(kind).issue();
        for (ProtocolVersion version : ProtocolVersion.values()) {
            try (TlsPair pair =
                    pair(pairing, version, REQUIRED, Identities.keyOf(client)).handshake()) {
                assertThat(pair.server().connection().peerCertificates())
                        .isEqualTo(Identities.dersOf(client));
            }
        }
    }

    @EveryPairing
    void aClientIsNotAskedUnlessTheServerWantsIt(Pairing pairing) {
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient().certifiedKeys(Identities.clientKey()),
                                pairing.newServer())
                        .handshake()) {
            assertThat(pair.server().connection().peerCertificates()).isEmpty();
        }
    }

    private static TlsPair pair(
            Pairing pairing,
            ProtocolVersion version,
            ClientCertVerifier verifier,
            CertifiedKey... keys) {
        return pairing.pair(
                pairing.newClient().versions(version).certifiedKeys(keys),
                pairing.newServer().clientVerifier(verifier));
    }
}
