package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.TlsException;
import io.rustls4j.WebPkiClientVerifier;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.TokenKey;
import io.rustls4j.testkit.TokenProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Private keys whose bytes nobody gets to see. */
@ContractTest
class OpaqueKeyTest {
    @BeforeAll
    static void installToken() {
        TokenProvider.install();
    }

    @AfterAll
    static void removeToken() {
        TokenProvider.remove();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("io.rustls4j.contract.Cases#pairingsAndKeyKinds")
    void aSigningKeySigns(Pairing pairing, KeyKind kind) throws TlsException {
        IssuedCertificate server = certificate(kind);
        IssuedCertificate client = certificate(kind);
        for (ProtocolVersion version : ProtocolVersion.values()) {
            CountingKey serverKey = CountingKey.of(server);
            CountingKey clientKey = CountingKey.of(client);
            assertWorks(
                    pairing,
                    version,
                    CertifiedKey.of(Identities.dersOf(client), clientKey),
                    CertifiedKey.of(Identities.dersOf(server), serverKey));

            assertThat(serverKey.used()).as("schemes that the server signed with").hasSize(1);
            assertThat(clientKey.used()).as("schemes that the client signed with").hasSize(1);
            assertThat(serverKey.schemes()).containsAll(serverKey.used());
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("io.rustls4j.contract.Cases#pairingsAndKeyKinds")
    void aPrivateKeyWithoutAnEncodingSignsWhereItIs(Pairing pairing, KeyKind kind)
            throws TlsException {
        IssuedCertificate server = certificate(kind);
        IssuedCertificate client = certificate(kind);
        for (ProtocolVersion version : ProtocolVersion.values()) {
            int signed = TokenProvider.signatures();
            assertWorks(
                    pairing,
                    version,
                    CertifiedKey.of(client.chain(), TokenKey.of(client.privateKey())),
                    CertifiedKey.of(server.chain(), TokenKey.of(server.privateKey())));
            assertThat(TokenProvider.signatures()).isGreaterThanOrEqualTo(signed + 2);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("io.rustls4j.contract.Cases#pairingsAndKeyKinds")
    void everyKindOfKeyWorksFromPem(Pairing pairing, KeyKind kind) throws TlsException {
        IssuedCertificate server = certificate(kind);
        IssuedCertificate client = certificate(kind);
        for (ProtocolVersion version : ProtocolVersion.values()) {
            assertWorks(
                    pairing,
                    version,
                    CertifiedKey.fromPem(client.chainPem(), client.keyPem()),
                    CertifiedKey.fromPem(server.chainPem(), server.keyPem()));
        }
    }

    private static void assertWorks(
            Pairing pairing,
            ProtocolVersion version,
            CertifiedKey clientKey,
            CertifiedKey serverKey)
            throws TlsException {
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient().versions(version).certifiedKeys(clientKey),
                                pairing.newServer()
                                        .certifiedKeys(serverKey)
                                        .clientVerifier(
                                                WebPkiClientVerifier.builder(Identities.roots())
                                                        .build()))
                        .handshake()) {
            assertThat(pair.client().connection().peerCertificates()).isEqualTo(serverKey.chain());
            assertThat(pair.server().connection().peerCertificates()).isEqualTo(clientKey.chain());
            assertThat(pair.clientSends(Payload.of(10))).isEqualTo(Payload.of(10));
        }
    }

    private static IssuedCertificate certificate(KeyKind kind) {
        return Identities.AUTHORITY.newCertificate().dns(Identities.NAME).key(kind).issue();
    }
}
