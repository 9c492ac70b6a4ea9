package io.rustls4j.jsse.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.CertifiedKey;
import io.rustls4j.KeyMaterial;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import io.rustls4j.TlsException;
import io.rustls4j.jsse.handshake.CurrentHandshake;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.TestAuthority;
import io.rustls4j.testkit.TokenProvider;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys that were chosen sign handshakes that SunJSSE accepts, on both sides. */
class HandshakesTest {
    private static final TestAuthority AUTHORITY = TestAuthority.root("handshakes");

    /** An identity with a name for the test's report. */
    record Shown(String name, Identity identity) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void plugIn() {
        TokenProvider.install();
    }

    @AfterAll
    static void pullOut() {
        TokenProvider.remove();
    }

    static List<Arguments> identitiesAndVersions() throws Exception {
        List<Shown> identities = new ArrayList<>();
        for (KeyKind kind : KeyKind.values()) {
            Identity identity =
                    Identity.of(AUTHORITY.newCertificate().key(kind).dns("server.example").issue());
            identities.add(new Shown(kind + "", identity));
            identities.add(new Shown(kind + " in a token", identity.inToken()));
        }
        identities.add(
                new Shown(
                        "P-521",
                        Identity.selfSigned(
                                "EC", new ECGenParameterSpec("secp521r1"), "SHA512withECDSA")));
        identities.add(
                new Shown(
                        "RSA 1024",
                        Identity.selfSigned(
                                "RSA",
                                new RSAKeyGenParameterSpec(1024, RSAKeyGenParameterSpec.F4),
                                "SHA256withRSA")));
        identities.add(
                new Shown(
                        "X.509 version 1",
                        Identity.of(AUTHORITY.newCertificate().issue())
                                .version1("SHA256withECDSA")));
        List<Arguments> cases = new ArrayList<>();
        for (Shown shown : identities) {
            for (ProtocolVersion version : ProtocolVersion.values()) {
                cases.add(Arguments.of(shown, version));
            }
        }
        // rustls has the suites of TLS 1.2 sign with what it knows only.
        Identity pss =
                Identity.certified(
                        "RSASSA-PSS", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
        cases.add(Arguments.of(new Shown("RSASSA-PSS", pss), ProtocolVersion.TLSV1_3));
        Identity bound =
                Identity.certified(
                        "RSASSA-PSS",
                        new RSAKeyGenParameterSpec(
                                2048,
                                RSAKeyGenParameterSpec.F4,
                                new PSSParameterSpec(
                                        "SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1)));
        cases.add(Arguments.of(new Shown("RSASSA-PSS, SHA-384", bound), ProtocolVersion.TLSV1_3));
        return cases;
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("identitiesAndVersions")
    void aServerShowsItsCertificate(Shown shown, ProtocolVersion version) throws Exception {
        SunPeer client = SunPeer.client(NotingManager.empty());
        client.engine().setEnabledProtocols(new String[] {version.toString()});
        View view = View.of(false, version);
        CertifiedKey key = choose(NotingManager.of(shown.identity()), client, version, view);
        RustlsPeer.serve(client, key, view);

        assertThat(client.engine().getSession().getPeerCertificates()[0])
                .isEqualTo(shown.identity().chain().getFirst());
        assertThat(view.session().getLocalCertificates())
                .containsExactly(shown.identity().chain().toArray(Certificate[]::new));
    }

    /** The hello of a client like this one, since this one's is still to be sent. */
    private static CertifiedKey choose(
            NotingManager manager, SunPeer like, ProtocolVersion version, View view)
            throws Exception {
        SunPeer same = SunPeer.client(NotingManager.empty());
        same.engine().setSSLParameters(like.engine().getSSLParameters());
        assertThat(view.session().getProtocol()).isEqualTo(version.toString());
        return KeyChoice.of(manager)
                .serverKey(view, RustlsPeer.hello(same.send()), view.parameters().offer())
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("identitiesAndVersions")
    void aClientShowsItsCertificate(Shown shown, ProtocolVersion version) throws Exception {
        SunPeer server = demandingServer();
        View view = View.of(true, version);
        RustlsPeer.connect(server, KeyChoice.of(NotingManager.of(shown.identity())), view);

        assertThat(server.engine().getSession().getPeerCertificates()[0])
                .isEqualTo(shown.identity().chain().getFirst());
        assertThat(view.session().getLocalCertificates())
                .containsExactly(shown.identity().chain().toArray(Certificate[]::new));
    }

    private static SunPeer demandingServer() {
        Identity identity =
                Identity.of(
                        AUTHORITY
                                .newCertificate()
                                .key(KeyKind.RSA_2048)
                                .dns("server.example")
                                .issue());
        SunPeer server = SunPeer.server(NotingManager.of(identity));
        server.engine().setNeedClientAuth(true);
        return server;
    }

    @Test
    void tokensSignThemselves() throws Exception {
        Identity identity = Identity.of(AUTHORITY.newCertificate().issue()).inToken();
        int before = TokenProvider.signatures();
        RustlsPeer.connect(
                demandingServer(),
                KeyChoice.of(NotingManager.of(identity)),
                View.of(true, ProtocolVersion.TLSV1_3));

        assertThat(TokenProvider.signatures()).isEqualTo(before + 1);
    }

    @Test
    void aServerSignsWithNothingThatItMayNotSignWith() throws Exception {
        SunPeer client = SunPeer.client(NotingManager.empty());
        client.engine().setEnabledProtocols(new String[] {"TLSv1.3"});
        View view = View.of(false, ProtocolVersion.TLSV1_3);
        SSLParameters wishes = view.parameters().toSslParameters();
        wishes.setSignatureSchemes(new String[] {"rsa_pss_rsae_sha256"});
        view.parameters().apply(wishes);
        Identity identity = Identity.of(AUTHORITY.newCertificate().key(KeyKind.RSA_2048).issue());
        CertifiedKey key =
                choose(NotingManager.of(identity), client, ProtocolVersion.TLSV1_3, view);

        assertThat(key.key())
                .as("rustls itself would take SHA-512")
                .isInstanceOfSatisfying(
                        KeyMaterial.Opaque.class,
                        opaque ->
                                assertThat(opaque.key().schemes())
                                        .containsExactly(SignatureScheme.RSA_PSS_SHA256));
        RustlsPeer.serve(client, key, view);
        assertThat(client.engine().getSession().isValid()).isTrue();
    }

    @Test
    void whatAManagerThrowsFailsTheHandshake() {
        IllegalStateException thrown = new IllegalStateException("the store is locked");
        View view = View.of(true, ProtocolVersion.TLSV1_3);
        KeyChoice choice = KeyChoice.of(new Throwing(thrown));

        assertThatThrownBy(() -> RustlsPeer.connect(demandingServer(), choice, view))
                .isInstanceOf(TlsException.class)
                .hasRootCause(thrown);
        assertThatThrownBy(
                        () ->
                                choice.serverKey(
                                        View.of(false, ProtocolVersion.TLSV1_3),
                                        Hellos.with(view.parameters().offer().schemes(), List.of()),
                                        view.parameters().offer()))
                .isSameAs(thrown);
    }

    @Test
    void outsideOfAHandshakeThereIsNobodyToChooseFor() {
        assertThatThrownBy(
                        () ->
                                KeyChoice.of(NotingManager.empty())
                                        .clientResolver()
                                        .resolve(List.of(), List.of()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(CurrentHandshake::get).isInstanceOf(IllegalStateException.class);
    }
}
