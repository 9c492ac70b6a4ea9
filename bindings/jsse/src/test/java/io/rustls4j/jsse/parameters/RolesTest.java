package io.rustls4j.jsse.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Defaults of each kind of context, for both roles. */
class RolesTest {
    @ParameterizedTest
    @EnumSource
    void theDefaultsAreSunJssesAsFarAsRustlsHasThem(ContextKind kind) {
        for (boolean client : new boolean[] {true, false}) {
            SSLEngine oracle = SunJsse.engine(kind, client);
            ConnectionParameters ours = ConnectionParameters.defaults(kind, client);

            assertThat(ours.enabledProtocols()).containsExactly(oracle.getEnabledProtocols());
            assertThat(ours.enabledCipherSuites())
                    .containsExactlyElementsOf(SunJsse.common(oracle.getEnabledCipherSuites()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfTheRoleChangesWhatNobodyHasSet(ContextKind kind) {
        SSLEngine oracle = SunJsse.engine(kind, false);
        ConnectionParameters ours = ConnectionParameters.defaults(kind, false);
        oracle.setUseClientMode(true);
        ours.setClient(true);

        assertThat(ours.enabledProtocols()).containsExactly(oracle.getEnabledProtocols());
        assertThat(ours.enabledCipherSuites())
                .containsExactlyElementsOf(SunJsse.common(oracle.getEnabledCipherSuites()));
    }

    @Test
    void aChangeOfTheRoleLeavesWhatWasSet() {
        ConnectionParameters ours = ConnectionParameters.defaults(ContextKind.TLSV1_2, false);
        ours.setEnabledProtocols(new String[] {"TLSv1.3"});
        ours.setClient(true);

        assertThat(ours.enabledProtocols()).containsExactly("TLSv1.3");
    }

    @Test
    void supportedIsWhatCanBeNegotiated() {
        SSLParameters oracle = SunJsse.context(ContextKind.TLS).getSupportedSSLParameters();

        assertThat(Protocols.supported()).containsExactly("TLSv1.3", "TLSv1.2");
        assertThat(Suites.supported())
                .containsExactlyElementsOf(SunJsse.common(oracle.getCipherSuites()));
    }
}
