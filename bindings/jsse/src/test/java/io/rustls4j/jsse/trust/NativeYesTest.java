package io.rustls4j.jsse.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import io.rustls4j.jsse.handshake.Endpoint;
import io.rustls4j.jsse.handshake.HandshakeView;
import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.session.JsseSession;
import io.rustls4j.testkit.TestAuthority;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom webpki trusts, nobody else is asked about. */
class NativeYesTest {
    private static final Shown PEER = Shown.good(TestAuthority.root("native yes"));

    @ParameterizedTest
    @EnumSource
    void servers(ProtocolVersion version) throws Exception {
        PeerTrust trust = PeerTrust.of(Stores.manager(PEER.anchors()));
        assertThat(
                        RustlsHandshake.refusal(
                                new Unasked(true),
                                ClientConfig.builder(EngineKind.RUSTLS)
                                        .versions(version)
                                        .serverVerifier(
                                                trust.serverVerifier(
                                                        Sessions.offered(), true, false))
                                        .build(),
                                ServerConfig.builder(EngineKind.RUSTLS)
                                        .versions(version)
                                        .certifiedKeys(PEER.certifiedKey())
                                        .build()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void clients(ProtocolVersion version) throws Exception {
        PeerTrust trust = PeerTrust.of(Stores.manager(PEER.anchors()));
        assertThat(
                        RustlsHandshake.refusal(
                                new Unasked(false),
                                ClientConfig.builder(EngineKind.RUSTLS)
                                        .versions(version)
                                        .serverVerifier(
                                                trust.serverVerifier(
                                                        Sessions.offered(), true, false))
                                        .certResolver((names, schemes) -> PEER.certifiedKey())
                                        .build(),
                                ServerConfig.builder(EngineKind.RUSTLS)
                                        .versions(version)
                                        .certifiedKeys(PEER.certifiedKey())
                                        .clientVerifier(
                                                trust.clientVerifier(
                                                        Sessions.offered(), true, false))
                                        .build()))
                .isEmpty();
    }

    private record Unasked(boolean isClient) implements HandshakeView {
        @Override
        public Endpoint endpoint() {
            throw new AssertionError("the manager was asked");
        }

        @Override
        public JsseSession session() {
            throw new AssertionError("the manager was asked");
        }

        @Override
        public ConnectionParameters parameters() {
            throw new AssertionError("the manager was asked");
        }
    }
}
