package io.rustls4j.jsse.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties, where SunJSSE is no oracle: what only rustls has, and what is said of mistakes. */
class DefaultsTest {
    @Test
    void groupsOfRustlsCanBeConfigured() {
        Defaults defaults =
                system("jdk.tls.namedGroups", "secp256r1mlkem768, MLKEM1024, ffdhe2048, x25519");

        assertThat(defaults.groups())
                .containsExactly("SecP256r1MLKEM768", "MLKEM1024", "ffdhe2048", "x25519");
    }

    @Test
    void groupsThatNobodyHasAreNamed() {
        assertThatThrownBy(() -> system("jdk.tls.namedGroups", "curve25519"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "jdk.tls.namedGroups(curve25519) contains no supported named groups");
    }

    @Test
    void groupsThatOnlyTheJdkHasFailTheHandshake() {
        Defaults defaults = system("jdk.tls.namedGroups", "ffdhe2048");

        assertThatThrownBy(() -> offer(defaults))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("named groups [ffdhe2048]");
    }

    @Test
    void protocolsThatNobodyHasAreNamed() {
        Defaults defaults = system("jdk.tls.server.protocols", "TLSv1.3, TLSv2");

        assertThatThrownBy(() -> new EnabledNames(defaults, ContextKind.TLS, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("jdk.tls.server.protocols: TLSv2 is not a supported SSL protocol name");
        assertThat(new EnabledNames(defaults, ContextKind.TLSV1_2, true).protocols())
                .as("no other context reads the property")
                .containsExactly("TLSv1.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x25519", "XDH", "ML-KEM", "ML-KEM-768", "x25519mlkem768"})
    void whoDisablesAPartOfAHybridDisablesIt(String name) throws Exception {
        assertThat(offer(security("jdk.tls.disabledAlgorithms", name)).groups())
                .doesNotContain(NamedGroup.X25519MLKEM768)
                .contains(NamedGroup.SECP256R1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ed25519 usage HandshakeSignature",
                "ed25519 usage CertificateSignature",
                "EdDSA usage certificatesignature HandshakeSignature"
            })
    void whatMaySignOnlyInPartIsNotOffered(String entry) throws Exception {
        assertThat(offer(security("jdk.tls.disabledAlgorithms", entry)).schemes())
                .doesNotContain(SignatureScheme.ED25519)
                .hasSize(9);
    }

    /** The JDK still counts TLS 1.2 in, for the sake of the suite that is a signal. */
    @Test
    void withoutEcdheThereIsNoTls12() throws Exception {
        assertThat(offer(security("jdk.tls.disabledAlgorithms", "ECDHE")).versions())
                .containsExactly(ProtocolVersion.TLSV1_3);
    }

    @Test
    void conditionsThatOnlyCertificatesMeetChangeNothing() throws Exception {
        String usual =
                "X9.62 c2tnb191v1, SHA1 jdkCA & usage TLSServer, RSA keySize < 4096,"
                        + " SHA256 denyAfter 2020-01-01, secp256k1";

        assertThat(offer(security("jdk.tls.disabledAlgorithms", usual)))
                .isEqualTo(offer(security("jdk.tls.disabledAlgorithms", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EC keySize ~ 256",
                "EC keySize < many",
                "EC weekdays",
                "EC denyAfter tomorrow",
                "ECDHE_*",
                "ed25519 usage HandshakeSignature TLSServer"
            })
    void mistakesInSecurityPropertiesAreRefused(String entry) {
        assertThatThrownBy(() -> security("jdk.tls.disabledAlgorithms", entry))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void schemesThatOnlyTheJdkHasCount() {
        assertThat(system("jdk.tls.client.SignatureSchemes", "ed448,none").schemes(true))
                .isEqualTo(Optional.of(List.of("ed448")));
        assertThat(system("jdk.tls.client.SignatureSchemes", "ed448").schemes(false)).isEmpty();
    }

    @Test
    void serverNamesAreSentUnlessThePropertySaysNo() {
        assertThat(system("jsse.other", "false").sendsServerNames()).isTrue();
        assertThat(system("jsse.enableSNIExtension", "True").sendsServerNames()).isTrue();
        assertThat(system("jsse.enableSNIExtension", "False").sendsServerNames()).isFalse();
        assertThatThrownBy(() -> system("jsse.enableSNIExtension", "no"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jsse.enableSNIExtension is no; true or false is wanted");
    }

    private static Offer offer(Defaults defaults) throws SSLHandshakeException {
        EnabledNames names = new EnabledNames(defaults, ContextKind.TLS, true);
        return Offers.make(names.request(), new Permissions(defaults.policy(), null));
    }

    private static Defaults system(String name, String value) {
        return new Defaults(Map.of(name, value)::get, property -> null);
    }

    private static Defaults security(String name, String value) {
        return new Defaults(property -> null, Map.of(name, value)::get);
    }
}
