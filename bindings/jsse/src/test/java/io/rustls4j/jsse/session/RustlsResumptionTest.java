package io.rustls4j.jsse.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.HandshakeKind;
import io.rustls4j.ProtocolVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That rustls resumes what it should, and nothing else. */
class RustlsResumptionTest {
    private final Clock clock = new Clock();

    private RustlsPair pair(ProtocolVersion version) {
        return new RustlsPair(version, clock);
    }

    @ParameterizedTest
    @EnumSource
    void sessionsGoOnOnBothSides(ProtocolVersion version) throws Exception {
        try (RustlsPair pair = pair(version)) {
            RustlsPair.Outcome first = pair.handshake();
            assertThat(first.kind()).isEqualTo(HandshakeKind.FULL);
            first.client().putValue("k", "client");
            first.server().putValue("k", "server");
            for (int i = 0; i < 10; i++) {
                RustlsPair.Outcome next = pair.handshake();
                assertThat(next.kind()).isEqualTo(HandshakeKind.RESUMED);
                assertThat(next.client()).isSameAs(first.client());
                assertThat(next.server()).isSameAs(first.server());
            }
            assertThat(first.client().getValue("k")).isEqualTo("client");
            assertThat(first.server().getValue("k")).isEqualTo("server");
            assertThat(first.client().getPeerCertificates()).hasSize(1);
            assertThat(Ids.of(pair.clients)).hasSize(1);
            assertThat(Ids.of(pair.servers)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatInvalidatesDoesNotResume(ProtocolVersion version) {
        try (RustlsPair pair = pair(version)) {
            pair.handshake().client().invalidate();
            assertThat(pair.handshake().kind()).isEqualTo(HandshakeKind.FULL);
            assertThat(pair.handshake().kind()).isEqualTo(HandshakeKind.RESUMED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatInvalidatesDoesNotResume(ProtocolVersion version) {
        try (RustlsPair pair = pair(version)) {
            pair.handshake();
            pair.handshake().server().invalidate();
            assertThat(pair.servers.storedKeys()).isZero();
            assertThat(pair.handshake().kind()).isEqualTo(HandshakeKind.FULL);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherPortOrNoNameIsAnotherPeer(ProtocolVersion version) {
        try (RustlsPair pair = pair(version)) {
            pair.handshake();
            assertThat(pair.handshake(RustlsPair.NAME, 444).kind()).isEqualTo(HandshakeKind.FULL);
            assertThat(pair.handshake(null, 443).kind()).isEqualTo(HandshakeKind.FULL);
            assertThat(pair.handshake(null, 443).kind()).isEqualTo(HandshakeKind.FULL);
            assertThat(pair.handshake().kind()).isEqualTo(HandshakeKind.RESUMED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void timeoutsActOnEitherSide(ProtocolVersion version) {
        try (RustlsPair pair = pair(version)) {
            pair.handshake();
            clock.advanceSeconds(50);
            pair.servers.setSessionTimeout(50);
            assertThat(pair.handshake().kind()).isEqualTo(HandshakeKind.FULL);
            pair.servers.setSessionTimeout(0);
            assertThat(pair.handshake().kind()).isEqualTo(HandshakeKind.RESUMED);
            clock.advanceSeconds(1000);
            assertThat(pair.handshake().kind()).isEqualTo(HandshakeKind.FULL);
        }
    }

    @ParameterizedTest
    @EnumSource
    void smallerCachesActOnEitherSide(ProtocolVersion version) {
        try (RustlsPair pair = pair(version)) {
            pair.handshake("one.test", 443);
            pair.handshake("two.test", 443);
            pair.clients.setSessionCacheSize(1);
            pair.clients.setSessionCacheSize(0);
            assertThat(pair.handshake("one.test", 443).kind()).isEqualTo(HandshakeKind.FULL);
            assertThat(pair.handshake("two.test", 443).kind()).isEqualTo(HandshakeKind.RESUMED);
            pair.servers.setSessionCacheSize(1);
            assertThat(pair.handshake("one.test", 443).kind()).isEqualTo(HandshakeKind.FULL);
        }
    }
}
