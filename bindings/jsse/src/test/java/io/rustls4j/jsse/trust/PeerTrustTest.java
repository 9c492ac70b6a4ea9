package io.rustls4j.jsse.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.ClientCertVerifier;
import io.rustls4j.CustomClientVerifier;
import io.rustls4j.CustomServerVerifier;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.SignatureScheme;
import io.rustls4j.testkit.TestAuthority;
import java.io.ByteArrayInputStream;
import java.security.cert.CRL;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who judges, and that the same question is answered by the same verifier. */
class PeerTrustTest {
    private static final TestAuthority ROOT = TestAuthority.root("peer trust");
    private static final TestAuthority OTHER = TestAuthority.root("peer trust too");
    private static final List<SignatureScheme> ALL = List.of();

    @Test
    void ourManagerJudgesNatively() throws Exception {
        PeerTrust trust = PeerTrust.of(Stores.manager(ROOT.certificate()));
        CustomServerVerifier servers =
                (CustomServerVerifier) trust.serverVerifier(ALL, true, false);
        assertThat(servers.checkName()).isTrue();
        assertThat(((CustomServerVerifier) trust.serverVerifier(ALL, false, false)).checkName())
                .isFalse();
        CustomClientVerifier clients =
                (CustomClientVerifier) trust.clientVerifier(ALL, true, false);
        assertThat(clients.mandatory()).isTrue();
        assertThat(clients.webPki().orElseThrow().roots())
                .isSameAs(servers.webPki().orElseThrow().roots());
        assertThat(clients.rootHintSubjects()).containsExactly(ROOT.encodedName());
    }

    @Test
    void constraintsAreForTheManager() throws Exception {
        PeerTrust trust = PeerTrust.of(Stores.manager(ROOT.certificate()));
        assertThat(asksWebPki(trust.serverVerifier(ALL, true, true))).isFalse();
        assertThat(((CustomClientVerifier) trust.clientVerifier(ALL, true, true)).webPki())
                .isEmpty();
    }

    /** The JDK would refuse a chain that is signed otherwise; webpki does not look. */
    @Test
    void fewerSignaturesThanWebPkiAcceptsAreForTheManager() throws Exception {
        PeerTrust trust = PeerTrust.of(Stores.manager(ROOT.certificate()));
        List<SignatureScheme> few = List.of(SignatureScheme.ECDSA_NISTP256_SHA256);
        assertThat(trust.serverVerifier(few, true, false))
                .isInstanceOfSatisfying(
                        CustomServerVerifier.class,
                        custom -> {
                            assertThat(custom.webPki()).isEmpty();
                            assertThat(custom.supportedVerifySchemes()).isEqualTo(few);
                        });
        assertThat(asksWebPki(trust.serverVerifier(SignatureScheme.known(), true, false))).isTrue();
    }

    @Test
    void managersOfOthersJudgeThemselves() {
        PeerTrust trust = PeerTrust.of(SunHandshake.trustingAll(ROOT.certificate()));
        assertThat(asksWebPki(trust.serverVerifier(ALL, true, false))).isFalse();
        assertThat(trust.clientVerifier(ALL, false, false))
                .isInstanceOfSatisfying(
                        CustomClientVerifier.class,
                        custom -> {
                            assertThat(custom.webPki()).isEmpty();
                            assertThat(custom.mandatory()).isFalse();
                            assertThat(custom.rootHintSubjects())
                                    .containsExactly(ROOT.encodedName());
                        });
    }

    @Test
    void theSameTermsGetTheSameVerifier() throws Exception {
        PeerTrust trust = PeerTrust.of(Stores.manager(ROOT.certificate()));
        assertThat(trust.serverVerifier(ALL, true, false))
                .isSameAs(trust.serverVerifier(new ArrayList<>(), true, false))
                .isNotSameAs(trust.serverVerifier(ALL, false, false));
        assertThat(trust.clientVerifier(ALL, true, false))
                .isSameAs(trust.clientVerifier(ALL, true, false))
                .isNotSameAs(trust.clientVerifier(ALL, false, false));
    }

    @Test
    void issuersAreAskedForEachTime() {
        Reloading manager = new Reloading();
        PeerTrust trust = PeerTrust.of(manager);
        manager.issuers = new X509Certificate[] {ROOT.certificate()};
        ClientCertVerifier before = trust.clientVerifier(ALL, true, false);
        manager.issuers = new X509Certificate[] {ROOT.certificate()};
        assertThat(trust.clientVerifier(ALL, true, false)).isSameAs(before);

        manager.issuers = new X509Certificate[] {ROOT.certificate(), OTHER.certificate()};
        CustomClientVerifier after = (CustomClientVerifier) trust.clientVerifier(ALL, true, false);
        assertThat(after.rootHintSubjects())
                .containsExactly(ROOT.encodedName(), OTHER.encodedName());

        manager.issuers = null;
        assertThat(
                        ((CustomClientVerifier) trust.clientVerifier(ALL, true, false))
                                .rootHintSubjects())
                .isEmpty();
    }

    @Test
    void namesThatDoNotFitIntoAHandshakeAreLeftOut() {
        Reloading manager = new Reloading();
        int length = 2 + ROOT.encodedName().length;
        manager.issuers = new X509Certificate[0xffff / length];
        Arrays.fill(manager.issuers, ROOT.certificate());
        AcceptedIssuers issuers = new AcceptedIssuers(manager);
        assertThat(issuers.names().encoded()).hasSize(manager.issuers.length);
        manager.issuers = new X509Certificate[0xffff / length + 1];
        Arrays.fill(manager.issuers, ROOT.certificate());
        assertThat(issuers.names().encoded()).isEmpty();
    }

    @Test
    void changedRevocationListsMakeAnotherVerifier() throws Exception {
        List<CRL> lists = new ArrayList<>(List.of(list(ROOT)));
        PKIXBuilderParameters parameters = Stores.parameters(ROOT.certificate());
        parameters.setRevocationEnabled(true);
        parameters.addCertStore(Stores.collection(lists));
        PeerTrust trust = PeerTrust.of(Stores.manager(parameters));

        ServerCertVerifier before = trust.serverVerifier(ALL, true, false);
        assertThat(trust.serverVerifier(ALL, true, false)).isSameAs(before);
        lists.set(0, list(ROOT));
        ServerCertVerifier after = trust.serverVerifier(ALL, true, false);
        assertThat(after).isNotSameAs(before);
        assertThat(asksWebPki(after)).isTrue();
        lists.clear();
        assertThat(asksWebPki(trust.serverVerifier(ALL, true, false))).isFalse();
    }

    private static boolean asksWebPki(ServerCertVerifier verifier) {
        return ((CustomServerVerifier) verifier).webPki().isPresent();
    }

    private static CRL list(TestAuthority authority) throws Exception {
        return CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(authority.newRevocationList().make().der()));
    }

    private static final class Reloading implements X509TrustManager {
        private X509Certificate @Nullable [] issuers;

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate @Nullable [] getAcceptedIssuers() {
            return issuers;
        }
    }
}
