package io.rustls4j.tcnative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.internal.tcnative.SSL;
import io.netty.internal.tcnative.SSLContext;
import org.junit.jupiter.api.Test;

/** The numbers that Netty holds: what is wrong with one is an exception and never a crash. */
class HandlesTest {
    @Test
    void whatIsFreedIsGone() throws Exception {
        int before = Handles.SSL.size() + Handles.BIO.size() + Handles.CTX.size();
        long ctx = SSLContext.make(SSL.SSL_PROTOCOL_ALL, SSL.SSL_MODE_COMBINED);
        long ssl = SSL.newSSL(ctx, true);
        SSL.bioNewByteBuffer(ssl, 0);
        SSL.freeSSL(ssl);
        SSLContext.free(ctx);
        assertThat(Handles.SSL.size() + Handles.BIO.size() + Handles.CTX.size()).isEqualTo(before);
    }

    @Test
    void aFreedConnectionIsAnException() throws Exception {
        long ctx = SSLContext.make(SSL.SSL_PROTOCOL_ALL, SSL.SSL_MODE_SERVER);
        long ssl = SSL.newSSL(ctx, true);
        SSL.freeSSL(ssl);
        assertThatThrownBy(() -> SSL.doHandshake(ssl)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SSL.freeSSL(ssl)).isInstanceOf(IllegalArgumentException.class);
        SSLContext.free(ctx);
        assertThatThrownBy(() -> SSL.newSSL(ctx, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aContextIsNoConnection() throws Exception {
        long ctx = SSLContext.make(SSL.SSL_PROTOCOL_ALL, SSL.SSL_MODE_SERVER);
        assertThatThrownBy(() -> SSL.doHandshake(ctx)).isInstanceOf(IllegalArgumentException.class);
        SSLContext.free(ctx);
    }

    @Test
    void zeroIsNull() {
        assertThatThrownBy(() -> SSL.doHandshake(0)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> SSL.newSSL(0, true)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void protocolsThatDoNotExistAreRefused() {
        assertThatThrownBy(() -> SSLContext.make(SSL.SSL_PROTOCOL_NONE, SSL.SSL_MODE_SERVER))
                .isInstanceOf(Exception.class)
                .hasMessageContaining("TLS 1.2 and 1.3");
    }
}
