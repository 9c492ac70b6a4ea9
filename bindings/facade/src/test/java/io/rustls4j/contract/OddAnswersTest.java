package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientConfig;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.Resumption;
import io.rustls4j.ServerConfig;
import io.rustls4j.SignatureScheme;
import io.rustls4j.SigningKey;
import io.rustls4j.TlsException;
import io.rustls4j.WebPkiClientVerifier;
import io.rustls4j.testkit.KeyKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Callbacks of the application that do not throw, but answer what makes no sense. */
@ContractTest
class OddAnswersTest {
    @EveryPairingAndVersion
    void aSignatureThatIsNoneEndsTheHandshake(Pairing pairing, ProtocolVersion version) {
        // The last is longer than any signature may be.
        for (byte[] signature :
                new byte[][] {
                    null, new byte[0], new byte[70], new byte[16_384], new byte[20_000]
                }) {
            CertifiedKey server =
                    CertifiedKey.of(Identities.dersOf(Identities.SERVER), answering(signature));
            try (TlsPair pair =
                    pairing.pair(
                            pairing.newClient().versions(version),
                            pairing.newServer().certifiedKeys(server))) {
                assertFails(pair);
            }
            CertifiedKey client =
                    CertifiedKey.of(Identities.dersOf(Identities.CLIENT), answering(signature));
            try (TlsPair pair =
                    pairing.pair(
                            pairing.newClient().versions(version).certifiedKeys(client),
                            pairing.newServer()
                                    .clientVerifier(
                                            WebPkiClientVerifier.builder(Identities.roots())
                                                    .build()))) {
                assertFails(pair);
            }
        }
    }

    @EveryPairingAndVersion
    void aResolvedCertificateThatDoesNotFitEndsTheHandshake(
            Pairing pairing, ProtocolVersion version) {
        CertifiedKey mismatched =
                CertifiedKey.fromPem(
                        Identities.SERVER.chainPem(),
                        Identities.AUTHORITY.newCertificate().issue().keyPem());
        CertifiedKey destroyed =
                CertifiedKey.fromPem(Identities.SERVER.chainPem(), Identities.SERVER.keyPem());
        destroyed.destroy();
        CertifiedKey noCertificate =
                CertifiedKey.fromPem(
                        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
                                .getBytes(StandardCharsets.US_ASCII),
                        Identities.SERVER.keyPem());
        for (CertifiedKey key : List.of(mismatched, destroyed, noCertificate)) {
            try (TlsPair pair =
                    pairing.pair(
                            pairing.newClient().versions(version),
                            pairing.newServer().certResolver(hello -> key))) {
                assertFails(pair);
                assertThat(pair.server().failure()).isNotNull();
            }
        }
    }

    @EveryPairingAndVersion
    void aResolverMayChangeItsMind(Pairing pairing, ProtocolVersion version) throws TlsException {
        List<CertifiedKey> keys =
                List.of(
                        Identities.serverKey(),
                        Identities.keyOf(Identities.RSA_SERVER),
                        Identities.keyOf(
                                Identities.AUTHORITY
                                        .newCertificate()
                                        .dns(Identities.NAME)
                                        .key(KeyKind.EC_P384)
                                        .issue()));
        AtomicInteger turn = new AtomicInteger();
        try (ClientConfig clients =
                        pairing.newClient()
                                .versions(version)
                                .resumption(Resumption.DISABLED)
                                .build();
                ServerConfig servers =
                        pairing.newServer().certResolver(hello -> keys.get(turn.get())).build()) {
            for (int i = 0; i < keys.size(); i++) {
                turn.set(i);
                try (TlsPair pair =
                        TlsPair.of(clients.connect(Identities.NAME), servers.accept())) {
                    pair.handshake();
                    assertThat(pair.client().connection().peerCertificates())
                            .isEqualTo(keys.get(i).chain());
                    assertThat(pair.clientSends(Payload.of(10))).isEqualTo(Payload.of(10));
                }
            }
        }
    }

    private static void assertFails(TlsPair pair) {
        pair.failingHandshake();
        for (Side side : List.of(pair.client(), pair.server())) {
            if (side.failure() == null) {
                side.endOfInput();
            }
            assertThat(side.failure()).isInstanceOf(TlsException.class);
        }
    }

    private static SigningKey answering(byte @Nullable [] signature) {
        return new SigningKey() {
            @Override
            public List<SignatureScheme> schemes() {
                return List.of(SignatureScheme.ECDSA_NISTP256_SHA256);
            }

            @Override
            public byte[] sign(SignatureScheme scheme, byte[] message) {
                return signature;
            }
        };
    }
}
