package io.rustls4j.jsse.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.CipherSuite;
import io.rustls4j.CryptoProvider;
import io.rustls4j.EngineKind;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What parameters come to on rustls. */
class OfferTest {
    private final ConnectionParameters parameters =
            ConnectionParameters.defaults(ContextKind.TLS, true);

    @Test
    void theUsualIsAllOfRustlsInTheJdksOrder() throws Exception {
        Offer offer = parameters.offer();

        assertThat(offer.versions())
                .containsExactly(ProtocolVersion.TLSV1_3, ProtocolVersion.TLSV1_2);
        assertThat(offer.suites().stream().map(CipherSuite::toString))
                .containsExactlyElementsOf(
                        SunJsse.common(SunJsse.engine().getEnabledCipherSuites()));
        assertThat(offer.groups())
                .containsExactly(
                        NamedGroup.X25519MLKEM768,
                        NamedGroup.X25519,
                        NamedGroup.SECP256R1,
                        NamedGroup.SECP384R1);
        assertThat(offer.schemes())
                .startsWith(SignatureScheme.ECDSA_NISTP256_SHA256)
                .doesNotContain(SignatureScheme.RSA_PKCS1_SHA1)
                .hasSize(10);
    }

    /** Names are tables here, since the library must not be loaded to list them. */
    @Test
    void theTablesHaveWhatRustlsHas() {
        assertThat(Suites.all().stream().map(Suite::value))
                .containsExactlyInAnyOrderElementsOf(
                        CryptoProvider.supportedCipherSuites(EngineKind.RUSTLS));
        assertThat(Groups.all().stream().map(Group::value))
                .containsExactlyInAnyOrderElementsOf(
                        CryptoProvider.supportedKxGroups(EngineKind.RUSTLS));
    }

    @Test
    void isSharedByAllThatIsSetAlike() throws Exception {
        ConnectionParameters other = ConnectionParameters.defaults(ContextKind.TLS, true);
        assertThat(other.offer()).isSameAs(parameters.offer());

        setAsLibrariesDo(parameters);
        setAsLibrariesDo(other);
        assertThat(other.offer()).isSameAs(parameters.offer());
        assertThat(other.copy().offer()).isSameAs(parameters.offer());
    }

    private static void setAsLibrariesDo(ConnectionParameters parameters) {
        parameters.setEnabledProtocols(new String[] {"TLSv1.2"});
        parameters.setEnabledCipherSuites(
                new String[] {"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_NULL_SHA256"});
    }

    @Test
    void isAKey() {
        Offer one = offer(NamedGroup.X25519);
        Offer same = offer(NamedGroup.X25519);

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one).isNotEqualTo(offer(NamedGroup.SECP256R1));
    }

    @Test
    void signsWithMoreThanItVerifies() throws Exception {
        assertThat(parameters.offer().schemesToSign())
                .containsAll(parameters.offer().schemes())
                .contains(SignatureScheme.RSA_PSS_PSS_SHA256);
        assertThat(parameters.offer().schemes()).doesNotContain(SignatureScheme.RSA_PSS_PSS_SHA256);
    }

    private static Offer offer(NamedGroup group) {
        return new Offer(
                List.of(ProtocolVersion.TLSV1_3),
                List.of(CipherSuite.TLS13_AES_128_GCM_SHA256),
                List.of(group),
                List.of(SignatureScheme.ED25519),
                List.of(SignatureScheme.ED25519));
    }

    @Test
    void followsLaterChanges() throws Exception {
        Offer before = parameters.offer();
        parameters.setEnabledProtocols(new String[] {"TLSv1.3"});

        assertThat(parameters.offer()).isNotEqualTo(before);
        assertThat(parameters.offer().versions()).containsExactly(ProtocolVersion.TLSV1_3);
        assertThat(parameters.offer().suites()).allMatch(CipherSuite::isTls13);
    }

    @Test
    void hasNoVersionWithoutASuite() throws Exception {
        parameters.setEnabledCipherSuites(
                new String[] {
                    "TLS_AES_128_GCM_SHA256",
                    "TLS_RSA_WITH_AES_128_CBC_SHA",
                    "TLS_AES_128_GCM_SHA256"
                });

        assertThat(parameters.offer().versions()).containsExactly(ProtocolVersion.TLSV1_3);
        assertThat(parameters.offer().suites())
                .containsExactly(CipherSuite.TLS13_AES_128_GCM_SHA256);
    }

    @Test
    void keepsTheOrderOfTheApplication() throws Exception {
        parameters.setEnabledCipherSuites(
                new String[] {"TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256"});
        set(it -> it.setNamedGroups(new String[] {"SECP384R1", "ffdhe2048", "no", "x25519"}));
        set(
                it -> {
                    it.setNamedGroups(new String[] {"SECP384R1", "ffdhe2048", "no", "x25519"});
                    it.setSignatureSchemes(
                            new String[] {"RSA_PSS_RSAE_SHA256", "ed448", "no", "ed25519"});
                });

        assertThat(parameters.offer().suites())
                .containsExactly(
                        CipherSuite.TLS13_CHACHA20_POLY1305_SHA256,
                        CipherSuite.TLS13_AES_128_GCM_SHA256);
        assertThat(parameters.offer().groups())
                .containsExactly(NamedGroup.SECP384R1, NamedGroup.X25519);
        assertThat(parameters.offer().schemes())
                .containsExactly(SignatureScheme.RSA_PSS_SHA256, SignatureScheme.ED25519);
    }

    @Test
    void hasNoTls12WithoutAGroupForIt() throws Exception {
        set(it -> it.setNamedGroups(new String[] {"X25519MLKEM768"}));

        assertThat(parameters.offer().versions()).containsExactly(ProtocolVersion.TLSV1_3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.1", "TLSv1,SSLv3", "SSLv2Hello", ""})
    void noProtocolLeftFailsTheHandshakeAsInSunJsse(String names) {
        String[] protocols = names.isEmpty() ? new String[0] : names.split(",");
        SSLEngine oracle = SunJsse.engine();
        oracle.setEnabledProtocols(protocols);
        parameters.setEnabledProtocols(protocols);

        assertFailsLike(oracle);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"TLS_RSA_WITH_3DES_EDE_CBC_SHA", "TLS_EMPTY_RENEGOTIATION_INFO_SCSV", ""})
    void noSuiteLeftFailsTheHandshakeAsInSunJsse(String names) {
        String[] suites = names.isEmpty() ? new String[0] : names.split(",");
        SSLEngine oracle = SunJsse.engine();
        oracle.setEnabledProtocols(new String[] {"TLSv1.3"});
        oracle.setEnabledCipherSuites(suites);
        parameters.setEnabledProtocols(new String[] {"TLSv1.3"});
        parameters.setEnabledCipherSuites(suites);

        assertFailsLike(oracle);
    }

    @Test
    void noGroupLeftFailsTheHandshake() {
        SSLEngine oracle = SunJsse.engine();
        oracle.setEnabledProtocols(new String[] {"TLSv1.2"});
        SSLParameters none = oracle.getSSLParameters();
        none.setCipherSuites(new String[] {"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"});
        none.setNamedGroups(new String[] {"unknown"});
        oracle.setSSLParameters(none);
        parameters.apply(none);

        assertFailsLike(oracle);
    }

    @Test
    void aSuiteThatOnlyTheJdkHasIsNotNegotiated() {
        parameters.setEnabledCipherSuites(new String[] {"TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384"});

        assertThatThrownBy(parameters::offer)
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageStartingWith("No appropriate protocol")
                .hasMessageContaining("TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384");
    }

    @Test
    void noSchemeLeftFailsTheHandshake() {
        set(it -> it.setSignatureSchemes(new String[] {"ed448"}));

        assertThatThrownBy(parameters::offer)
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("ed448");
    }

    @Test
    void aClientsLongApplicationProtocolFailsTheHandshake() {
        SSLEngine oracle = SunJsse.engine();
        String tooLong = "x".repeat(256);
        SSLParameters given = oracle.getSSLParameters();
        given.setApplicationProtocols(new String[] {tooLong});
        oracle.setSSLParameters(given);
        set(it -> it.setApplicationProtocols(new String[] {tooLong}));

        assertThatThrownBy(() -> hello(oracle))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("exceeds the size limit (255 bytes)");
        assertThatThrownBy(parameters::offer)
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("exceeds the size limit (255 bytes)");
    }

    @Test
    void aServersLongApplicationProtocolIsOnlyNeverChosen() throws Exception {
        parameters.setClient(false);
        set(it -> it.setApplicationProtocols(new String[] {"x".repeat(256)}));

        assertThat(parameters.offer().versions()).hasSize(2);
    }

    private void assertFailsLike(SSLEngine oracle) {
        assertThatThrownBy(() -> hello(oracle))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageStartingWith("No appropriate protocol");
        assertThatThrownBy(parameters::offer)
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageStartingWith(
                        "No appropriate protocol (protocol is disabled or cipher suites are inappropriate)")
                .hasMessageContaining("supported are [TLSv1.3, TLSv1.2]");
    }

    private static void hello(SSLEngine engine) throws Exception {
        engine.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(32768));
    }

    private void set(Consumer<SSLParameters> change) {
        SSLParameters given = parameters.toSslParameters();
        change.accept(given);
        parameters.apply(given);
    }
}
