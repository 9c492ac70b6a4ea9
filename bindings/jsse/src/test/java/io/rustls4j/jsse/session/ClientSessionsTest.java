package io.rustls4j.jsse.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.CertificateDer;
import io.rustls4j.CipherSuite;
import io.rustls4j.ClientConfig;
import io.rustls4j.HandshakeKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.jsse.session.ClientSessions.Lease;
import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which configuration a connection gets, and which session it has in the end. */
class ClientSessionsTest {
    private static final String NAME = "a.test";

    private final Clock clock = new Clock();
    private final ClientSessions sessions = new ClientSessions(new SessionDefaults(4, 100), clock);
    private final List<ClientConfig> bases = new ArrayList<>();
    private final ClientConfig base = newBase();

    private ClientConfig newBase() {
        ClientConfig config =
                ClientConfig.builder()
                        .serverVerifier(ServerCertVerifier.dangerous().custom(shown -> {}))
                        .build();
        bases.add(config);
        return config;
    }

    @AfterEach
    void close() {
        bases.forEach(ClientConfig::close);
        sessions.open().closeAll();
    }

    private Lease lease(String host) {
        return sessions.lease(base, host, 443, "HTTPS", null);
    }

    private static ClientConfig connect(Lease lease) {
        return lease.connect(NAME, config -> config);
    }

    private ClientConfig connect(String host) {
        return connect(lease(host));
    }

    private JsseSession made(int certificate) {
        JsseSession session = JsseSession.begin(NAME, 443, sessions);
        session.setProtocol(ProtocolVersion.TLSV1_3);
        session.setCipherSuite(CipherSuite.TLS13_AES_128_GCM_SHA256);
        session.setPeerCertificates(List.of(CertificateDer.of(new byte[] {(byte) certificate, 1})));
        return session;
    }

    private JsseSession full(String host) {
        Lease lease = lease(host);
        connect(lease);
        return lease.completed(made(1), HandshakeKind.FULL);
    }

    private static boolean isClosed(ClientConfig config) {
        try {
            config.fips();
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    @Test
    void aPeerHasItsOwnConfiguration() {
        ClientConfig one = connect("a.test");
        assertThat(one).isNotSameAs(base);
        assertThat(connect("A.TEST")).isSameAs(one);
        assertThat(connect("b.test")).isNotSameAs(one);
    }

    @Test
    void allThatDecidesOnTrustKeepsPeersApart() {
        AlgorithmConstraints constraints = new Constraints();
        List<ClientConfig> distinct =
                List.of(
                        connect(sessions.lease(base, "a.test", 443, "HTTPS", null)),
                        connect(sessions.lease(newBase(), "a.test", 443, "HTTPS", null)),
                        connect(sessions.lease(base, "a.test", 444, "HTTPS", null)),
                        connect(sessions.lease(base, "a.test", 443, "LDAPS", null)));
        assertThat(distinct).doesNotHaveDuplicates();
        sessions.setSessionCacheSize(0);
        ClientConfig constrained =
                connect(sessions.lease(base, "a.test", 443, "HTTPS", constraints));
        assertThat(connect(sessions.lease(base, "a.test", 443, "HTTPS", new Constraints())))
                .as("equal constraints are not the same")
                .isNotSameAs(constrained);
        assertThat(connect(sessions.lease(base, "a.test", 443, "https", constraints)))
                .isSameAs(constrained);
        ClientConfig unchecked = connect(sessions.lease(base, "a.test", 443, null, null));
        assertThat(distinct).doesNotContain(unchecked);
        assertThat(connect(sessions.lease(base, "a.test", 443, "", null))).isSameAs(unchecked);
        assertThat(lease("a.test").<ClientConfig>connect("b.test", config -> config))
                .as("another name to check")
                .isNotSameAs(distinct.getFirst());
    }

    /** Equal to all of its kind: that does not count. */
    private static final class Constraints implements AlgorithmConstraints {
        @Override
        public boolean permits(
                Set<CryptoPrimitive> primitives, String algorithm, AlgorithmParameters parameters) {
            return true;
        }

        @Override
        public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
            return true;
        }

        @Override
        public boolean permits(
                Set<CryptoPrimitive> primitives,
                String algorithm,
                Key key,
                AlgorithmParameters parameters) {
            return true;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Constraints;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Test
    void whoHasNoHostOrNoPortNeverResumes() {
        for (Lease nameless :
                List.of(
                        sessions.lease(base, null, 443, "HTTPS", null),
                        sessions.lease(base, "", 443, "HTTPS", null),
                        sessions.lease(base, "a.test", -1, "HTTPS", null))) {
            ClientConfig config = connect(nameless);
            assertThat(connect(sessions.lease(base, null, -1, null, null))).isSameAs(config);
            JsseSession session = made(1);
            assertThat(nameless.completed(session, HandshakeKind.FULL)).isSameAs(session);
            assertThat(nameless.canResume()).isFalse();
            assertThat(sessions.getSession(session.getId())).isSameAs(session);
            session.invalidate();
            assertThat(isClosed(config)).as("there is nothing to forget").isFalse();
        }
    }

    @Test
    void aResumedConnectionHasTheOriginalSession() {
        JsseSession original = full(NAME);
        original.putValue("k", "v");
        clock.advanceSeconds(5);
        Lease lease = lease(NAME);
        connect(lease);
        assertThat(lease.canResume()).isTrue();
        JsseSession resumed = lease.completed(made(1), HandshakeKind.RESUMED);
        assertThat(resumed).isSameAs(original);
        assertThat(resumed.getValue("k")).isEqualTo("v");
        assertThat(resumed.getLastAccessedTime()).isEqualTo(Clock.START + 5000);
        assertThat(resumed.getCreationTime()).isEqualTo(Clock.START);
        assertThat(Ids.of(sessions)).containsExactly(Ids.of(original));
    }

    @Test
    void aResumedConnectionNeverHasTheSessionOfAnotherCertificate() {
        Lease one = lease(NAME);
        Lease other = lease(NAME);
        connect(one);
        connect(other);
        JsseSession first = one.completed(made(1), HandshakeKind.FULL);
        JsseSession second = other.completed(made(2), HandshakeKind.FULL);
        Lease third = lease(NAME);
        connect(third);
        assertThat(third.completed(made(1), HandshakeKind.RESUMED)).isSameAs(first);
        assertThat(third.completed(made(2), HandshakeKind.RESUMED)).isSameAs(second);
        JsseSession unknown = made(3);
        assertThat(third.completed(unknown, HandshakeKind.RESUMED)).isSameAs(unknown);
        JsseSession otherSuite = made(1);
        otherSuite.setCipherSuite(CipherSuite.TLS13_CHACHA20_POLY1305_SHA256);
        assertThat(third.completed(otherSuite, HandshakeKind.RESUMED)).isSameAs(otherSuite);
    }

    @Test
    void theLatestOfTwoAlikeIsRemembered() {
        JsseSession first = full(NAME);
        JsseSession second = full(NAME);
        Lease lease = lease(NAME);
        connect(lease);
        assertThat(lease.completed(made(1), HandshakeKind.RESUMED)).isSameAs(second);
        assertThat(Ids.of(sessions)).contains(Ids.of(first), Ids.of(second));
    }

    @Test
    void invalidatingStopsResumption() {
        JsseSession session = full(NAME);
        ClientConfig before = connect(NAME);
        session.invalidate();
        assertThat(isClosed(before)).isTrue();
        Lease lease = lease(NAME);
        assertThat(connect(lease)).isNotSameAs(before);
        assertThat(lease.canResume()).isFalse();
        assertThat(Ids.of(sessions)).isEmpty();
        session.invalidate();
        assertThat(isClosed(connect(NAME))).isFalse();
    }

    @Test
    void invalidatingAnOlderSessionStopsItsTicketsToo() {
        JsseSession first = full(NAME);
        full(NAME);
        ClientConfig before = connect(NAME);
        first.invalidate();
        assertThat(isClosed(before)).isTrue();
    }

    @Test
    void oneThatWasResumedWhileItWasInvalidatedStaysInvalid() {
        JsseSession session = full(NAME);
        Lease lease = lease(NAME);
        connect(lease);
        session.invalidate();
        assertThat(lease.canResume()).isFalse();
        assertThat(lease.completed(made(1), HandshakeKind.RESUMED)).isSameAs(session);
        assertThat(session.isValid()).isFalse();
        assertThat(Ids.of(sessions)).isEmpty();
    }

    @Test
    void aHandshakeThatBeganBeforeCannotBringTheMemoryBack() {
        JsseSession session = full(NAME);
        Lease late = lease(NAME);
        connect(late);
        session.invalidate();
        JsseSession other = late.completed(made(1), HandshakeKind.FULL);
        assertThat(other.isValid()).isTrue();
        Lease next = lease(NAME);
        connect(next);
        assertThat(next.canResume()).isFalse();
    }

    @Test
    void oneInvalidatedDuringItsHandshakeIsNotRememberedNorAreItsTickets() {
        Lease lease = lease(NAME);
        ClientConfig before = connect(lease);
        JsseSession session = made(1);
        session.invalidate();
        assertThat(lease.completed(session, HandshakeKind.FULL)).isSameAs(session);
        assertThat(lease.canResume()).isFalse();
        assertThat(isClosed(before)).isTrue();
        assertThat(Ids.of(sessions)).isEmpty();
    }

    @Test
    void aFailedHandshakeForgetsThePeer() {
        full(NAME);
        Lease lease = lease(NAME);
        ClientConfig before = connect(lease);
        lease.failed();
        lease.failed();
        assertThat(isClosed(before)).isTrue();
        lease("b.test").failed();
    }

    @Test
    void sessionsTimeOut() {
        JsseSession session = full(NAME);
        ClientConfig before = connect(NAME);
        clock.advanceSeconds(99);
        assertThat(connect(NAME)).isSameAs(before);
        clock.advanceSeconds(1);
        assertThat(connect(NAME)).isNotSameAs(before);
        assertThat(isClosed(before)).isTrue();
        assertThat(sessions.getSession(session.getId())).isNull();
        assertThat(session.isValid()).isFalse();
    }

    @Test
    void noTicketOutlivesTheTimeoutOfItsSessionInTheMemoryOfALaterOne() {
        full(NAME);
        clock.advanceSeconds(60);
        full(NAME);
        ClientConfig before = connect(NAME);
        clock.advanceSeconds(40);
        assertThat(connect(NAME)).isNotSameAs(before);
    }

    @Test
    void aSmallerSizeForgetsPeers() {
        full("a.test");
        full("b.test");
        ClientConfig a = connect("a.test");
        ClientConfig b = connect("b.test");
        sessions.setSessionCacheSize(1);
        assertThat(isClosed(a)).isTrue();
        assertThat(isClosed(b)).isFalse();
        assertThat(Ids.of(sessions)).hasSize(1);
        assertThat(sessions.open().count()).isEqualTo(1);
    }

    @Test
    void manyPeersAreBoundedEvenIfNoHandshakeEverEnds() {
        ClientConfig first = connect("0.test");
        for (int i = 1; i < 50; i++) {
            connect(i + ".test");
        }
        assertThat(isClosed(first)).isTrue();
        assertThat(sessions.open().count()).isEqualTo(4);
    }

    @Test
    void evictingAnOlderSessionOfAPeerLeavesTheLatestResumable() {
        full(NAME);
        ClientConfig before = connect(NAME);
        for (int i = 0; i < 20; i++) {
            full(NAME);
        }
        assertThat(Ids.of(sessions)).hasSize(4);
        assertThat(connect(NAME)).isSameAs(before);
    }

    @Test
    void noConfigurationIsClosedWhileItIsInUse() {
        JsseSession session = full(NAME);
        Lease lease = lease(NAME);
        ClientConfig used =
                lease.connect(
                        NAME,
                        config -> {
                            session.invalidate();
                            assertThat(isClosed(config)).isFalse();
                            connect(NAME);
                            sessions.setSessionCacheSize(1);
                            connect("b.test");
                            assertThat(isClosed(config)).isFalse();
                            return config;
                        });
        assertThat(isClosed(used)).isTrue();
    }

    @Test
    void aConnectionThatCannotBeMadeLeavesNothingBehind() {
        ClientConfig[] used = new ClientConfig[1];
        assertThatThrownBy(
                        () ->
                                lease(NAME)
                                        .connect(
                                                NAME,
                                                config -> {
                                                    used[0] = config;
                                                    throw new IllegalStateException("refused");
                                                }))
                .hasMessage("refused");
        sessions.forget(base);
        assertThat(isClosed(used[0])).isTrue();
        assertThat(sessions.open().count()).isZero();
    }

    @Test
    void aBaseCanBeForgotten() {
        ClientConfig other = newBase();
        ClientConfig kept = connect(sessions.lease(other, "a.test", 443, null, null));
        ClientConfig one = connect("a.test");
        ClientConfig two = connect(sessions.lease(base, null, -1, null, null));
        sessions.forget(base);
        assertThat(isClosed(one)).isTrue();
        assertThat(isClosed(two)).isTrue();
        assertThat(isClosed(kept)).isFalse();
    }

    @Test
    void aClosedBaseIsAnError() {
        ClientConfig closed = newBase();
        closed.close();
        Lease lease = sessions.lease(closed, "a.test", 443, null, null);
        assertThatIllegalStateException().isThrownBy(() -> connect(lease));
        assertThat(sessions.open().count()).isZero();
    }

    @Test
    void askingBeforeConnectingIsAnError() {
        assertThatIllegalStateException().isThrownBy(lease(NAME)::canResume);
        assertThatIllegalStateException()
                .isThrownBy(() -> lease(NAME).completed(made(1), HandshakeKind.FULL));
    }
}
