package io.rustls4j.jsse.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.CertificateDer;
import io.rustls4j.CertificateRevocationListDer;
import io.rustls4j.RevocationPolicy;
import io.rustls4j.testkit.TestAuthority;
import java.io.ByteArrayInputStream;
import java.security.Security;
import java.security.cert.CRL;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** When webpki may judge, and by what: by anchors that the JDK would go by in the same way. */
@Isolated("sets properties of the whole JDK")
class NativeJudgeTest {
    private static final TestAuthority ROOT = TestAuthority.root("native");
    private static final TestAuthority OTHER = TestAuthority.root("native too");

    @Test
    void anchorsOfAKeyStoreAreNative() throws Exception {
        AnchoredTrustManager manager = Stores.manager(ROOT.certificate(), OTHER.certificate());
        assertThat(manager.nativeJudge().orElseThrow().roots().lenientRoots())
                .containsExactlyInAnyOrder(
                        CertificateDer.of(ROOT.certificate()),
                        CertificateDer.of(OTHER.certificate()));
        assertThat(manager.nativeJudge()).isEqualTo(manager.nativeJudge());
        assertThat(manager.getAcceptedIssuers())
                .containsExactlyInAnyOrder(ROOT.certificate(), OTHER.certificate());
    }

    @Test
    void certificatesThatAreNoAuthoritiesAreNot() throws Exception {
        X509Certificate server = ROOT.newCertificate().dns("www.example.com").issue().certificate();
        X509Certificate old = ROOT.newCertificate().version1().issue().certificate();
        assertThat(Stores.manager(server, old).nativeJudge()).isEmpty();
        assertThat(
                        Stores.manager(server, ROOT.certificate())
                                .nativeJudge()
                                .orElseThrow()
                                .roots()
                                .lenientRoots())
                .containsExactly(CertificateDer.of(ROOT.certificate()));
    }

    @Test
    void nothingTrustedIsNotNative() throws Exception {
        assertThat(Stores.manager(new X509Certificate[0]).nativeJudge()).isEmpty();
    }

    @Test
    void theDefaultTrustStoreIsNative() throws Exception {
        AnchoredTrustManager manager =
                (AnchoredTrustManager) Rustls4jTrustManagerFactory.defaultManager();
        assertThat(manager.nativeJudge().orElseThrow().roots().lenientRoots())
                .hasSizeGreaterThan(50)
                .hasSizeLessThan(manager.getAcceptedIssuers().length);
    }

    @Test
    void checkRevocationOfTheSystemIsForTheJdk() throws Exception {
        System.setProperty("com.sun.net.ssl.checkRevocation", "true");
        try {
            assertThat(Stores.manager(ROOT.certificate()).nativeJudge()).isEmpty();
        } finally {
            System.clearProperty("com.sun.net.ssl.checkRevocation");
        }
    }

    @Test
    void strongerAlgorithmsThanByDefaultAreForTheJdk() throws Exception {
        String property = "jdk.certpath.disabledAlgorithms";
        String before = Security.getProperty(property);
        Security.setProperty(property, before + ", RSA keySize < 3072");
        try {
            assertThat(Stores.manager(ROOT.certificate()).nativeJudge()).isEmpty();
            assertThat(Stores.manager(Stores.parameters(ROOT.certificate())).nativeJudge())
                    .isEmpty();
        } finally {
            Security.setProperty(property, before);
        }
    }

    @Test
    void parametersThatAskForNothingMoreAreNative() throws Exception {
        assertThat(Stores.manager(Stores.parameters(ROOT.certificate())).nativeJudge())
                .hasValueSatisfying(judge -> assertThat(judge.crls()).isEmpty());
    }

    @Test
    void parametersThatAskForMoreAreForTheJdk() throws Exception {
        List<Consumer<PKIXBuilderParameters>> wishes =
                List.of(
                        parameters -> parameters.setRevocationEnabled(true),
                        parameters -> parameters.setExplicitPolicyRequired(true),
                        parameters -> parameters.setPolicyMappingInhibited(true),
                        parameters -> parameters.setAnyPolicyInhibited(true),
                        parameters -> parameters.setPolicyQualifiersRejected(false),
                        parameters -> parameters.setInitialPolicies(Set.of("1.2.3.4")),
                        parameters -> parameters.setDate(Date.from(Instant.now())),
                        parameters -> parameters.setSigProvider("SunEC"),
                        parameters -> parameters.setMaxPathLength(1),
                        parameters -> parameters.setTargetCertConstraints(new X509CertSelector()),
                        parameters -> parameters.addCertPathChecker(new Indifferent()));
        for (Consumer<PKIXBuilderParameters> wish : wishes) {
            PKIXBuilderParameters parameters = Stores.parameters(ROOT.certificate());
            wish.accept(parameters);
            assertThat(Stores.manager(parameters).nativeJudge()).isEmpty();
        }
        PKIXBuilderParameters byKey =
                new PKIXBuilderParameters(
                        Set.of(
                                new TrustAnchor(
                                        ROOT.certificate().getSubjectX500Principal(),
                                        ROOT.certificate().getPublicKey(),
                                        null)),
                        null);
        byKey.setRevocationEnabled(false);
        assertThat(PathParameters.judge(byKey).get()).isEmpty();
    }

    @Test
    void revocationListsAreReadAnewWhenTheyChange() throws Exception {
        List<CRL> lists = new ArrayList<>();
        PKIXBuilderParameters parameters = Stores.parameters(ROOT.certificate());
        parameters.setRevocationEnabled(true);
        parameters.addCertStore(Stores.collection(lists));
        AnchoredTrustManager manager = Stores.manager(parameters);

        assertThat(manager.nativeJudge()).as("no list").isEmpty();

        lists.add(list(ROOT));
        NativeJudge one = manager.nativeJudge().orElseThrow();
        assertThat(one.crls())
                .containsExactly(
                        CertificateRevocationListDer.of(((X509CRL) lists.getFirst()).getEncoded()));
        RevocationPolicy revocation = one.ofServers().build().revocation();
        assertThat(revocation.enforceExpiration()).isTrue();
        assertThat(revocation.allowUnknownStatus()).isFalse();
        assertThat(revocation.onlyEndEntity()).isFalse();
        assertThat(manager.nativeJudge()).hasValue(one);

        lists.add(list(OTHER));
        NativeJudge two = manager.nativeJudge().orElseThrow();
        assertThat(two).isNotEqualTo(one);
        assertThat(two.roots()).isSameAs(one.roots());
        assertThat(two.crls()).hasSize(2);

        lists.add(list(ROOT));
        assertThat(manager.nativeJudge()).as("two lists of one issuer").isEmpty();
    }

    @Test
    void whatTheNetSaysOfRevocationIsForTheJdk() throws Exception {
        PKIXBuilderParameters parameters = Stores.parameters(ROOT.certificate());
        parameters.setRevocationEnabled(true);
        parameters.addCertStore(Stores.collection(List.of(list(ROOT))));
        System.setProperty("com.sun.security.enableCRLDP", "true");
        try {
            assertThat(Stores.manager(parameters).nativeJudge()).isEmpty();
        } finally {
            System.clearProperty("com.sun.security.enableCRLDP");
        }
        Security.setProperty("ocsp.enable", "true");
        try {
            assertThat(Stores.manager(parameters).nativeJudge()).isEmpty();
        } finally {
            Security.setProperty("ocsp.enable", "false");
        }
    }

    private static CRL list(TestAuthority authority) throws Exception {
        return CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(authority.newRevocationList().make().der()));
    }

    private static final class Indifferent extends PKIXCertPathChecker {
        @Override
        public void init(boolean forward) {}

        @Override
        public boolean isForwardCheckingSupported() {
            return true;
        }

        @Override
        public Set<String> getSupportedExtensions() {
            return Set.of();
        }

        @Override
        public void check(Certificate certificate, Collection<String> unresolved) {}
    }
}
