package io.rustls4j.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.osgi.jsse.ProviderApplication;
import io.rustls4j.osgi.netty.NettyApplication;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** Applications in a framework, where a class sees what its bundle imports and nothing else. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class BundlesTest {
    private static final String[] RUSTLS = {
        "io.rustls4j", "io.rustls4j.ffi", "io.rustls4j.natives"
    };

    @TempDir private Path storage;

    private Osgi osgi;

    @BeforeEach
    void start() throws Exception {
        osgi = new Osgi(storage);
        osgi.install(RUSTLS);
    }

    @AfterEach
    void stop() throws Exception {
        osgi.stop();
    }

    @Test
    void theProviderTalks() throws Exception {
        osgi.install("io.rustls4j.jsse");
        Bundle application =
                osgi.start(ProviderApplication.class, "io.rustls4j.jsse,javax.net.ssl");
        assertThat(run(application, ProviderApplication.class))
                .isEqualTo("Rustls4j, TLSv1.3: over the wall");
    }

    @Test
    void nettyTalks() throws Exception {
        osgi.install("io.netty.tcnative-classes");
        osgi.install(
                "io.netty.buffer",
                "io.netty.codec-base",
                "io.netty.common",
                "io.netty.handler",
                "io.netty.resolver",
                "io.netty.transport",
                "io.netty.transport-native-unix-common");
        Bundle application =
                osgi.start(
                        NettyApplication.class,
                        "io.netty.buffer,io.netty.handler.ssl,javax.net.ssl");
        assertThat(run(application, NettyApplication.class))
                .startsWith("AWS-LC (rustls4j")
                .endsWith(", TLSv1.3: over the wall");
    }

    @Test
    void theApiIsThere() throws Exception {
        assertThat(osgi.start(BundlesTest.class, "io.rustls4j").getState())
                .isEqualTo(Bundle.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.rustls4j.configs",
                "io.rustls4j.engine",
                "io.rustls4j.ffi",
                "io.rustls4j.jsse.connection",
                "io.rustls4j.pem",
                "io.rustls4j.rustls",
                "io.rustls4j.tcnative.context",
                "io.rustls4j.wire"
            })
    void whatIsOursIsNot(String internal) throws Exception {
        osgi.install("io.rustls4j.jsse", "io.netty.tcnative-classes");
        assertThatThrownBy(() -> osgi.start(BundlesTest.class, internal))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining(internal);
    }

    @SuppressWarnings("unchecked")
    private static String run(Bundle application, Class<?> type) throws Exception {
        Class<?> inside = application.loadClass(type.getName());
        assertThat(inside).isNotSameAs(type);
        Function<KeyStore, String> function =
                (Function<KeyStore, String>) inside.getConstructor().newInstance();
        return function.apply(keys());
    }

    private static KeyStore keys() throws Exception {
        TestAuthority root = TestAuthority.root("authority");
        IssuedCertificate server = root.newCertificate().dns("server.example").issue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "own",
                server.privateKey(),
                new char[0],
                server.chain().toArray(X509Certificate[]::new));
        store.setCertificateEntry("root", root.certificate());
        return store;
    }
}
