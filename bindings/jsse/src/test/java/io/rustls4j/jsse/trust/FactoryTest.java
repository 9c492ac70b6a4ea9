package io.rustls4j.jsse.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The factory takes and refuses what SunJSSE's does, and its manager is the JDK's for callers. */
class FactoryTest {
    private static final TestAuthority ROOT = TestAuthority.root("factory");

    @ParameterizedTest
    @ValueSource(strings = {"PKIX", "SunX509"})
    void anchorsAreThoseOfTheJdk(String algorithm) throws Exception {
        KeyStore store = Stores.trusting(ROOT.certificate());
        assertThat(ours(algorithm, store).getAcceptedIssuers())
                .containsExactlyInAnyOrder(jdks(algorithm, store).getAcceptedIssuers());
        assertThat(ours(algorithm, null).getAcceptedIssuers())
                .hasSizeGreaterThan(50)
                .containsExactlyInAnyOrder(jdks(algorithm, null).getAcceptedIssuers());
    }

    @Test
    void callersGetTheJdksAnswers() throws Exception {
        X509ExtendedTrustManager manager =
                (X509ExtendedTrustManager) ours("PKIX", Stores.trusting(ROOT.certificate()));
        X509Certificate[] good = chain(ROOT.newCertificate().dns("www.example.com").issue());
        X509Certificate[] expired = chain(ROOT.newCertificate().expired().issue());
        StubSession session = new StubSession("elsewhere.example.com", List.of());
        SSLParameters https = new SSLParameters();
        https.setEndpointIdentificationAlgorithm("HTTPS");
        StubEngine engine = new StubEngine(session, https);
        StubSocket socket = new StubSocket(session, https);

        manager.checkServerTrusted(good, "ECDHE_ECDSA");
        manager.checkClientTrusted(good, "EC");
        manager.checkServerTrusted(good, "UNKNOWN", new StubEngine(session, new SSLParameters()));
        manager.checkClientTrusted(good, "EC", new StubSocket(session, new SSLParameters()));
        assertRefused(() -> manager.checkServerTrusted(expired, "ECDHE_ECDSA"), "validity");
        assertRefused(() -> manager.checkClientTrusted(expired, "EC"), "validity");
        assertRefused(() -> manager.checkServerTrusted(good, "UNKNOWN", engine), "elsewhere");
        assertRefused(() -> manager.checkServerTrusted(good, "UNKNOWN", socket), "elsewhere");
        assertRefused(() -> manager.checkClientTrusted(good, "EC", engine), "server side");
        assertRefused(() -> manager.checkClientTrusted(good, "EC", socket), "server side");
        assertThatThrownBy(() -> manager.checkServerTrusted(new X509Certificate[0], "UNKNOWN"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parametersAreTakenAndRefusedAsByTheJdk() throws Exception {
        Rustls4jTrustManagerFactory pkix = new Rustls4jTrustManagerFactory("PKIX");
        assertThatThrownBy(pkix::engineGetTrustManagers).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> pkix.engineInit(new ManagerFactoryParameters() {}))
                .isInstanceOf(InvalidAlgorithmParameterException.class);
        ManagerFactoryParameters path =
                new CertPathTrustManagerParameters(Stores.parameters(ROOT.certificate()));
        assertThatThrownBy(() -> new Rustls4jTrustManagerFactory("SunX509").engineInit(path))
                .isInstanceOf(InvalidAlgorithmParameterException.class);
        pkix.engineInit(path);
        assertThat(((X509TrustManager) pkix.engineGetTrustManagers()[0]).getAcceptedIssuers())
                .containsExactly(ROOT.certificate());
    }

    private static void assertRefused(ThrowingCallable check, String why) {
        assertThatThrownBy(check)
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining(why);
    }

    private static X509Certificate[] chain(IssuedCertificate issued) {
        return issued.chain().toArray(X509Certificate[]::new);
    }

    private static X509TrustManager ours(String algorithm, @Nullable KeyStore store)
            throws Exception {
        Rustls4jTrustManagerFactory factory = new Rustls4jTrustManagerFactory(algorithm);
        factory.engineInit(store);
        return single(factory.engineGetTrustManagers());
    }

    private static X509TrustManager jdks(String algorithm, @Nullable KeyStore store)
            throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(algorithm, "SunJSSE");
        factory.init(store);
        return single(factory.getTrustManagers());
    }

    private static X509TrustManager single(TrustManager[] managers) {
        assertThat(managers).hasSize(1);
        return (X509TrustManager) managers[0];
    }
}
