package io.rustls4j.jsse.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.AlertDescription;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsException;
import io.rustls4j.testkit.TestAuthority;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Peers are trusted and refused as by the JDK's manager over the same anchors, natively or not, and
 * refused in the JDK's own words.
 */
class VerdictTest {
    private static final Shown SERVER = Shown.good(TestAuthority.root("verdict"));

    static Stream<Arguments> peers() {
        return Shown.all().stream()
                .flatMap(
                        shown ->
                                Stream.of(ProtocolVersion.values())
                                        .map(version -> Arguments.of(shown, version)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("peers")
    void namedServers(Shown shown, ProtocolVersion version) throws Exception {
        servers(shown, version, "HTTPS");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("peers")
    void anyServers(Shown shown, ProtocolVersion version) throws Exception {
        servers(shown, version, "");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("peers")
    void clients(Shown shown, ProtocolVersion version) throws Exception {
        X509ExtendedTrustManager manager = Stores.manager(shown.anchors());
        SSLParameters wishes = new SSLParameters();
        String authType = AuthType.ofKey(shown.chain().getFirst().getPublicKey());
        StubEngine engine = engine(version, wishes);
        Optional<CertificateException> jdk =
                refusal(() -> manager.checkClientTrusted(shown.array(), authType, engine));
        for (JudgingView view : views(false, version, wishes)) {
            for (boolean constrained : List.of(true, false)) {
                Optional<TlsException> ours =
                        RustlsHandshake.refusal(
                                view,
                                ClientConfig.builder(EngineKind.RUSTLS)
                                        .versions(version)
                                        .serverVerifier(
                                                PeerTrust.of(SunHandshake.trustingAll())
                                                        .serverVerifier(List.of(), false, false))
                                        .certResolver((names, schemes) -> shown.certifiedKey())
                                        .build(),
                                ServerConfig.builder(EngineKind.RUSTLS)
                                        .versions(version)
                                        .certifiedKeys(SERVER.certifiedKey())
                                        .clientVerifier(
                                                PeerTrust.of(manager)
                                                        .clientVerifier(
                                                                Sessions.offered(),
                                                                true,
                                                                constrained))
                                        .build());
                assertSame(ours, jdk, AlertDescription.CERTIFICATE_UNKNOWN);
            }
        }
    }

    private static void servers(Shown shown, ProtocolVersion version, String identification)
            throws Exception {
        X509ExtendedTrustManager manager = Stores.manager(shown.anchors());
        SSLParameters wishes = new SSLParameters();
        wishes.setEndpointIdentificationAlgorithm(identification);
        StubEngine engine = engine(version, wishes);
        Optional<CertificateException> jdk =
                refusal(() -> manager.checkServerTrusted(shown.array(), "ECDHE_RSA", engine));
        for (JudgingView view : views(true, version, wishes)) {
            for (boolean constrained : List.of(true, false)) {
                Optional<TlsException> ours =
                        RustlsHandshake.refusal(
                                view,
                                ClientConfig.builder(EngineKind.RUSTLS)
                                        .versions(version)
                                        .serverVerifier(
                                                PeerTrust.of(manager)
                                                        .serverVerifier(
                                                                Sessions.offered(),
                                                                !identification.isEmpty(),
                                                                constrained))
                                        .build(),
                                ServerConfig.builder(EngineKind.RUSTLS)
                                        .versions(version)
                                        .certifiedKeys(shown.certifiedKey())
                                        .build());
                assertSame(ours, jdk, jdk.map(VerdictTest::alert).orElse(AlertDescription.UNKNOWN));
            }
        }
    }

    private static void assertSame(
            Optional<TlsException> ours,
            Optional<CertificateException> jdk,
            AlertDescription alert) {
        assertThat(ours.isPresent()).isEqualTo(jdk.isPresent());
        if (ours.isPresent() && jdk.isPresent()) {
            assertThat(ours.get())
                    .isInstanceOfSatisfying(
                            CertificateErrorException.class,
                            refused -> assertThat(refused.error().alert()).isEqualTo(alert));
            assertThat(ours.get().getCause())
                    .hasSameClassAs(jdk.get())
                    .hasMessage(jdk.get().getMessage());
        }
    }

    /** SunJSSE's rule, written anew: its alert for what its manager says of a server. */
    private static AlertDescription alert(CertificateException refusal) {
        if (refusal.getCause() instanceof CertPathValidatorException path) {
            return switch (String.valueOf(path.getReason())) {
                case "EXPIRED" -> AlertDescription.CERTIFICATE_EXPIRED;
                case "NOT_YET_VALID", "INVALID_SIGNATURE" -> AlertDescription.BAD_CERTIFICATE;
                default -> AlertDescription.CERTIFICATE_UNKNOWN;
            };
        }
        return AlertDescription.CERTIFICATE_UNKNOWN;
    }

    private static StubEngine engine(ProtocolVersion version, SSLParameters wishes)
            throws SSLHandshakeException {
        return new StubEngine(Sessions.handshaking(version), wishes);
    }

    private static List<JudgingView> views(
            boolean client, ProtocolVersion version, SSLParameters wishes)
            throws SSLHandshakeException {
        return List.of(
                JudgingView.byEngine(client, Sessions.handshaking(version), wishes),
                JudgingView.bySocket(client, Sessions.handshaking(version), wishes));
    }

    private interface Question {
        void ask() throws CertificateException;
    }

    private static Optional<CertificateException> refusal(Question question) {
        try {
            question.ask();
            return Optional.empty();
        } catch (CertificateException e) {
            return Optional.of(e);
        }
    }
}
