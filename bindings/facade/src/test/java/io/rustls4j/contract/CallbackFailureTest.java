package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.AlertReceivedException;
import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientCertVerifier;
import io.rustls4j.ClientConfig;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.ServerConfig;
import io.rustls4j.ServerSessions;
import io.rustls4j.SignatureScheme;
import io.rustls4j.SigningKey;
import io.rustls4j.TlsException;
import io.rustls4j.TruncatedException;
import io.rustls4j.WebPkiClientVerifier;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whatever the application's code throws, the connection fails with it as the cause, the peer is
 * told, and nothing else happens. Errors are included: one that left an upcall would end the JVM.
 */
@ContractTest
class CallbackFailureTest {
    /** Thrown without being declared, as any library may do. */
    private static final List<Throwable> THROWN =
            List.of(
                    new IllegalStateException("unchecked"),
                    new AssertionError("an error"),
                    new StackOverflowError(),
                    new IOException("checked"));

    @EveryPairingAndVersion
    void outOfAServersVerifier(Pairing pairing, ProtocolVersion version) {
        for (Throwable thrown : THROWN) {
            assertClientFails(
                    pairing,
                    pairing.newClient()
                            .versions(version)
                            .serverVerifier(
                                    ServerCertVerifier.dangerous()
                                            .custom(shown -> Sneaky.raise(thrown))),
                    pairing.newServer(),
                    thrown);
        }
    }

    @EveryPairingAndVersion
    void outOfAClientsVerifier(Pairing pairing, ProtocolVersion version) {
        for (Throwable thrown : THROWN) {
            assertServerFails(
                    pairing,
                    pairing.newClient().versions(version).certifiedKeys(Identities.clientKey()),
                    pairing.newServer()
                            .clientVerifier(
                                    ClientCertVerifier.dangerous()
                                            .custom(shown -> Sneaky.raise(thrown))),
                    thrown);
        }
    }

    @EveryPairingAndVersion
    void outOfAServersResolver(Pairing pairing, ProtocolVersion version) {
        for (Throwable thrown : THROWN) {
            assertServerFails(
                    pairing,
                    pairing.newClient().versions(version),
                    pairing.newServer().certResolver(hello -> Sneaky.raise(thrown)),
                    thrown);
        }
    }

    @EveryPairingAndVersion
    void outOfAClientsResolver(Pairing pairing, ProtocolVersion version) {
        for (Throwable thrown : THROWN) {
            try (TlsPair pair =
                    pairing.pair(
                            pairing.newClient()
                                    .versions(version)
                                    .certResolver((names, schemes) -> Sneaky.raise(thrown)),
                            pairing.newServer()
                                    .clientVerifier(
                                            WebPkiClientVerifier.builder(Identities.roots())
                                                    // Also where the server would be content with
                                                    // none.
                                                    .allowUnauthenticated()
                                                    .build()))) {
                assertThat(pair.clientFailure()).hasCause(thrown);
            }
        }
    }

    /** A server may begin its list with schemes that this side has no name for. */
    @Test
    void outOfAClientsResolverWhereTheServersFirstSchemeIsNew() {
        List<SignatureScheme> schemes =
                List.of(new SignatureScheme(0x0905), SignatureScheme.ECDSA_NISTP256_SHA256);
        for (Throwable thrown : THROWN) {
            Pairing pairing = Pairing.RUSTLS_RUSTLS;
            try (TlsPair pair =
                    pairing.pair(
                            pairing.newClient()
                                    .certResolver((names, offered) -> Sneaky.raise(thrown)),
                            pairing.newServer()
                                    .clientVerifier(
                                            ClientCertVerifier.dangerous()
                                                    .allowUnauthenticated()
                                                    .supportedVerifySchemes(schemes)
                                                    .custom(shown -> {})))) {
                assertThat(pair.clientFailure()).hasCause(thrown);
            }
        }
    }

    @EveryPairingAndVersion
    void outOfAServersSigningKey(Pairing pairing, ProtocolVersion version) {
        for (Throwable thrown : THROWN) {
            CertifiedKey key =
                    CertifiedKey.of(Identities.dersOf(Identities.SERVER), failing(thrown));
            try (TlsPair pair =
                    pairing.pair(
                            pairing.newClient().versions(version),
                            pairing.newServer().certifiedKeys(key))) {
                assertThat(pair.serverFailure()).hasCause(thrown);
                // rustls has no alert for it; the client sees at least that there is nobody any
                // more.
                if (pair.client().failure() == null) {
                    pair.client().endOfInput();
                }
                assertThat(pair.client().failure())
                        .isInstanceOfAny(AlertReceivedException.class, TruncatedException.class);
            }
        }
    }

    @EveryPairingAndVersion
    void outOfAClientsSigningKey(Pairing pairing, ProtocolVersion version) {
        for (Throwable thrown : THROWN) {
            try (TlsPair pair =
                    pairing.pair(
                            pairing.newClient()
                                    .versions(version)
                                    .certifiedKeys(
                                            CertifiedKey.of(
                                                    Identities.dersOf(Identities.CLIENT),
                                                    failing(thrown))),
                            pairing.newServer()
                                    .clientVerifier(
                                            WebPkiClientVerifier.builder(Identities.roots())
                                                    .build()))) {
                pair.failingHandshake();
                assertThat(pair.client().failure())
                        .isInstanceOf(TlsException.class)
                        .hasCause(thrown);
            }
        }
    }

    @EveryPairingAndVersion
    void outOfASessionStoreIsNoReasonToFail(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        for (Throwable thrown : THROWN) {
            ServerConfig.Builder server =
                    pairing.newServer()
                            .sessions(new ServerSessions.Stored(new FailingStore(thrown)));
            if (Feature.SESSION_STORE.isRefusedBy(pairing.server())) {
                Feature.SESSION_STORE.assertRefused(server::build);
                return;
            }
            try (ClientConfig clients = pairing.newClient().versions(version).build();
                    ServerConfig servers = server.build()) {
                for (int i = 0; i < 2; i++) {
                    try (TlsPair pair =
                            TlsPair.of(clients.connect(Identities.NAME), servers.accept())) {
                        assertWorks(pair);
                    }
                }
            }
        }
    }

    @EveryPairingAndVersion
    void outOfAKeyLogIsNoReasonToFail(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        for (Throwable thrown : THROWN) {
            ClientConfig.Builder client =
                    pairing.newClient()
                            .versions(version)
                            .keyLog((label, random, secret) -> Sneaky.raise(thrown));
            ServerConfig.Builder server =
                    pairing.newServer().keyLog((label, random, secret) -> Sneaky.raise(thrown));
            if (Feature.KEY_LOG.isRefusedBy(pairing.client())) {
                Feature.KEY_LOG.assertRefused(client::build);
                client = pairing.newClient();
            }
            if (Feature.KEY_LOG.isRefusedBy(pairing.server())) {
                Feature.KEY_LOG.assertRefused(server::build);
                server = pairing.newServer();
            }
            try (TlsPair pair = pairing.pair(client, server)) {
                assertWorks(pair);
            }
        }
    }

    @EveryPairingAndVersion
    void outOfALogSinkIsNoReasonToFail(Pairing pairing, ProtocolVersion version)
            throws TlsException {
        for (Throwable thrown : THROWN) {
            try (TlsPair pair =
                    pairing.pair(
                            pairing.newClient()
                                    .versions(version)
                                    .logSink((level, message) -> Sneaky.raise(thrown)),
                            pairing.newServer()
                                    .logSink((level, message) -> Sneaky.raise(thrown)))) {
                assertWorks(pair);
            }
        }
    }

    @EveryPairing
    void whatWasIgnoredIsNotTheCauseOfALaterFailure(Pairing pairing) {
        Throwable ignored = new IllegalStateException("ignored");
        ClientConfig.Builder client =
                pairing.newClient().logSink((level, message) -> Sneaky.raise(ignored));
        ServerConfig.Builder server =
                pairing.newServer().logSink((level, message) -> Sneaky.raise(ignored));
        if (!Feature.KEY_LOG.isRefusedBy(pairing.client())) {
            client.keyLog((label, random, secret) -> Sneaky.raise(ignored));
        }
        if (!Feature.SESSION_STORE.isRefusedBy(pairing.server())) {
            server.sessions(new ServerSessions.Stored(new FailingStore(ignored)));
        }
        try (TlsPair pair = pairing.pair(client, server)) {
            pair.handshake();
        }
        try (TlsPair pair =
                pairing.pair(
                        pairing.newClient(),
                        pairing.newServer().certifiedKeys(WrongCertificate.EXPIRED.key()))) {
            assertThat(pair.clientFailure()).hasNoSuppressedExceptions();
            for (Throwable cause = pair.client().failure();
                    cause != null;
                    cause = cause.getCause()) {
                assertThat(cause).isNotSameAs(ignored);
            }
        }
    }

    @EveryPairing
    void theNextConnectionIsNotAffected(Pairing pairing) throws TlsException {
        boolean[] fail = {true};
        try (ClientConfig clients =
                        pairing.newClient()
                                .serverVerifier(
                                        ServerCertVerifier.dangerous()
                                                .custom(
                                                        shown -> {
                                                            if (fail[0]) {
                                                                throw new IllegalStateException(
                                                                        "the first time");
                                                            }
                                                        }))
                                .build();
                ServerConfig servers = pairing.newServer().build()) {
            try (TlsPair pair = TlsPair.of(clients.connect(Identities.NAME), servers.accept())) {
                assertThat(pair.clientFailure()).hasCauseInstanceOf(IllegalStateException.class);
            }
            fail[0] = false;
            try (TlsPair pair = TlsPair.of(clients.connect(Identities.NAME), servers.accept())) {
                assertWorks(pair);
            }
        }
    }

    private static void assertClientFails(
            Pairing pairing,
            ClientConfig.Builder client,
            ServerConfig.Builder server,
            Throwable cause) {
        try (TlsPair pair = pairing.pair(client, server)) {
            assertThat(pair.clientFailure()).hasCause(cause);
            assertThat(pair.server().failure()).isInstanceOf(AlertReceivedException.class);
        }
    }

    private static void assertServerFails(
            Pairing pairing,
            ClientConfig.Builder client,
            ServerConfig.Builder server,
            Throwable cause) {
        try (TlsPair pair = pairing.pair(client, server)) {
            assertThat(pair.serverFailure()).hasCause(cause);
            assertThat(pair.client().failure()).isInstanceOf(AlertReceivedException.class);
        }
    }

    private static void assertWorks(TlsPair pair) throws TlsException {
        pair.handshake();
        assertThat(pair.clientSends(Payload.of(1000))).isEqualTo(Payload.of(1000));
        assertThat(pair.serverSends(Payload.of(1000))).isEqualTo(Payload.of(1000));
    }

    private static SigningKey failing(Throwable thrown) {
        return new SigningKey() {
            @Override
            public List<SignatureScheme> schemes() {
                return List.of(SignatureScheme.ECDSA_NISTP256_SHA256);
            }

            @Override
            public byte[] sign(SignatureScheme scheme, byte[] message) {
                return Sneaky.raise(thrown);
            }
        };
    }
}
