package io.rustls4j.jsse.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.EngineKind;
import io.rustls4j.jsse.Rustls4jProvider;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.ServiceLoader;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderTest {
    private static final Provider PROVIDER = new Rustls4jProvider();

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(
                        ServiceLoader.load(Provider.class).stream()
                                .map(ServiceLoader.Provider::type)
                                .map(Class::getName))
                .contains(Rustls4jProvider.class.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS", "SSL", "TLSv1.2", "TLSv1.3", "Default"})
    void hasContexts(String algorithm) throws Exception {
        SSLContext context = SSLContext.getInstance(algorithm, PROVIDER);
        if (!algorithm.equals("Default")) {
            assertThatThrownBy(context::createSSLEngine).isInstanceOf(IllegalStateException.class);
            context.init(null, null, null);
        }
        assertThat(Rustls4jProvider.made(context.createSSLEngine())).isTrue();
        assertThat(context.getProvider()).isSameAs(PROVIDER);
    }

    @Test
    void doesNotInitializeTheDefaultContextTwice() throws Exception {
        SSLContext context = SSLContext.getInstance("Default", PROVIDER);
        assertThatThrownBy(() -> context.init(null, null, null))
                .isInstanceOf(KeyManagementException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKIX", "SunPKIX", "X509", "X.509", "SunX509"})
    void hasTrustManagerFactories(String algorithm) throws Exception {
        assertThat(TrustManagerFactory.getInstance(algorithm, PROVIDER).getProvider())
                .isSameAs(PROVIDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKIX", "NewSunX509", "SunX509"})
    void hasKeyManagerFactories(String algorithm) throws Exception {
        assertThat(KeyManagerFactory.getInstance(algorithm, PROVIDER).getProvider())
                .isSameAs(PROVIDER);
    }

    @Test
    void hasNothingElse() {
        assertThatThrownBy(() -> SSLContext.getInstance("DTLS", PROVIDER))
                .isInstanceOf(NoSuchAlgorithmException.class);
    }

    @Test
    void servesByNameOnceItIsInstalled() throws Exception {
        Security.addProvider(PROVIDER);
        try {
            SSLContext context = SSLContext.getInstance("TLS", "Rustls4j");
            context.init(null, null, null);
            assertThat(Rustls4jProvider.made(context.createSSLEngine())).isTrue();
        } finally {
            Security.removeProvider(Rustls4jProvider.NAME);
        }
    }

    @Test
    void saysWhatRuns() {
        assertThat(Rustls4jProvider.engine().kind()).isEqualTo(EngineKind.RUSTLS);
        assertThat(PROVIDER.getInfo()).startsWith("TLS on rustls 0.23");
    }

    @Test
    void tellsItsEnginesFromOthers() throws Exception {
        SSLContext others = SSLContext.getInstance("TLS", "SunJSSE");
        others.init(null, null, null);
        assertThat(Rustls4jProvider.made(others.createSSLEngine())).isFalse();
    }
}
