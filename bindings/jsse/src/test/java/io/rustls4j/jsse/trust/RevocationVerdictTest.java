package io.rustls4j.jsse.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsException;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.RevocationListBuilder;
import io.rustls4j.testkit.TestAuthority;
import java.io.ByteArrayInputStream;
import java.security.cert.CRL;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXBuilderParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With revocation lists at hand, servers are trusted and refused as by the JDK. */
class RevocationVerdictTest {
    private static final TestAuthority ROOT = TestAuthority.root("revoking root");
    private static final TestAuthority BETWEEN = ROOT.intermediate("revoking intermediate");
    private static final IssuedCertificate SERVER =
            BETWEEN.newCertificate().dns(Shown.NAME).issue();
    private static final Shown SHOWN =
            new Shown("a server", SERVER.chain(), SERVER.privateKey(), List.of(ROOT.certificate()));

    record Lists(String what, boolean trusted, List<RevocationListBuilder> lists) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Lists> lists() {
        RevocationListBuilder clear = BETWEEN.newRevocationList();
        RevocationListBuilder ofRoot = ROOT.newRevocationList();
        return Stream.of(
                new Lists("nothing revoked", true, List.of(clear, ofRoot)),
                new Lists(
                        "the server revoked",
                        false,
                        List.of(BETWEEN.newRevocationList().revoke(SERVER), ofRoot)),
                new Lists(
                        "the intermediate revoked",
                        false,
                        List.of(clear, ROOT.newRevocationList().revoke(BETWEEN.certificate()))),
                new Lists("no list for the server", false, List.of(ofRoot)),
                new Lists("no list for the intermediate", false, List.of(clear)),
                new Lists("no list", false, List.of()),
                new Lists(
                        "an old list",
                        false,
                        List.of(BETWEEN.newRevocationList().expired(), ofRoot)),
                new Lists(
                        "a forged list",
                        false,
                        List.of(
                                TestAuthority.root("revoking intermediate").newRevocationList(),
                                ofRoot)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void servers(Lists lists) throws Exception {
        PKIXBuilderParameters parameters = Stores.parameters(ROOT.certificate());
        parameters.setRevocationEnabled(true);
        parameters.addCertStore(Stores.collection(crls(lists)));
        AnchoredTrustManager manager = Stores.manager(parameters);

        assertThat(jdkTrusts(manager)).as("the JDK").isEqualTo(lists.trusted);
        Optional<TlsException> ours =
                RustlsHandshake.refusal(
                        JudgingView.byEngine(
                                true,
                                Sessions.handshaking(ProtocolVersion.TLSV1_3),
                                new SSLParameters()),
                        ClientConfig.builder(EngineKind.RUSTLS)
                                .versions(ProtocolVersion.TLSV1_3)
                                .serverVerifier(
                                        PeerTrust.of(manager)
                                                .serverVerifier(Sessions.offered(), true, false))
                                .build(),
                        ServerConfig.builder(EngineKind.RUSTLS)
                                .versions(ProtocolVersion.TLSV1_3)
                                .certifiedKeys(SHOWN.certifiedKey())
                                .build());
        assertThat(ours.isEmpty()).isEqualTo(lists.trusted);
    }

    private static boolean jdkTrusts(AnchoredTrustManager manager) {
        try {
            manager.checkServerTrusted(SHOWN.array(), "UNKNOWN");
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private static List<CRL> crls(Lists lists) throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<CRL> crls = new ArrayList<>();
        for (RevocationListBuilder each : lists.lists) {
            crls.add(factory.generateCRL(new ByteArrayInputStream(each.make().der())));
        }
        return crls;
    }
}
