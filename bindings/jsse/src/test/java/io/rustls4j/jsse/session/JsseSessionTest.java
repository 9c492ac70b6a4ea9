package io.rustls4j.jsse.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rustls4j.CertificateDer;
import io.rustls4j.CipherSuite;
import io.rustls4j.HandshakeKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import io.rustls4j.testkit.TestAuthority;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;

/** What a session says of itself. */
class JsseSessionTest {
    private static final List<X509Certificate> CHAIN =
            TestAuthority.root("Root").newCertificate().dns("example.test").issue().chain();

    private final Clock clock = new Clock();
    private final ServerSessionCache home =
            new ServerSessionCache(new SessionDefaults(10, 100), clock);

    private JsseSession begin() {
        return JsseSession.begin("example.test", 443, home);
    }

    private JsseSession established(ProtocolVersion version, CipherSuite suite) {
        JsseSession session = begin();
        session.setProtocol(version);
        session.setCipherSuite(suite);
        return session;
    }

    @Test
    void withoutAHandshakeItIsAsTheJdks() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS", "SunJSSE");
        context.init(null, null, null);
        ExtendedSSLSession jdk = (ExtendedSSLSession) context.createSSLEngine().getSession();
        JsseSession ours = JsseSession.none(null, -1);
        assertThat(ours.getProtocol()).isEqualTo(jdk.getProtocol());
        assertThat(ours.getCipherSuite()).isEqualTo(jdk.getCipherSuite());
        assertThat(ours.getId()).isEqualTo(jdk.getId()).isEmpty();
        assertThat(ours.isValid()).isEqualTo(jdk.isValid());
        assertThat(ours.getPacketBufferSize()).isEqualTo(jdk.getPacketBufferSize());
        assertThat(ours.getApplicationBufferSize()).isEqualTo(jdk.getApplicationBufferSize());
        assertThat(ours.getSessionContext()).isEqualTo(jdk.getSessionContext()).isNull();
        assertThat(ours.getPeerHost()).isEqualTo(jdk.getPeerHost());
        assertThat(ours.getPeerPort()).isEqualTo(jdk.getPeerPort());
        assertThat(ours.getLocalCertificates()).isEqualTo(jdk.getLocalCertificates()).isNull();
        assertThat(ours.getLocalPrincipal()).isEqualTo(jdk.getLocalPrincipal());
        assertThat(ours.getValueNames()).isEqualTo(jdk.getValueNames());
        assertThat(ours.getRequestedServerNames()).isEqualTo(jdk.getRequestedServerNames());
        assertThat(ours.getStatusResponses()).isEqualTo(jdk.getStatusResponses());
        assertThat(ours.getPeerSupportedSignatureAlgorithms())
                .isEqualTo(jdk.getPeerSupportedSignatureAlgorithms());
        assertThat(ours.getLocalSupportedSignatureAlgorithms())
                .isEqualTo(jdk.getLocalSupportedSignatureAlgorithms());
        assertThat(ours.equals(JsseSession.none("else", 1))).isTrue();
        assertThat(ours.toString()).matches("Session\\([0-9]+\\|SSL_NULL_WITH_NULL_NULL\\)");
        assertThat(jdk.toString()).matches("Session\\([0-9]+\\|SSL_NULL_WITH_NULL_NULL\\)");
    }

    @Test
    void aPeerThatShowedNothingIsNotAuthenticated() {
        JsseSession session = begin();
        session.setPeerCertificates(List.of());
        assertThatExceptionOfType(SSLPeerUnverifiedException.class)
                .isThrownBy(session::getPeerCertificates)
                .withMessage("peer not authenticated");
        assertThatExceptionOfType(SSLPeerUnverifiedException.class)
                .isThrownBy(session::getPeerPrincipal)
                .withMessage("peer not authenticated");
    }

    @Test
    void certificatesAreParsedAndNobodyCanChangeThem() throws Exception {
        JsseSession session = begin();
        session.setPeerCertificates(CHAIN.stream().map(CertificateDer::of).toList());
        session.getPeerCertificates()[0] = null;
        assertThat(session.getPeerCertificates()).containsExactlyElementsOf(CHAIN);
        assertThat(session.getPeerPrincipal())
                .isEqualTo(CHAIN.getFirst().getSubjectX500Principal());
        session.setLocalCertificates(CHAIN.toArray(X509Certificate[]::new));
        session.getLocalCertificates()[0] = null;
        assertThat(session.getLocalCertificates()).containsExactlyElementsOf(CHAIN);
        assertThat(session.getLocalPrincipal())
                .isEqualTo(CHAIN.getFirst().getSubjectX500Principal());
    }

    @Test
    void whatJavaCannotReadIsNoPeer() {
        JsseSession session = begin();
        session.setPeerCertificates(List.of(CertificateDer.of(new byte[] {1, 2, 3})));
        assertThatExceptionOfType(SSLPeerUnverifiedException.class)
                .isThrownBy(session::getPeerCertificates)
                .withMessageContaining("certificate 1 of 1")
                .withCauseInstanceOf(CertificateException.class);
    }

    @Test
    void timesAreThoseOfTheHandshakes() {
        JsseSession session = begin();
        clock.advanceSeconds(7);
        assertThat(session.getCreationTime()).isEqualTo(Clock.START);
        assertThat(session.getLastAccessedTime()).isEqualTo(Clock.START);
        session.touch(clock.millis());
        assertThat(session.getCreationTime()).isEqualTo(Clock.START);
        assertThat(session.getLastAccessedTime()).isEqualTo(Clock.START + 7000);
    }

    @Test
    void idsAreCopiesAndFinalOnceKept() {
        JsseSession session = begin();
        session.setId(new byte[] {1, 2, 3});
        session.getId()[0] = 9;
        assertThat(session.getId()).containsExactly(1, 2, 3);
        session.keep();
        session.setId(new byte[] {1, 2, 3});
        assertThatIllegalStateException().isThrownBy(() -> session.setId(new byte[] {4}));
        assertThat(session.getId()).containsExactly(1, 2, 3);
    }

    @Test
    void oneWithoutAnIdGetsOneThatNobodyGuesses() {
        JsseSession one = begin();
        JsseSession other = begin();
        assertThat(one).isEqualTo(other);
        one.keep();
        other.keep();
        assertThat(one.getId()).hasSize(32);
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void sameIdIsSameSession() {
        JsseSession one = begin();
        JsseSession other = begin();
        one.setId(new byte[] {5, 6});
        other.setId(new byte[] {5, 6});
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        other.setId(new byte[] {5, 7});
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void itIsValidWhenNegotiatedUntilInvalidated() {
        JsseSession session = begin();
        assertThat(session.isValid()).isFalse();
        session.setProtocol(ProtocolVersion.TLSV1_2);
        assertThat(session.isValid()).as("no id").isFalse();
        session.setId(new byte[] {1});
        assertThat(session.isValid()).isTrue();
        session.invalidate();
        assertThat(session.isValid()).isFalse();
        assertThat(established(ProtocolVersion.TLSV1_3, CipherSuite.TLS13_AES_128_GCM_SHA256))
                .matches(JsseSession::isValid);
    }

    @Test
    void theContextIsKnownWhileItIsKept() {
        JsseSession session = begin();
        assertThat(session.getSessionContext()).isNull();
        home.completed(session, HandshakeKind.FULL);
        assertThat(session.getSessionContext()).isSameAs(home);
        session.invalidate();
        assertThat(session.getSessionContext()).isNull();
        assertThat(Ids.of(home)).isEmpty();
    }

    @Test
    void buffersGrowWithLargeRecordsAndNeverShrink() {
        JsseSession session = begin();
        assertThat(session.getPacketBufferSize()).isEqualTo(16709);
        assertThat(session.getApplicationBufferSize()).isEqualTo(16704);
        session.expectRecord(16709);
        assertThat(session.getPacketBufferSize()).isEqualTo(16709);
        session.expectRecord(18437);
        session.expectRecord(17000);
        assertThat(session.getPacketBufferSize()).isEqualTo(18437);
        assertThat(session.getApplicationBufferSize()).isEqualTo(18432);
    }

    @Test
    void buffersAreAsSmallAsThePackets() {
        JsseSession tls13 =
                established(ProtocolVersion.TLSV1_3, CipherSuite.TLS13_AES_128_GCM_SHA256);
        tls13.setMaximumPacketSize(1024);
        assertThat(tls13.getPacketBufferSize()).isEqualTo(1024);
        assertThat(tls13.getApplicationBufferSize()).isEqualTo(1024 - 5 - 16);
        JsseSession gcm =
                established(
                        ProtocolVersion.TLSV1_2, CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256);
        gcm.setMaximumPacketSize(1024);
        assertThat(gcm.getApplicationBufferSize()).isEqualTo(1024 - 5 - 8 - 16);
        JsseSession chacha =
                established(
                        ProtocolVersion.TLSV1_2,
                        CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256);
        chacha.setMaximumPacketSize(1024);
        assertThat(chacha.getApplicationBufferSize()).isEqualTo(1024 - 5 - 16);
        chacha.expectRecord(2000);
        assertThat(chacha.getPacketBufferSize()).as("the peer sends more").isEqualTo(2000);
        assertThat(chacha.getApplicationBufferSize()).isEqualTo(1995);
        JsseSession early = begin();
        early.setMaximumPacketSize(3);
        assertThat(early.getApplicationBufferSize()).isPositive();
    }

    @Test
    void responsesAreCopies() {
        JsseSession session = begin();
        session.setStatusResponses(List.of(new byte[] {1, 2}));
        session.getStatusResponses().getFirst()[0] = 9;
        assertThat(session.getStatusResponses()).hasSize(1);
        assertThat(session.getStatusResponses().getFirst()).containsExactly(1, 2);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> session.getStatusResponses().clear());
    }

    @Test
    void namesAndAlgorithmsAreThoseOfTheHello() {
        JsseSession session = begin();
        session.setRequestedServerNames(List.of(new SNIHostName("a.test")));
        session.setPeerSignatureSchemes(
                List.of(
                        new SignatureScheme(0x1a1a),
                        SignatureScheme.ECDSA_NISTP256_SHA256,
                        SignatureScheme.RSA_PSS_SHA256,
                        SignatureScheme.RSA_PSS_SHA384,
                        new SignatureScheme(0x0202)));
        session.setLocalSignatureSchemes(List.of(SignatureScheme.ED25519));
        assertThat(session.getRequestedServerNames()).containsExactly(new SNIHostName("a.test"));
        assertThat(session.getPeerSupportedSignatureAlgorithms())
                .containsExactly("SHA256withECDSA", "RSASSA-PSS", "RSASSA-PSS", "SHA1withDSA");
        assertThat(session.getLocalSupportedSignatureAlgorithms()).containsExactly("Ed25519");
    }

    @Test
    void everySchemeOfRustlsHasAName() {
        assertThat(SignatureScheme.known()).allMatch(scheme -> SignatureNames.of(scheme) != null);
    }

    @Test
    void nullsAreRefused() {
        JsseSession session = begin();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.putValue(null, "v"))
                .withMessage("arguments can not be null");
        assertThatIllegalArgumentException().isThrownBy(() -> session.putValue("k", null));
        assertThatIllegalArgumentException().isThrownBy(() -> session.getValue(null));
        assertThatIllegalArgumentException().isThrownBy(() -> session.removeValue(null));
    }
}
