package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.CertificateError;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.HandshakeKind;
import io.rustls4j.KeyLog;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.Resumption;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsConfigException;
import io.rustls4j.WebPkiClientVerifier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Configurations that differ in nothing but what they remember. */
@ContractTest
class OwnResumptionTest {
    @EveryPairingAndVersion
    void sessionsAreNotSharedWithTheConfigurationItCameFrom(
            Pairing pairing, ProtocolVersion version) {
        try (ClientConfig first = pairing.newClient().versions(version).build();
                ServerConfig servers = pairing.newServer().build()) {
            assertThat(kind(first, servers)).isEqualTo(HandshakeKind.FULL);
            try (ClientConfig second = first.withResumption(Resumption.inMemory(8))) {
                assertThat(kind(second, servers)).isEqualTo(HandshakeKind.FULL);
                assertThat(kind(second, servers)).isEqualTo(HandshakeKind.RESUMED);
            }
            assertThat(kind(first, servers)).isEqualTo(HandshakeKind.RESUMED);
        }
    }

    @EveryPairingAndVersion
    void itOutlivesTheConfigurationItCameFrom(Pairing pairing, ProtocolVersion version) {
        ClientConfig first = pairing.newClient().versions(version).build();
        try (ClientConfig second = first.withResumption(Resumption.DEFAULT);
                ServerConfig servers = pairing.newServer().build()) {
            first.close();
            assertThat(kind(second, servers)).isEqualTo(HandshakeKind.FULL);
            assertThat(kind(second, servers)).isEqualTo(HandshakeKind.RESUMED);
        }
    }

    @EveryPairingAndVersion
    void itMayRememberNothingOrStartToRemember(Pairing pairing, ProtocolVersion version) {
        try (ClientConfig remembering = pairing.newClient().versions(version).build();
                ClientConfig forgetful = remembering.withResumption(Resumption.DISABLED);
                ClientConfig again = forgetful.withResumption(Resumption.inMemory(1));
                ServerConfig servers = pairing.newServer().build()) {
            assertThat(kind(forgetful, servers)).isEqualTo(HandshakeKind.FULL);
            assertThat(kind(forgetful, servers)).isEqualTo(HandshakeKind.FULL);
            assertThat(kind(again, servers)).isEqualTo(HandshakeKind.FULL);
            assertThat(kind(again, servers)).isEqualTo(HandshakeKind.RESUMED);
        }
    }

    @EveryPairingAndVersion
    void everythingElseIsTheSame(Pairing pairing, ProtocolVersion version) {
        AtomicInteger checks = new AtomicInteger();
        ServerCertVerifier counting =
                ServerCertVerifier.dangerous().custom(shown -> checks.incrementAndGet());
        try (ClientConfig first =
                        ClientConfig.builder(pairing.client())
                                .serverVerifier(counting)
                                .versions(version)
                                .alpnProtocols("h2")
                                .certifiedKeys(Identities.clientKey())
                                .build();
                ClientConfig second = first.withResumption(Resumption.DEFAULT);
                ServerConfig servers =
                        pairing.newServer()
                                .alpnProtocols("h2")
                                .clientVerifier(
                                        WebPkiClientVerifier.builder(Identities.roots()).build())
                                .build();
                TlsPair pair =
                        TlsPair.of(second.connect(Identities.NAME), servers.accept()).handshake()) {
            assertThat(second.engine()).isEqualTo(pairing.client());
            assertThat(checks).hasValue(1);
            assertThat(pair.client().connection().protocolVersion()).contains(version);
            assertThat(pair.client().connection().alpnProtocol()).contains("h2");
            assertThat(pair.server().connection().peerCertificates())
                    .isEqualTo(Identities.dersOf(Identities.CLIENT));
        }
    }

    @EveryPairing
    void whatTheVerifierRefusesStaysRefused(Pairing pairing) {
        ServerCertVerifier refusing =
                ServerCertVerifier.dangerous()
                        .custom(
                                shown -> {
                                    throw new CertificateErrorException(
                                            CertificateError.REVOKED, "no");
                                });
        try (ClientConfig first =
                        ClientConfig.builder(pairing.client()).serverVerifier(refusing).build();
                ClientConfig second = first.withResumption(Resumption.DEFAULT);
                ServerConfig servers = pairing.newServer().build();
                TlsPair pair = TlsPair.of(second.connect(Identities.NAME), servers.accept())) {
            assertThat(pair.clientFailure()).hasMessage("no");
        }
    }

    /** One connection of each, so that a log that was freed with the first would be missed. */
    @EveryPairing
    void theKeyLogGoesOn(Pairing pairing) {
        if (Feature.KEY_LOG.isRefusedBy(pairing.client())) {
            return;
        }
        AtomicInteger lines = new AtomicInteger();
        KeyLog log = (label, random, secret) -> lines.incrementAndGet();
        ClientConfig first = pairing.newClient().keyLog(log).build();
        try (ClientConfig second = first.withResumption(Resumption.DISABLED);
                ServerConfig servers = pairing.newServer().build()) {
            first.close();
            kind(second, servers);
            assertThat(lines.get()).isPositive();
        }
    }

    @EveryEngine
    void aClosedConfigurationHasNoOthers(EngineKind engine) {
        ClientConfig closed = ClientConfig.builder(engine).roots(Identities.roots()).build();
        closed.close();

        assertThatThrownBy(() -> closed.withResumption(Resumption.DEFAULT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    /** The JDK's memory has no limit of its own. */
    @Test
    void aSizeThatRustlsCannotAllocateIsRefused() {
        try (ClientConfig config =
                ClientConfig.builder(EngineKind.RUSTLS).roots(Identities.roots()).build()) {
            Resumption absurd = Resumption.inMemory(Integer.MAX_VALUE);
            assertThatThrownBy(() -> config.withResumption(absurd))
                    .isInstanceOf(TlsConfigException.class);
        }
    }

    private static HandshakeKind kind(ClientConfig clients, ServerConfig servers) {
        try (TlsPair pair =
                TlsPair.of(clients.connect(Identities.NAME), servers.accept()).handshake()) {
            return pair.client().connection().handshakeKind().orElseThrow();
        }
    }
}
