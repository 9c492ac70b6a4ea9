package io.rustls4j.tcnative.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.ssl.CipherSuiteFilter;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of suites as applications have them, with suites that rustls does not have. */
class CipherSuitesTest {
    private static final String GCM = "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";
    private static final String TLS13 = "TLS_AES_128_GCM_SHA256";
    private static final String CBC = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA";
    private static final String RSA_KEY_EXCHANGE = "TLS_RSA_WITH_AES_128_GCM_SHA256";

    @BeforeAll
    static void available() {
        OpenSsl.ensureAvailability();
    }

    static List<CipherSuiteFilter> filters() {
        return List.of(IdentityCipherSuiteFilter.INSTANCE, SupportedCipherSuiteFilter.INSTANCE);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void theRestOfAMixedListIsNegotiated(CipherSuiteFilter filter) throws Exception {
        assertThat(negotiated(List.of(CBC, GCM, RSA_KEY_EXCHANGE), filter)).isEqualTo(GCM);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void tls13AloneMayBeLeft(CipherSuiteFilter filter) throws Exception {
        assertThat(negotiated(List.of(CBC, TLS13), filter)).isEqualTo(TLS13);
    }

    private static String negotiated(List<String> suites, CipherSuiteFilter filter)
            throws SSLException {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).ciphers(suites, filter).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).ciphers(suites, filter).build();
        try (EnginePair pair = Contexts.connect(clients, servers)) {
            return pair.server().getSession().getCipherSuite();
        } finally {
            Contexts.release(clients, servers);
        }
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aListOfNothingElseIsRefused(CipherSuiteFilter filter) {
        SslContextBuilder builder =
                Contexts.server(SslProvider.OPENSSL)
                        .ciphers(List.of(CBC, RSA_KEY_EXCHANGE), filter);

        assertThatThrownBy(builder::build)
                .isInstanceOf(SSLException.class)
                .rootCause()
                .hasMessageContaining("no cipher match");
    }

    @Test
    void anEngineTakesSuchAListToo() throws Exception {
        SslContext servers = Contexts.server(SslProvider.OPENSSL).build();
        try (EnginePair pair = Contexts.pair(servers, servers, Contexts.NAME)) {
            pair.server().setEnabledCipherSuites(new String[] {CBC, GCM, TLS13});
            assertThat(pair.server().getEnabledCipherSuites())
                    .containsExactlyInAnyOrder(GCM, TLS13);
        } finally {
            Contexts.release(servers);
        }
    }
}
