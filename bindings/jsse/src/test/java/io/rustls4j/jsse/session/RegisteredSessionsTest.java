package io.rustls4j.jsse.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.rustls4j.HandshakeKind;
import io.rustls4j.ProtocolVersion;
import java.util.Enumeration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The face that both contexts have. */
class RegisteredSessionsTest {
    private final Clock clock = new Clock();
    private final ServerSessionCache sessions =
            new ServerSessionCache(new SessionDefaults(3, 100), clock);

    @AfterEach
    void forgetProperties() {
        System.clearProperty(SessionDefaults.CACHE_SIZE_PROPERTY);
        System.clearProperty(SessionDefaults.TIMEOUT_PROPERTY);
    }

    private JsseSession completed(int id) {
        JsseSession session = JsseSession.begin(null, -1, sessions);
        session.setProtocol(ProtocolVersion.TLSV1_2);
        session.setId(new byte[] {(byte) id});
        return sessions.completed(session, HandshakeKind.FULL);
    }

    @Test
    void sessionsAreFoundById() {
        JsseSession session = completed(1);
        assertThat(sessions.getSession(session.getId())).isSameAs(session);
        assertThat(sessions.getSession(new byte[] {2})).isNull();
        assertThat(Ids.of(sessions)).containsExactly("01");
        assertThatNullPointerException().isThrownBy(() -> sessions.getSession(null));
    }

    @Test
    void idsGivenOutAreCopies() {
        completed(1);
        sessions.getIds().nextElement()[0] = 9;
        assertThat(Ids.of(sessions)).containsExactly("01");
    }

    @Test
    void theLeastRecentlyUsedGoesFirstAndStaysValid() {
        JsseSession first = completed(1);
        JsseSession second = completed(2);
        completed(3);
        assertThat(sessions.getSession(first.getId())).isSameAs(first);
        completed(4);
        assertThat(Ids.of(sessions)).containsExactlyInAnyOrder("01", "03", "04");
        assertThat(second.isValid()).isTrue();
        second.invalidate();
        assertThat(Ids.of(sessions)).hasSize(3);
    }

    @Test
    void enumeratingIsNoUse() {
        completed(1);
        completed(2);
        completed(3);
        Ids.of(sessions);
        completed(4);
        assertThat(Ids.of(sessions)).containsExactly("02", "03", "04");
    }

    @Test
    void aSmallerSizeActsAtOnceAndZeroIsNoLimit() {
        IntStream.range(0, 3).forEach(this::completed);
        sessions.setSessionCacheSize(1);
        assertThat(Ids.of(sessions)).containsExactly("02");
        sessions.setSessionCacheSize(0);
        IntStream.range(0, 100).forEach(this::completed);
        assertThat(Ids.of(sessions)).hasSize(100);
        assertThat(sessions.getSessionCacheSize()).isZero();
    }

    @Test
    void sessionsTimeOut() {
        JsseSession session = completed(1);
        clock.advanceSeconds(99);
        JsseSession later = completed(2);
        assertThat(sessions.getSession(session.getId())).isSameAs(session);
        clock.advanceSeconds(1);
        assertThat(sessions.getSession(session.getId())).isNull();
        assertThat(session.isValid()).isFalse();
        assertThat(later.isValid()).isTrue();
        assertThat(Ids.of(sessions)).containsExactly("02");
        clock.advanceSeconds(99);
        assertThat(Ids.of(sessions)).isEmpty();
        assertThat(later.isValid()).isFalse();
    }

    @Test
    void aShorterTimeoutActsAtOnceAndZeroIsForever() {
        JsseSession session = completed(1);
        clock.advanceSeconds(10);
        sessions.setSessionTimeout(10);
        assertThat(session.isValid()).isFalse();
        sessions.setSessionTimeout(0);
        JsseSession eternal = completed(2);
        clock.advanceSeconds(1_000_000_000L);
        assertThat(sessions.getSession(eternal.getId())).isSameAs(eternal);
        sessions.setSessionTimeout(Integer.MAX_VALUE);
        assertThat(sessions.getSession(eternal.getId())).as("no overflow").isSameAs(eternal);
    }

    @Test
    void negativeNumbersAreRefusedAndChangeNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sessions.setSessionTimeout(-1))
                .withMessageContaining("-1 seconds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sessions.setSessionCacheSize(-2))
                .withMessageContaining("size -2");
        assertThat(sessions.getSessionTimeout()).isEqualTo(100);
        assertThat(sessions.getSessionCacheSize()).isEqualTo(3);
    }

    @Test
    void sessionsMayBeInvalidatedWhileTheyAreEnumerated() {
        IntStream.range(0, 3).forEach(this::completed);
        Enumeration<byte[]> ids = sessions.getIds();
        int seen = 0;
        while (ids.hasMoreElements()) {
            sessions.getSession(ids.nextElement()).invalidate();
            completed(50 + seen);
            seen++;
        }
        assertThat(seen).isEqualTo(3);
        assertThat(Ids.of(sessions)).containsExactly("32", "33", "34");
    }

    @Test
    void oneInvalidatedDuringItsHandshakeIsNotKept() {
        JsseSession session = JsseSession.begin(null, -1, sessions);
        session.invalidate();
        assertThat(sessions.completed(session, HandshakeKind.FULL)).isSameAs(session);
        assertThat(Ids.of(sessions)).isEmpty();
        assertThat(session.getSessionContext()).isNull();
    }

    @Test
    void anotherSessionOfTheSameIdTakesThePlace() {
        JsseSession first = completed(1);
        JsseSession second = completed(1);
        assertThat(sessions.getSession(new byte[] {1})).isSameAs(second);
        first.invalidate();
        assertThat(sessions.getSession(new byte[] {1})).isSameAs(second);
    }

    @Test
    void defaultsAreTheJdks() {
        assertThat(SessionDefaults.read()).isEqualTo(new SessionDefaults(20480, 86400));
        System.setProperty(SessionDefaults.CACHE_SIZE_PROPERTY, "7");
        System.setProperty(SessionDefaults.TIMEOUT_PROPERTY, "60");
        ServerSessionCache configured = new ServerSessionCache();
        assertThat(configured.getSessionCacheSize()).isEqualTo(7);
        assertThat(configured.getSessionTimeout()).isEqualTo(60);
    }

    @Test
    void propertiesThatMakeNoSenseAreNotFollowed() {
        System.setProperty(SessionDefaults.CACHE_SIZE_PROPERTY, "-7");
        System.setProperty(SessionDefaults.TIMEOUT_PROPERTY, "604801");
        assertThat(SessionDefaults.read()).isEqualTo(new SessionDefaults(20480, 86400));
        System.setProperty(SessionDefaults.CACHE_SIZE_PROPERTY, "many");
        System.setProperty(SessionDefaults.TIMEOUT_PROPERTY, "");
        assertThat(SessionDefaults.read()).isEqualTo(new SessionDefaults(20480, 86400));
    }
}
