package io.rustls4j.tcnative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.internal.tcnative.SSL;
import io.netty.internal.tcnative.SSLContext;
import io.netty.internal.tcnative.SSLSession;
import io.rustls4j.tcnative.session.SessionHandles;
import io.rustls4j.tcnative.session.SslSession;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls at the edges of what they take do what netty-tcnative's do. */
class CallsTest {
    private long ctx;
    private long ssl;

    @BeforeEach
    void create() throws Exception {
        ctx = SSLContext.make(SSL.SSL_PROTOCOL_ALL, SSL.SSL_MODE_SERVER);
        ssl = SSL.newSSL(ctx, true);
    }

    @AfterEach
    void free() {
        SSL.freeSSL(ssl);
        SSLContext.free(ctx);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEmptyListOfSuitesChangesNothing(boolean tls13) throws Exception {
        String[] before = SSL.getCiphers(ssl);
        assertThat(SSL.setCipherSuites(ssl, "", tls13)).isFalse();
        assertThat(SSL.getCiphers(ssl)).isEqualTo(before);

        assertThat(SSLContext.setCipherSuite(ctx, "", tls13)).isFalse();
        long another = SSL.newSSL(ctx, true);
        assertThat(SSL.getCiphers(another)).isEqualTo(before);
        SSL.freeSSL(another);
    }

    @Test
    void anEmptyListOfSuitesDoesNotMakeUpForOneOfWhichNothingIsLeft() throws Exception {
        assertThat(SSL.setCipherSuites(ssl, "ECDHE-RSA-AES128-SHA", false)).isTrue();
        assertThatThrownBy(() -> SSL.setCipherSuites(ssl, "", true))
                .isInstanceOf(Exception.class)
                .hasMessageContaining("no cipher match");
    }

    @Test
    void nothingIsPendingWhereThereIsNoConnection() {
        assertThat(SSL.sslPending(0)).isZero();
    }

    @Test
    void anEmptyOcspResponseIsNotStapled() {
        SSL.setOcspResponse(ssl, new byte[0]);
        assertThat(SSL.getOcspResponse(ssl)).isNull();

        byte[] response = {1, 2, 3};
        SSL.setOcspResponse(ssl, response);
        SSL.setOcspResponse(ssl, new byte[0]);
        assertThat(SSL.getOcspResponse(ssl)).isEqualTo(response);
    }

    @Test
    void sessionsAreNotCachedBeforeSomebodySaysSo() {
        assertThat(SSLContext.getSessionCacheMode(ctx)).isEqualTo(SSL.SSL_SESS_CACHE_OFF);
        long before = SSLContext.getSessionCacheSize(ctx);
        assertThat(SSLContext.setSessionCacheSize(ctx, -1)).isZero();
        assertThat(SSLContext.getSessionCacheSize(ctx)).isEqualTo(before);
        assertThat(SSLContext.getSessionCacheMode(ctx)).isEqualTo(SSL.SSL_SESS_CACHE_OFF);

        assertThat(SSLContext.setSessionCacheSize(ctx, 7)).isEqualTo(before);
        assertThat(SSLContext.getSessionCacheSize(ctx)).isEqualTo(7);
        assertThat(SSLContext.getSessionCacheMode(ctx)).isEqualTo(SSL.SSL_SESS_CACHE_SERVER);
    }

    @Test
    void settingTheTimeoutOfASessionReturnsThatItWorked() {
        long session =
                SessionHandles.add(new SslSession(new byte[] {1}, true, 300, Optional.empty()));
        assertThat(SSLSession.setTimeout(session, 20)).isEqualTo(1);
        assertThat(SSLSession.getTimeout(session)).isEqualTo(20);
        SSLSession.free(session);
    }
}
