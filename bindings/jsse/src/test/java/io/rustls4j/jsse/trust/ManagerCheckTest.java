package io.rustls4j.jsse.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.AlertDescription;
import io.rustls4j.CertificateDer;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.ClientCertVerifier;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.jsse.handshake.CurrentHandshake;
import io.rustls4j.jsse.session.JsseSession;
import io.rustls4j.testkit.TestAuthority;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Managers are asked with SunJSSE's arguments, and what they throw comes out again. */
class ManagerCheckTest {
    private static final Shown PEER = Shown.good(TestAuthority.root("manager check"));

    private final Recorder manager = new Recorder();
    private final ManagerCheck check = new ManagerCheck(manager);

    @Test
    void serversOfTls13() throws Exception {
        JudgingView view = engine(true, ProtocolVersion.TLSV1_3);
        checkServer(view);
        assertThat(manager.asked).isEqualTo("server UNKNOWN");
        assertThat(manager.endpoint).isInstanceOf(StubEngine.class);
        assertThat(manager.chain).containsExactly(PEER.array());
    }

    @Test
    void serversOfTls12() throws Exception {
        checkServer(engine(true, ProtocolVersion.TLSV1_2));
        assertThat(manager.asked).isEqualTo("server ECDHE_ECDSA");
    }

    /** They would check less. */
    @Test
    void managersAreNotAskedBeforeTheHelloIsRead() {
        JudgingView view =
                JudgingView.byEngine(true, JsseSession.none(Shown.NAME, 443), new SSLParameters());
        assertThatThrownBy(() -> checkServer(view)).isInstanceOf(IllegalStateException.class);
        assertThat(manager.asked).isNull();
    }

    @Test
    void socketsGoToTheSocketsOverloads() throws Exception {
        checkServer(socket(true));
        assertThat(manager.endpoint).isInstanceOf(StubSocket.class);
        manager.endpoint = null;
        checkClient(socket(false));
        assertThat(manager.endpoint).isInstanceOf(StubSocket.class);
    }

    @Test
    void clients() throws Exception {
        checkClient(engine(false, ProtocolVersion.TLSV1_3));
        assertThat(manager.asked).isEqualTo("client EC");
        assertThat(manager.endpoint).isInstanceOf(StubEngine.class);
    }

    @Test
    void theStapleIsInTheSessionBeforeTheManagerIsAsked() throws Exception {
        JudgingView view = engine(true, ProtocolVersion.TLSV1_3);
        byte[] staple = {1, 2, 3};
        manager.before =
                () -> assertThat(view.session().getStatusResponses()).containsExactly(staple);
        CurrentHandshake.during(
                view,
                () -> {
                    check.checkServer(presented(Optional.of(staple)));
                    return true;
                });
        assertThat(manager.asked).isNotNull();
    }

    @Test
    void thePeerIsUnverifiedWhileTheManagerIsAsked() throws Exception {
        JudgingView view = engine(true, ProtocolVersion.TLSV1_3);
        manager.before =
                () ->
                        assertThatThrownBy(() -> view.session().getPeerCertificates())
                                .isInstanceOf(SSLPeerUnverifiedException.class);
        checkServer(view);
        assertThat(manager.asked).isNotNull();
    }

    @Test
    void refusalsKeepTheManagersException() {
        CertificateException refusal = new CertificateException("no");
        manager.refusal = refusal;
        assertThatThrownBy(() -> checkServer(engine(true, ProtocolVersion.TLSV1_3)))
                .isInstanceOf(CertificateErrorException.class)
                .hasCause(refusal);
        assertThatThrownBy(() -> checkClient(engine(false, ProtocolVersion.TLSV1_3)))
                .isInstanceOf(CertificateErrorException.class)
                .hasCause(refusal);
    }

    @Test
    void runtimeExceptionsComeOutAsTheyAre() {
        IllegalStateException bug = new IllegalStateException("a bug of the application");
        manager.before =
                () -> {
                    throw bug;
                };
        assertThatThrownBy(() -> checkServer(engine(true, ProtocolVersion.TLSV1_3))).isSameAs(bug);
    }

    @Test
    void bytesThatAreNoCertificateAreBadCertificates() {
        CertificateDer garbage = CertificateDer.of(new byte[] {0x30, 3, 2, 1, 0});
        assertThatThrownBy(
                        () ->
                                CurrentHandshake.during(
                                        engine(false, ProtocolVersion.TLSV1_3),
                                        () -> {
                                            check.checkClient(
                                                    new ClientCertVerifier.Presented(
                                                            List.of(garbage), Instant.now()));
                                            return true;
                                        }))
                .isInstanceOfSatisfying(
                        CertificateErrorException.class,
                        e -> {
                            assertThat(e.error().alert())
                                    .isEqualTo(AlertDescription.BAD_CERTIFICATE);
                            assertThat(e).hasCauseInstanceOf(CertificateException.class);
                        });
        assertThat(manager.asked).isNull();
    }

    private void checkServer(JudgingView view) throws Exception {
        CurrentHandshake.during(
                view,
                () -> {
                    check.checkServer(presented(Optional.empty()));
                    return true;
                });
    }

    private void checkClient(JudgingView view) throws Exception {
        CurrentHandshake.during(
                view,
                () -> {
                    check.checkClient(new ClientCertVerifier.Presented(chain(), Instant.now()));
                    return true;
                });
    }

    private static ServerCertVerifier.Presented presented(Optional<byte[]> staple) {
        return new ServerCertVerifier.Presented(chain(), Shown.NAME, staple, Instant.now());
    }

    private static List<CertificateDer> chain() {
        return PEER.chain().stream().map(CertificateDer::of).toList();
    }

    private static JudgingView engine(boolean client, ProtocolVersion version)
            throws SSLHandshakeException {
        JsseSession session = Sessions.handshaking(version);
        return JudgingView.byEngine(client, session, new SSLParameters());
    }

    private static JudgingView socket(boolean client) throws SSLHandshakeException {
        JsseSession session = Sessions.handshaking(ProtocolVersion.TLSV1_3);
        return JudgingView.bySocket(client, session, new SSLParameters());
    }

    /** Notes what it is asked. */
    private static final class Recorder extends X509ExtendedTrustManager {
        private Runnable before = () -> {};
        private @Nullable CertificateException refusal;
        private @Nullable String asked;
        private @Nullable Object endpoint;
        private X509Certificate @Nullable [] chain;

        private void note(String question, X509Certificate[] shown, Object asking)
                throws CertificateException {
            before.run();
            asked = question;
            chain = shown;
            endpoint = asking;
            if (refusal != null) {
                throw refusal;
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String authType, Socket socket)
                throws CertificateException {
            note("client " + authType, shown, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String authType, SSLEngine engine)
                throws CertificateException {
            note("client " + authType, shown, engine);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String authType, Socket socket)
                throws CertificateException {
            note("server " + authType, shown, socket);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String authType, SSLEngine engine)
                throws CertificateException {
            note("server " + authType, shown, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String authType) {
            throw new AssertionError("the overload without a connection was called");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String authType) {
            throw new AssertionError("the overload without a connection was called");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
