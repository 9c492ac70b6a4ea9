package io.rustls4j.tcnative.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslProvider;
import io.netty.internal.tcnative.CertificateVerifier;
import io.netty.internal.tcnative.SSL;
import io.netty.internal.tcnative.SSLContext;
import io.rustls4j.testkit.IssuedCertificate;
import java.util.Arrays;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a verifier is shown, when it is asked, and what the peer is told of its verdict. */
class VerifyTest {
    private static final String TLS13 = "TLSv1.3";
    private static final String TLS12 = "TLSv1.2";
    private static final int DEFAULT_DEPTH = 100;

    private static final IssuedCertificate LONG_CHAIN =
            Contexts.AUTHORITY
                    .intermediate("intermediate")
                    .newCertificate()
                    .dns(Contexts.NAME)
                    .issue();

    private SslContext clients;
    private SslContext servers;

    @BeforeAll
    static void available() {
        OpenSsl.ensureAvailability();
    }

    @BeforeEach
    void create() throws Exception {
        create(TLS13);
    }

    private void create(String version) throws Exception {
        clients =
                Contexts.client(SslProvider.OPENSSL)
                        .protocols(version)
                        .keyManager(Contexts.CLIENT.privateKey(), Contexts.chain(Contexts.CLIENT))
                        .build();
        servers =
                Contexts.server(SslProvider.OPENSSL)
                        .protocols(version)
                        .keyManager(LONG_CHAIN.privateKey(), Contexts.chain(LONG_CHAIN))
                        .build();
    }

    @AfterEach
    void release() {
        Contexts.release(clients, servers);
    }

    /** Counts what it is shown, and notes where it is asked. */
    private static final class Recorder extends CertificateVerifier {
        private final int verdict;
        private int shown = -1;
        private boolean inTask;

        Recorder(int verdict) {
            this.verdict = verdict;
        }

        @Override
        public int verify(long ssl, byte[][] x509, String authAlgorithm) {
            shown = x509.length;
            inTask =
                    Arrays.stream(new Throwable().getStackTrace())
                            .anyMatch(frame -> frame.getClassName().endsWith(".HandshakeTask"));
            return verdict;
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "0,0", "-1,2", "2,2", "100,2"})
    void aVerifierIsShownAsManyCertificatesAsTheDepthSays(int depth, int shown) throws Exception {
        Recorder verifier = new Recorder(CertificateVerifier.X509_V_OK);
        SSLContext.setCertVerifyCallback(Contexts.pointer(clients), verifier);
        SSLContext.setVerify(Contexts.pointer(clients), SSL.SSL_CVERIFY_IGNORED, DEFAULT_DEPTH);
        SSLContext.setVerify(Contexts.pointer(clients), SSL.SSL_CVERIFY_REQUIRED, depth);
        Contexts.connect(clients, servers).close();
        assertThat(verifier.shown).isEqualTo(shown);
    }

    @Test
    void aConnectionHasADepthOfItsOwn() throws Exception {
        Recorder verifier = new Recorder(CertificateVerifier.X509_V_OK);
        SSLContext.setCertVerifyCallback(Contexts.pointer(clients), verifier);
        try (EnginePair pair = Contexts.pair(clients, servers, Contexts.NAME)) {
            long ssl = Contexts.pointer(pair.client());
            SSL.setVerify(ssl, SSL.SSL_CVERIFY_IGNORED, 1);
            pair.handshake();
        }
        assertThat(verifier.shown).isEqualTo(1);
    }

    /** What the verifier was not shown may be what it lacked. */
    @ParameterizedTest
    @CsvSource({"1,UNKNOWN_CA", "2,CERTIFICATE_UNKNOWN"})
    void anUnspecifiedRefusalOfAPartOfTheChainIsAMissingIssuer(int depth, String alert)
            throws Exception {
        SSLContext.setCertVerifyCallback(
                Contexts.pointer(clients),
                new Recorder(CertificateVerifier.X509_V_ERR_UNSPECIFIED));
        SSLContext.setVerify(Contexts.pointer(clients), SSL.SSL_CVERIFY_REQUIRED, depth);
        assertThatTheServerIsTold(alert);
    }

    @Test
    void theApplicationsOwnRefusalIsAFailedHandshake() throws Exception {
        SSLContext.setCertVerifyCallback(
                Contexts.pointer(clients),
                new Recorder(CertificateVerifier.X509_V_ERR_APPLICATION_VERIFICATION));
        assertThatTheServerIsTold("HANDSHAKE_FAILURE");
    }

    private void assertThatTheServerIsTold(String alert) {
        try (EnginePair pair = Contexts.pair(clients, servers, Contexts.NAME)) {
            assertThatThrownBy(pair::handshake)
                    .isInstanceOf(SSLException.class)
                    .hasStackTraceContaining("CERTIFICATE_VERIFY_FAILED");
            assertThatThrownBy(() -> pair.hear(pair.server())).hasStackTraceContaining(alert);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 7})
    void aLevelThatIsNotKnownRequiresACertificate(int level) throws Exception {
        SslContext without = Contexts.client(SslProvider.OPENSSL).protocols(TLS13).build();
        try (EnginePair pair = Contexts.pair(without, servers, Contexts.NAME)) {
            long ssl = Contexts.pointer(pair.server());
            SSL.setVerify(ssl, level, -1);
            assertThatThrownBy(pair::handshake)
                    .isInstanceOf(SSLException.class)
                    .hasStackTraceContaining("CERTIFICATE");
        }
        Contexts.release(without);
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS13, TLS12})
    void whoIsAskedForACertificateBecauseOfItsHelloIsVerifiedInATaskToo(String version)
            throws Exception {
        release();
        create(version);
        Recorder verifier = new Recorder(CertificateVerifier.X509_V_OK);
        SSLContext.setCertVerifyCallback(Contexts.pointer(servers), verifier);
        SSLContext.setSniHostnameMatcher(
                Contexts.pointer(servers),
                (ssl, name) -> {
                    SSL.setVerify(ssl, SSL.SSL_CVERIFY_REQUIRED, -1);
                    return true;
                });
        Contexts.connect(clients, servers).close();
        assertThat(verifier.shown).isEqualTo(1);
        assertThat(verifier.inTask).isTrue();
    }
}
