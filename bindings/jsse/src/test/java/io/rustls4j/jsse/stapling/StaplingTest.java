package io.rustls4j.jsse.stapling;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.jsse.Rustls4jProvider;
import io.rustls4j.jsse.engine.EnginePair;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.LoopbackResponder;
import io.rustls4j.testkit.TestAuthority;
import java.math.BigInteger;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers staple what responders say, and shake hands whatever responders do. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class StaplingTest {
    private static final String ENABLED = "jdk.tls.server.enableStatusRequestExtension";
    private static final String TIMEOUT = "jdk.tls.stapling.responseTimeout";
    private static final String RESPONDER = "jdk.tls.stapling.responderURI";
    private static final String OVERRIDE = "jdk.tls.stapling.responderOverride";
    private static final List<String> PROPERTIES = List.of(ENABLED, TIMEOUT, RESPONDER, OVERRIDE);

    private static final Provider OURS = new Rustls4jProvider();
    private static final Provider SUN = Security.getProvider("SunJSSE");
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final TestAuthority ROOT = TestAuthority.root("stapling root");
    private static final TestAuthority ISSUER = ROOT.intermediate("stapling issuer");

    private final LoopbackResponder responder;

    StaplingTest() throws Exception {
        responder = new LoopbackResponder();
    }

    @BeforeEach
    void enable() {
        System.setProperty(ENABLED, "true");
    }

    @AfterEach
    void forget() {
        PROPERTIES.forEach(System::clearProperty);
        responder.close();
    }

    static List<Arguments> clientsAndProtocols() {
        List<Arguments> cases = new ArrayList<>();
        for (Provider client : List.of(OURS, SUN)) {
            cases.add(Arguments.of(client, "TLSv1.3"));
            cases.add(Arguments.of(client, "TLSv1.2"));
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("clientsAndProtocols")
    void clientsAreShownTheResponse(Provider client, String protocol) throws Exception {
        IssuedCertificate issued = issue();
        byte[] good = ISSUER.ocspGood(issued);
        responder.answers(request -> good);
        SSLContext server = server(issued);

        assertThat(shown(client, server, protocol)).containsExactly(good);
        assertThat(shown(client, server, protocol)).containsExactly(good);
        assertThat(responder.requests()).as("the response is kept").hasSize(1);
        OCSPReq asked = new OCSPReq(responder.requests().getFirst());
        assertThat(asked.getRequestList()).hasSize(1);
        assertThat(serial(asked)).isEqualTo(issued.certificate().getSerialNumber());
    }

    private static BigInteger serial(OCSPReq asked) {
        return asked.getRequestList()[0].getCertID().getSerialNumber();
    }

    @Test
    void nothingIsFetchedUnlessEnabled() throws Exception {
        System.clearProperty(ENABLED);

        assertThat(shown(OURS, server(issue()), "TLSv1.3")).isEmpty();
        assertThat(responder.requests()).isEmpty();
    }

    @Test
    void aFailingResponderFailsNoHandshake() throws Exception {
        IssuedCertificate issued = issue();
        byte[] good = ISSUER.ocspGood(issued);
        byte[] aboutAnother = ISSUER.ocspGood(issue());
        SSLContext server = server(issued);

        responder.answers(request -> aboutAnother);
        assertThat(shown(OURS, server, "TLSv1.3")).isEmpty();
        responder.answers(request -> new byte[] {0x30, 0x03, 0x0a, 0x01, 0x06});
        assertThat(shown(OURS, server, "TLSv1.3")).as("unauthorized").isEmpty();
        responder.answers(request -> new byte[100_000]);
        assertThat(shown(OURS, server, "TLSv1.3")).as("much of nothing").isEmpty();
        responder.answers(request -> good);
        responder.answersWithStatus(500);
        assertThat(shown(OURS, server, "TLSv1.3")).as("an HTTP error").isEmpty();
        responder.answersWithStatus(200);
        assertThat(shown(OURS, server, "TLSv1.3")).as("at last").containsExactly(good);
        assertThat(responder.requests()).hasSize(5);
    }

    @Test
    void anUnreachableResponderFailsNoHandshake() throws Exception {
        IssuedCertificate nowhere =
                ISSUER.newCertificate()
                        .dns(EnginePair.NAME)
                        .ocspResponder("ldap://127.0.0.1/")
                        .issue();
        SSLContext closed = server(issue());
        responder.close();

        assertThat(shown(OURS, closed, "TLSv1.3")).isEmpty();
        assertThat(shown(OURS, server(nowhere), "TLSv1.3")).isEmpty();
    }

    @Test
    void aSlowResponderIsWaitedForAsLongAsThePropertySays() throws Exception {
        System.setProperty(TIMEOUT, "50");
        IssuedCertificate issued = issue();
        byte[] good = ISSUER.ocspGood(issued);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        responder.answers(
                request -> {
                    asked.countDown();
                    awaitUninterrupted(released);
                    return good;
                });
        SSLContext server = server(issued);

        assertThat(shown(OURS, server, "TLSv1.3")).isEmpty();
        asked.await();
        released.countDown();
        List<byte[]> later = List.of();
        while (later.isEmpty()) {
            later = shown(OURS, server, "TLSv1.3");
        }
        assertThat(later).as("what came later is kept").containsExactly(good);
        assertThat(responder.requests()).as("one fetch for all").hasSize(1);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void propertiesNameAResponder() throws Exception {
        IssuedCertificate silent = ISSUER.newCertificate().dns(EnginePair.NAME).issue();
        byte[] good = ISSUER.ocspGood(silent);
        responder.answers(request -> good);
        assertThat(shown(OURS, server(silent), "TLSv1.3")).isEmpty();

        System.setProperty(RESPONDER, responder.uri());
        assertThat(shown(OURS, server(silent), "TLSv1.3")).containsExactly(good);
    }

    @Test
    void propertiesOverrideTheCertificatesResponder() throws Exception {
        try (LoopbackResponder other = new LoopbackResponder()) {
            IssuedCertificate issued = issue();
            byte[] good = ISSUER.ocspGood(issued);
            responder.answers(request -> good);
            other.answers(request -> good);
            System.setProperty(RESPONDER, other.uri());
            assertThat(shown(OURS, server(issued), "TLSv1.3")).containsExactly(good);
            assertThat(other.requests()).isEmpty();

            System.setProperty(OVERRIDE, "true");
            assertThat(shown(OURS, server(issued), "TLSv1.3")).containsExactly(good);
            assertThat(other.requests()).hasSize(1);
        }
    }

    @Test
    void aCertificateMayForbidIt() throws Exception {
        IssuedCertificate unchecked =
                ISSUER.newCertificate()
                        .dns(EnginePair.NAME)
                        .ocspResponder(responder.uri())
                        .ocspNoCheck()
                        .issue();

        assertThat(shown(OURS, server(unchecked), "TLSv1.3")).isEmpty();
        assertThat(responder.requests()).isEmpty();
    }

    @Test
    void withoutItsIssuerACertificateIsNotAskedAbout() throws Exception {
        IssuedCertificate alone =
                ROOT.newCertificate().dns(EnginePair.NAME).ocspResponder(responder.uri()).issue();
        assertThat(alone.chain()).hasSize(1);

        assertThat(shown(OURS, server(alone), "TLSv1.3")).isEmpty();
        assertThat(responder.requests()).isEmpty();
    }

    private IssuedCertificate issue() {
        return ISSUER.newCertificate().dns(EnginePair.NAME).ocspResponder(responder.uri()).issue();
    }

    /** A full handshake; what the client has been shown. */
    private static List<byte[]> shown(Provider client, SSLContext server, String protocol)
            throws Exception {
        EnginePair pair =
                new EnginePair(
                        client(client).createSSLEngine(EnginePair.NAME, 443),
                        server.createSSLEngine(),
                        protocol);
        pair.handshake();
        assertThat(pair.exchange("ping", "pong")).containsExactly("ping", "pong");
        return ((ExtendedSSLSession) pair.client.getSession()).getStatusResponses();
    }

    private static SSLContext client(Provider provider) throws Exception {
        KeyStore roots = store();
        roots.setCertificateEntry("root", ROOT.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX", provider);
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS", provider);
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static SSLContext server(IssuedCertificate issued) throws Exception {
        KeyStore own = store();
        own.setKeyEntry(
                "own",
                issued.privateKey(),
                PASSWORD,
                issued.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("NewSunX509", "SunJSSE");
        keys.init(own, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS", OURS);
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore store() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
