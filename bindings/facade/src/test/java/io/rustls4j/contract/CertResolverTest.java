package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.AlertReceivedException;
import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientCertVerifier;
import io.rustls4j.ClientHello;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import io.rustls4j.WebPkiClientVerifier;
import io.rustls4j.testkit.IssuedCertificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Certificates chosen by the application during the handshake. */
@ContractTest
class CertResolverTest {
    private static final IssuedCertificate FIRST =
            Identities.AUTHORITY.newCertificate().dns("a.example").issue();
    private static final IssuedCertificate SECOND =
            Identities.AUTHORITY.newCertificate().dns("b.example").issue();

    @EveryPairingAndVersion
    void aServerChoosesByTheName(Pairing pairing, ProtocolVersion version) {
        Map<Optional<String>, CertifiedKey> keys =
                Map.of(
                        Optional.of("a.example"),
                        Identities.keyOf(FIRST),
                        Optional.of("b.example"),
                        Identities.keyOf(SECOND));
        for (IssuedCertificate expected : List.of(FIRST, SECOND)) {
            String name = expected == FIRST ? "a.example" : "b.example";
            try (TlsPair pair =
                    pairing.pair(
                                    pairing.newClient().versions(version),
                                    pairing.newServer()
                                            .certResolver(hello -> keys.get(hello.serverName())),
                                    name)
                            .handshake()) {
                assertThat(pair.client().connection().peerCertificates())
                        .isEqualTo(Identities.dersOf(expected));
            }
        }
    }

    @EveryPairingAndVersion
    void aServersResolverSeesTheHello(Pairing pairing, ProtocolVersion version) {
        List<ClientHello> seen = new ArrayList<>();
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient().versions(version).alpnProtocols("h2", "other"),
                                pairing.newServer()
                                        .alpnProtocols("h2")
                                        .certResolver(
                                                hello -> {
                                                    seen.add(hello);
                                                    return Identities.serverKey();
                                                }))
                        .handshake()) {
            assertThat(pair.client().connection().alpnProtocol()).contains("h2");
        }

        assertThat(seen)
                .isNotEmpty()
                .allSatisfy(
                        hello -> {
                            assertThat(hello.serverName()).contains(Identities.NAME);
                            assertThat(hello.alpnProtocols()).containsExactly("h2", "other");
                            assertThat(hello.signatureSchemes())
                                    .contains(SignatureScheme.ECDSA_NISTP256_SHA256);
                            assertThat(hello.cipherSuites()).isNotEmpty();
                            assertThat(hello.namedGroups()).contains(NamedGroup.SECP256R1);
                        });
    }

    @EveryPairingAndVersion
    void aServerWithoutAnAnswerRefuses(Pairing pairing, ProtocolVersion version) {
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient().versions(version),
                        pairing.newServer().certResolver(hello -> null))) {
            pair.failingHandshake();
            assertThat(pair.server().failure()).isNotNull();
            assertThat(pair.client().failure()).isInstanceOf(AlertReceivedException.class);
        }
    }

    @EveryPairingAndVersion
    void aServerShowsTheFirstKeyThatFits(Pairing pairing, ProtocolVersion version) {
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient().versions(version),
                                pairing.newServer()
                                        .certifiedKeys(
                                                Identities.keyOf(Identities.RSA_SERVER),
                                                Identities.serverKey()))
                        .handshake()) {
            assertThat(pair.client().connection().peerCertificates())
                    .isEqualTo(Identities.dersOf(Identities.RSA_SERVER));
        }
    }

    @EveryPairingAndVersion
    void aClientChoosesByWhatTheServerAsksFor(Pairing pairing, ProtocolVersion version) {
        List<List<byte[]>> names = new ArrayList<>();
        List<List<SignatureScheme>> schemes = new ArrayList<>();
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient()
                                        .versions(version)
                                        .certResolver(
                                                (caNames, accepted) -> {
                                                    names.add(caNames);
                                                    schemes.add(accepted);
                                                    return Identities.clientKey();
                                                }),
                                pairing.newServer()
                                        .clientVerifier(
                                                WebPkiClientVerifier.builder(
                                                                Identities.rootsOf(
                                                                        Identities.ROOT,
                                                                        Identities.OTHER_ROOT))
                                                        .build()))
                        .handshake()) {
            assertThat(pair.server().connection().peerCertificates())
                    .isEqualTo(Identities.dersOf(Identities.CLIENT));
        }

        assertThat(names)
                .isNotEmpty()
                .allSatisfy(
                        list ->
                                assertThat(list)
                                        .containsExactlyInAnyOrder(
                                                Identities.ROOT.encodedName(),
                                                Identities.OTHER_ROOT.encodedName()));
        assertThat(schemes)
                .allSatisfy(
                        list -> assertThat(list).contains(SignatureScheme.ECDSA_NISTP256_SHA256));
    }

    @EveryPairingAndVersion
    void aServerCanAskForOtherAuthoritiesThanItTrusts(Pairing pairing, ProtocolVersion version) {
        List<List<byte[]>> names = new ArrayList<>();
        ClientCertVerifier verifier =
                WebPkiClientVerifier.builder(Identities.roots())
                        .clearRootHintSubjects()
                        .addRootHintSubjects(List.of(Identities.AUTHORITY.encodedName()))
                        .build();
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient()
                                        .versions(version)
                                        .certResolver(
                                                (caNames, accepted) -> {
                                                    names.add(caNames);
                                                    return Identities.clientKey();
                                                }),
                                pairing.newServer().clientVerifier(verifier))
                        .handshake()) {
            assertThat(pair.server().connection().peerCertificates()).isNotEmpty();
        }

        assertThat(names)
                .isNotEmpty()
                .allSatisfy(
                        list ->
                                assertThat(list)
                                        .containsExactly(Identities.AUTHORITY.encodedName()));
    }

    @EveryPairingAndVersion
    void aClientMayShowNothing(Pairing pairing, ProtocolVersion version) {
        try (TlsPair pair =
                pairing.pair(
                                pairing.newClient()
                                        .versions(version)
                                        .certResolver((caNames, schemes) -> null),
                                pairing.newServer()
                                        .clientVerifier(
                                                WebPkiClientVerifier.builder(Identities.roots())
                                                        .allowUnauthenticated()
                                                        .build()))
                        .handshake()) {
            assertThat(pair.server().connection().peerCertificates()).isEmpty();
        }
    }
}
