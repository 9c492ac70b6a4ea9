package io.rustls4j.tcnative.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslProvider;
import io.rustls4j.tcnative.OpenHandles;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever Netty is given a number for is given back with what it belongs to. */
class LeakTest {
    private static final int CONNECTIONS = 300;

    @Test
    void connectionsLeaveNothingBehind() throws Exception {
        Map<String, Integer> before = OpenHandles.count();
        SslContext clients = Contexts.client(SslProvider.OPENSSL_REFCNT).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL_REFCNT).build();
        for (int i = 0; i < CONNECTIONS; i++) {
            Contexts.connect(clients, servers).close();
        }
        Contexts.release(clients, servers);
        assertThat(OpenHandles.count()).isEqualTo(before);
    }
}
