package io.rustls4j.jsse.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of protocols and suites: the same as with SunJSSE, right and wrong. */
class SettersTest {
    private final SSLEngine oracle = SunJsse.engine();
    private final ConnectionParameters ours = ConnectionParameters.defaults(ContextKind.TLS, true);

    static Stream<Arguments> protocols() {
        return Stream.of(
                        null,
                        new String[0],
                        new String[] {null},
                        new String[] {""},
                        new String[] {"TLSv1.3"},
                        new String[] {"TLSv1.2", "TLSv1.3"},
                        new String[] {"TLSv1.2", "TLSv1.2"},
                        new String[] {"TLSv1.1", "TLSv1", "SSLv3", "SSLv2Hello"},
                        new String[] {"DTLSv1.2", "DTLSv1.0", "NONE"},
                        new String[] {"tlsv1.3"},
                        new String[] {"TLSv1.3", "TLSv1.4"},
                        new String[] {"TLS"},
                        new String[] {" TLSv1.2"})
                .map(Arguments::new);
    }

    static Stream<Arguments> suites() {
        return Stream.of(
                        null,
                        new String[0],
                        new String[] {null},
                        new String[] {""},
                        new String[] {"TLS_AES_128_GCM_SHA256"},
                        new String[] {"TLS_AES_128_GCM_SHA256", "TLS_AES_128_GCM_SHA256"},
                        new String[] {"tls_aes_128_gcm_sha256"},
                        new String[] {"TLS_AES_128_CCM_SHA256"},
                        new String[] {"TLS_FALLBACK_SCSV"},
                        new String[] {"TLS_EMPTY_RENEGOTIATION_INFO_SCSV"},
                        new String[] {"SSL_NULL_WITH_NULL_NULL"},
                        new String[] {"TLS_RSA_WITH_3DES_EDE_CBC_SHA", "SSL_RSA_WITH_RC4_128_MD5"},
                        new String[] {"TLS_AES_256_GCM_SHA384", "TLS_UNKNOWN"},
                        new String[] {"ECDHE-RSA-AES128-GCM-SHA256"})
                .map(Arguments::new);
    }

    /** An array, which JUnit would take for the list of a test's arguments. */
    record Arguments(@Nullable List<@Nullable String> list) {
        Arguments(@Nullable String @Nullable [] names) {
            this(names == null ? null : Arrays.asList(names));
        }

        @Nullable String @Nullable [] names() {
            return list == null ? null : list.toArray(String[]::new);
        }

        @Override
        public String toString() {
            return String.valueOf(list);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("protocols")
    void protocolsAreTakenOrRefusedAlike(Arguments given) {
        Throwable expected = catchThrowable(() -> oracle.setEnabledProtocols(given.names()));
        Throwable actual = catchThrowable(() -> ours.setEnabledProtocols(given.names()));

        assertSame(expected, actual);
        if (expected == null) {
            assertThat(ours.enabledProtocols()).containsExactly(oracle.getEnabledProtocols());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("suites")
    void suitesAreTakenOrRefusedAlike(Arguments given) {
        Throwable expected = catchThrowable(() -> oracle.setEnabledCipherSuites(given.names()));
        Throwable actual = catchThrowable(() -> ours.setEnabledCipherSuites(given.names()));

        assertSame(expected, actual);
        if (expected == null) {
            assertThat(ours.enabledCipherSuites()).containsExactly(oracle.getEnabledCipherSuites());
        }
    }

    @Test
    void everySuiteOfSunJsseCanBeEnabled() {
        String[] all = oracle.getSupportedCipherSuites();
        ours.setEnabledCipherSuites(all);

        assertThat(ours.enabledCipherSuites()).containsExactly(all);
    }

    /** Also those that the JDK has disabled, by both of their names. */
    @Test
    void everyKnownSuiteCanBeEnabledInSunJsse() {
        List<String> names = new ArrayList<>(KnownSuites.names());

        assertThat(names).hasSizeGreaterThan(100);
        oracle.setEnabledCipherSuites(names.toArray(String[]::new));
        ours.setEnabledCipherSuites(names.toArray(String[]::new));
        assertThat(ours.enabledCipherSuites()).containsExactly(oracle.getEnabledCipherSuites());
    }

    @Test
    void aRefusedListChangesNothing() {
        ours.setEnabledProtocols(new String[] {"TLSv1.2"});

        assertThatThrownBy(() -> ours.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv9"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TLSv9");
        assertThat(ours.enabledProtocols()).containsExactly("TLSv1.2");
    }

    @Test
    void arraysAreCopied() {
        String[] given = {"TLSv1.2"};
        ours.setEnabledProtocols(given);
        given[0] = "TLSv1.3";
        ours.enabledProtocols()[0] = "TLSv1.3";

        assertThat(ours.enabledProtocols()).containsExactly("TLSv1.2");
    }

    private static void assertSame(@Nullable Throwable expected, @Nullable Throwable actual) {
        if (expected == null) {
            assertThat(actual).isNull();
        } else {
            assertThat(actual).hasSameClassAs(expected).hasMessage(expected.getMessage());
        }
    }
}
