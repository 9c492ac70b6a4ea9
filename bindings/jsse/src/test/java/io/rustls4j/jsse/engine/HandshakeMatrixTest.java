package io.rustls4j.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.testkit.KeyKind;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of key, protocol and client authentication; first in full, then resumed. */
class HandshakeMatrixTest {
    private enum Asked {
        NO {
            @Override
            void set(SSLEngine server) {}
        },
        WANTED {
            @Override
            void set(SSLEngine server) {
                server.setWantClientAuth(true);
            }
        },
        NEEDED {
            @Override
            void set(SSLEngine server) {
                server.setNeedClientAuth(true);
            }
        };

        abstract void set(SSLEngine server);
    }

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (KeyKind kind : KeyKind.values()) {
            for (String protocol : List.of("TLSv1.3", "TLSv1.2")) {
                for (Asked asked : Asked.values()) {
                    cases.add(Arguments.of(kind, protocol, asked));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0} {1} client authentication {2}")
    @MethodSource("cases")
    void connectsAndResumes(KeyKind kind, String protocol, Asked asked) throws Exception {
        SSLContext context = Identity.context(kind);
        SSLContext serverContext = Identity.context(kind);
        SSLSession first = connect(context, serverContext, protocol, asked);
        SSLSession second = connect(context, serverContext, protocol, asked);

        assertThat(second.getId()).as("resumed").isEqualTo(first.getId());
        first.invalidate();
        SSLSession third = connect(context, serverContext, protocol, asked);
        assertThat(third.getId()).as("not resumed").isNotEqualTo(first.getId());
    }

    private static SSLSession connect(
            SSLContext clientContext, SSLContext serverContext, String protocol, Asked asked)
            throws Exception {
        EnginePair pair = new EnginePair(clientContext, serverContext, protocol);
        asked.set(pair.server);
        pair.handshake();

        assertThat(pair.exchange("to the server", "to the client"))
                .containsExactly("to the server", "to the client");
        SSLSession session = pair.client.getSession();
        assertThat(session.getProtocol()).isEqualTo(protocol);
        assertThat(pair.server.getSession().getProtocol()).isEqualTo(protocol);
        assertThat(pair.server.getSession().getCipherSuite()).isEqualTo(session.getCipherSuite());
        assertThat(((X509Certificate) session.getPeerCertificates()[0]))
                .isEqualTo(pair.server.getSession().getLocalCertificates()[0]);
        if (asked == Asked.NO) {
            assertThat(session.getLocalCertificates()).isNull();
        } else {
            assertThat(pair.server.getSession().getPeerCertificates()[0])
                    .isEqualTo(session.getLocalCertificates()[0]);
        }
        pair.close();
        assertThat(pair.client.isInboundDone() && pair.client.isOutboundDone()).isTrue();
        assertThat(pair.server.isInboundDone() && pair.server.isOutboundDone()).isTrue();
        return session;
    }
}
