package io.rustls4j.tcnative.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.internal.tcnative.SSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which key-exchange group comes of two lists. */
class GroupsTest {
    @ParameterizedTest
    @CsvSource({
        "TLSv1.3, P-384:P-256, P-256:P-384, P-384",
        "TLSv1.2, P-384:P-256, P-256:P-384, P-384",
        "TLSv1.3, P-384:P-256, X25519:P-256, P-256",
        "TLSv1.2, X25519MLKEM768:P-256:X25519, X25519:P-256:X25519MLKEM768, P-256"
    })
    void theServersOrderCounts(String version, String servers, String clients, String expected)
            throws Exception {
        assertThat(negotiated(version, servers, clients, 0)).isEqualTo(expected);
    }

    @Test
    void theClientsOrderCountsWhereTheServerLeavesItTheChoice() throws Exception {
        int preference = SSL.SSL_OP_CIPHER_SERVER_PREFERENCE;
        assertThat(negotiated("TLSv1.3", "P-384:P-256", "P-256:P-384", preference))
                .isEqualTo("P-256");
    }

    private static String negotiated(String version, String servers, String clients, int cleared)
            throws Exception {
        SslContext client = context(Contexts.client(SslProvider.OPENSSL), version, clients);
        SslContext server = context(Contexts.server(SslProvider.OPENSSL), version, servers);
        try (EnginePair pair = Contexts.pair(client, server, Contexts.NAME)) {
            long ssl = Contexts.pointer(pair.server());
            SSL.clearOptions(ssl, cleared);
            pair.handshake();
            return String.valueOf(SSL.getGroupName(ssl));
        } finally {
            Contexts.release(client, server);
        }
    }

    private static SslContext context(SslContextBuilder builder, String version, String groups)
            throws Exception {
        return builder.protocols(version)
                .option(OpenSslContextOption.GROUPS, groups.split(":"))
                .build();
    }
}
