package io.rustls4j.tcnative.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslProvider;
import io.netty.internal.tcnative.SSL;
import io.rustls4j.testkit.TestAuthority;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.StandardConstants;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Netty's engines on the drop-in, with each other and with the JDK's. */
class EngineTest {
    private static final String TLS13 = "TLSv1.3";
    private static final String TLS12 = "TLSv1.2";

    @BeforeAll
    static void available() {
        OpenSsl.ensureAvailability();
    }

    static Stream<Arguments> pairings() {
        return Stream.of(TLS13, TLS12)
                .flatMap(
                        version ->
                                Stream.of(
                                        Arguments.of(
                                                version, SslProvider.OPENSSL, SslProvider.OPENSSL),
                                        Arguments.of(
                                                version,
                                                SslProvider.OPENSSL_REFCNT,
                                                SslProvider.JDK),
                                        Arguments.of(
                                                version,
                                                SslProvider.JDK,
                                                SslProvider.OPENSSL_REFCNT)));
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void twoPeersTalk(String version, SslProvider clientSide, SslProvider serverSide)
            throws Exception {
        SslContext clients = Contexts.client(clientSide).protocols(version).build();
        SslContext servers = Contexts.server(serverSide).protocols(version).build();
        try (EnginePair pair = Contexts.connect(clients, servers)) {
            assertThat(pair.client().getSession().getProtocol()).isEqualTo(version);
            assertThat(pair.server().getSession().getProtocol()).isEqualTo(version);
            assertThat(pair.server().getSession().getCipherSuite())
                    .isEqualTo(pair.client().getSession().getCipherSuite());
            assertThat(pair.client().getSession().getPeerCertificates()[0])
                    .isEqualTo(Contexts.SERVER.certificate());
            String text = "0123456789".repeat(5_000);
            assertThat(EnginePair.send(pair.client(), pair.server(), text)).isEqualTo(text);
            assertThat(EnginePair.send(pair.server(), pair.client(), text)).isEqualTo(text);
        }
        Contexts.release(clients, servers);
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void bothSidesShowCertificates(String version, SslProvider clientSide, SslProvider serverSide)
            throws Exception {
        SslContext clients =
                Contexts.client(clientSide)
                        .protocols(version)
                        .keyManager(Contexts.CLIENT.privateKey(), Contexts.chain(Contexts.CLIENT))
                        .build();
        SslContext servers =
                Contexts.server(serverSide)
                        .protocols(version)
                        .clientAuth(ClientAuth.REQUIRE)
                        .build();
        try (EnginePair pair = Contexts.connect(clients, servers)) {
            assertThat(pair.server().getSession().getPeerCertificates()[0])
                    .isEqualTo(Contexts.CLIENT.certificate());
        }
        Contexts.release(clients, servers);
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS13, TLS12})
    void aClientWithoutACertificateIsRefusedWhereOneIsRequired(String version) throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(version).build();
        SslContext servers =
                Contexts.server(SslProvider.OPENSSL)
                        .protocols(version)
                        .clientAuth(ClientAuth.REQUIRE)
                        .build();
        try (EnginePair pair = Contexts.pair(clients, servers, Contexts.NAME)) {
            assertThatThrownBy(pair::handshake)
                    .isInstanceOf(SSLException.class)
                    .hasStackTraceContaining("CERTIFICATE");
        }
        Contexts.release(clients, servers);
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS13, TLS12})
    void aStrangersCertificateIsRefused(String version) throws Exception {
        SslContext clients =
                Contexts.client(SslProvider.OPENSSL)
                        .protocols(version)
                        .trustManager(TestAuthority.root("stranger").certificate())
                        .build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).protocols(version).build();
        try (EnginePair pair = Contexts.pair(clients, servers, Contexts.NAME)) {
            assertThatThrownBy(pair::handshake).isInstanceOf(SSLHandshakeException.class);
        }
        Contexts.release(clients, servers);
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS13, TLS12})
    void aCertificateForAnotherNameIsRefused(String version) throws Exception {
        SslContext clients =
                Contexts.client(SslProvider.OPENSSL)
                        .protocols(version)
                        .endpointIdentificationAlgorithm("HTTPS")
                        .build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).protocols(version).build();
        try (EnginePair pair = Contexts.pair(clients, servers, "other.example")) {
            assertThatThrownBy(pair::handshake).isInstanceOf(SSLHandshakeException.class);
        }
        Contexts.release(clients, servers);
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void protocolsAreNegotiated(String version, SslProvider clientSide, SslProvider serverSide)
            throws Exception {
        SslContext clients =
                Contexts.client(clientSide)
                        .protocols(version)
                        .applicationProtocolConfig(alpn("h2", "http/1.1"))
                        .build();
        SslContext servers =
                Contexts.server(serverSide)
                        .protocols(version)
                        .applicationProtocolConfig(alpn("http/1.1"))
                        .build();
        try (EnginePair pair = Contexts.connect(clients, servers)) {
            assertThat(pair.client().getApplicationProtocol()).isEqualTo("http/1.1");
            assertThat(pair.server().getApplicationProtocol()).isEqualTo("http/1.1");
        }
        Contexts.release(clients, servers);
    }

    private static ApplicationProtocolConfig alpn(String... protocols) {
        return new ApplicationProtocolConfig(
                Protocol.ALPN,
                SelectorFailureBehavior.NO_ADVERTISE,
                SelectedListenerFailureBehavior.ACCEPT,
                protocols);
    }

    @Test
    void aNameThatMatchesNothingIsRefused() throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).build();
        try (EnginePair pair = Contexts.pair(clients, servers, Contexts.NAME)) {
            SSLParameters parameters = pair.server().getSSLParameters();
            SNIMatcher matcher = SNIHostName.createSNIMatcher("other\\.example");
            parameters.setSNIMatchers(List.of(matcher));
            pair.server().setSSLParameters(parameters);
            assertThatThrownBy(pair::handshake)
                    .isInstanceOf(SSLException.class)
                    .hasStackTraceContaining("TLSEXT");
        }
        Contexts.release(clients, servers);
    }

    @Test
    void aMatcherThatFailsIsARefusalAndIsLogged() throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).build();
        RuntimeException failure = new IllegalStateException("the matcher is broken");
        try (EnginePair pair = Contexts.pair(clients, servers, Contexts.NAME);
                WarningCollector warnings = new WarningCollector()) {
            SSLParameters parameters = pair.server().getSSLParameters();
            parameters.setSNIMatchers(List.of(new FailingMatcher(failure)));
            pair.server().setSSLParameters(parameters);
            assertThatThrownBy(pair::handshake)
                    .isInstanceOf(SSLException.class)
                    .hasStackTraceContaining("TLSEXT");
            assertThatThrownBy(() -> pair.hear(pair.client()))
                    .hasStackTraceContaining("UNRECOGNIZED_NAME");
            assertThat(warnings.causes()).containsExactly(failure);
        }
        Contexts.release(clients, servers);
    }

    private static final class FailingMatcher extends SNIMatcher {
        private final RuntimeException failure;

        FailingMatcher(RuntimeException failure) {
            super(StandardConstants.SNI_HOST_NAME);
            this.failure = failure;
        }

        @Override
        public boolean matches(SNIServerName name) {
            throw failure;
        }
    }

    static Stream<String> suites() {
        return Stream.of(
                "TLS_AES_128_GCM_SHA256",
                "TLS_AES_256_GCM_SHA384",
                "TLS_CHACHA20_POLY1305_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256");
    }

    @ParameterizedTest
    @MethodSource("suites")
    void messagesOfAllSizesArrive(String suite) throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).ciphers(List.of(suite)).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).ciphers(List.of(suite)).build();
        try (EnginePair pair = Contexts.connect(clients, servers)) {
            assertThat(pair.client().getSession().getCipherSuite()).isEqualTo(suite);
            for (int size = 1; size <= 40_000; size += 1 + size / 8) {
                String text = "0123456789".repeat(size / 10 + 1).substring(0, size);
                assertThat(EnginePair.send(pair.client(), pair.server(), text)).isEqualTo(text);
                assertThat(EnginePair.send(pair.server(), pair.client(), text)).isEqualTo(text);
            }
        }
        Contexts.release(clients, servers);
    }

    @Test
    void closeNotifyGoesBothWays() throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).build();
        try (EnginePair pair = Contexts.connect(clients, servers)) {
            pair.client().closeOutbound();
            pair.exchange();
            assertThat(pair.server().isInboundDone()).isTrue();
            assertThat(pair.client().isInboundDone()).isTrue();
        }
        Contexts.release(clients, servers);
    }

    @Test
    void closingAgainWaitsForThePeer() throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).build();
        try (EnginePair pair = Contexts.connect(clients, servers)) {
            long ssl = Contexts.pointer(pair.client());
            assertThat(SSL.shutdownSSL(ssl)).isZero();
            for (int i = 0; i < 2; i++) {
                int result = SSL.shutdownSSL(ssl);
                assertThat(result).isEqualTo(-1);
                assertThat(SSL.getError(ssl, result)).isEqualTo(SSL.SSL_ERROR_WANT_READ);
                assertThat(SSL.getLastErrorNumber()).isZero();
            }
            SSL.setShutdown(ssl, SSL.SSL_SENT_SHUTDOWN | SSL.SSL_RECEIVED_SHUTDOWN);
            assertThat(SSL.shutdownSSL(ssl)).isEqualTo(1);
        }
        Contexts.release(clients, servers);
    }

    /** As BoringSSL has it, whose handshakes Netty only ever goes on with by reading. */
    @Test
    void closeNotifyInTheHandshakeFailsIt() throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).build();
        try (EnginePair pair = Contexts.pair(clients, servers, Contexts.NAME)) {
            pair.client().wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(1 << 14));
            for (SSLEngine engine : List.of(pair.client(), pair.server())) {
                byte[] closeNotify = {21, 3, 3, 0, 2, 1, 0};
                ByteBuffer room = ByteBuffer.allocate(1 << 14);
                assertThatThrownBy(() -> engine.unwrap(ByteBuffer.wrap(closeNotify), room))
                        .isInstanceOf(SSLException.class)
                        .hasStackTraceContaining("SSL_HANDSHAKE_FAILURE");
                assertThat(engine.isInboundDone()).isTrue();
            }
        }
        Contexts.release(clients, servers);
    }

    @Test
    void theSessionTellsThePeersChain() throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).build();
        SslContext servers = Contexts.server(SslProvider.OPENSSL).build();
        try (EnginePair pair = Contexts.connect(clients, servers)) {
            SSLSession session = pair.client().getSession();
            assertThat(Arrays.asList(session.getPeerCertificates()))
                    .isEqualTo(Contexts.SERVER.chain());
            assertThat(
                            ((X509Certificate) session.getPeerCertificates()[0])
                                    .getSubjectX500Principal())
                    .isEqualTo(session.getPeerPrincipal());
        }
        Contexts.release(clients, servers);
    }
}
