package io.rustls4j.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.CertifiedKey;
import io.rustls4j.CipherSuite;
import io.rustls4j.ClientConfig;
import io.rustls4j.CryptoProvider;
import io.rustls4j.EchMode;
import io.rustls4j.EngineKind;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.Resumption;
import io.rustls4j.RootCertStore;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.ServerConfig;
import io.rustls4j.ServerSessionStore;
import io.rustls4j.ServerSessions;
import io.rustls4j.SignatureScheme;
import io.rustls4j.Tls12Resumption;
import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsConfigException.Reason;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the JDK cannot do is refused by name when a configuration is built. */
class RefusedSettingsTest {
    private static final TestAuthority ROOT = TestAuthority.root("root");
    private static final IssuedCertificate EC = ROOT.newCertificate().dns("a.example").issue();

    @Test
    void theDefaultsAreNotRefused() {
        assertThatCode(() -> client().build()).doesNotThrowAnyException();
        assertThatCode(() -> server().build()).doesNotThrowAnyException();
    }

    @Test
    void clientsAreToldWhat() {
        assertUnsupported("ECH", () -> client().ech(new EchMode.Grease()).build());
        assertUnsupported("key log", () -> client().keyLog((label, random, secret) -> {}).build());
        assertUnsupported("ticketRequest", () -> client().ticketRequest(1, 1).build());
        Resumption withoutTickets =
                Resumption.DEFAULT.withTls12Resumption(Tls12Resumption.SESSION_ID_ONLY);
        assertUnsupported("tls12Resumption", () -> client().resumption(withoutTickets).build());
        assertUnsupported("checkSelectedAlpn", () -> client().checkSelectedAlpn(false).build());
        assertUnsupported("maxFragmentSize", () -> client().maxFragmentSize(40).build());
        assertUnsupported("rootHintSubjects", () -> client().serverVerifier(withHints()).build());
        assertUnsupported(
                "mldsa44",
                () ->
                        client().serverVerifier(
                                        ServerCertVerifier.dangerous()
                                                .supportedVerifySchemes(
                                                        List.of(SignatureScheme.ML_DSA_44))
                                                .custom(shown -> {}))
                                .build());
    }

    @Test
    void serversAreToldWhat() {
        assertUnsupported("key log", () -> server().keyLog((label, random, secret) -> {}).build());
        assertUnsupported(
                "ServerSessions.Stored",
                () -> server().sessions(new ServerSessions.Stored(new NoStore())).build());
        assertUnsupported("sendTls13Tickets", () -> server().sendTls13Tickets(3).build());
        assertUnsupported(
                "lifetime",
                () ->
                        server().sessions(new ServerSessions.StatelessTickets(Duration.ofHours(1)))
                                .build());
        assertUnsupported("maxTls13Tickets", () -> server().maxTls13Tickets(3).build());
        assertUnsupported(
                "secp256r1",
                () ->
                        server().provider(
                                        CryptoProvider.DEFAULT.withKxGroups(
                                                List.of(NamedGroup.X25519)))
                                .build());
    }

    @Test
    void whatWorksAfterAllIsNotRefused() {
        assertThatCode(() -> server().sendTls13Tickets(0).build()).doesNotThrowAnyException();
        assertThatCode(
                        () ->
                                server().versions(ProtocolVersion.TLSV1_3)
                                        .provider(
                                                CryptoProvider.DEFAULT.withKxGroups(
                                                        List.of(NamedGroup.X25519)))
                                        .build())
                .doesNotThrowAnyException();
    }

    @Test
    void unknownSuitesAreNamedWithTheKnownOnes() {
        CryptoProvider odd =
                CryptoProvider.DEFAULT.withCipherSuites(List.of(new CipherSuite(0x0005)));

        assertThatThrownBy(() -> client().provider(odd).build())
                .isInstanceOfSatisfying(
                        TlsConfigException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.PARAMETERS))
                .hasMessageContaining("0x0005")
                .hasMessageContaining("TLS_AES_128_GCM_SHA256");
    }

    @Test
    void suitesAndVersionsMustGoTogether() {
        CryptoProvider tls13 =
                CryptoProvider.DEFAULT.withCipherSuites(
                        List.of(CipherSuite.TLS13_AES_128_GCM_SHA256));

        assertThatThrownBy(() -> client().versions(ProtocolVersion.TLSV1_2).provider(tls13).build())
                .isInstanceOfSatisfying(
                        TlsConfigException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.PARAMETERS));
        assertThatCode(() -> client().provider(tls13).build()).doesNotThrowAnyException();
    }

    @Test
    void groupsThatTheJdkLacksAreRefusedByName() {
        List<NamedGroup> lacking =
                NamedGroup.known().stream()
                        .filter(group -> !JdkEngine.instance().supportedKxGroups().contains(group))
                        .toList();
        assertThat(lacking).isNotEmpty();
        for (NamedGroup group : lacking) {
            assertUnsupported(
                    group.toString(),
                    () ->
                            client().provider(CryptoProvider.DEFAULT.withKxGroups(List.of(group)))
                                    .build());
        }
    }

    @Test
    void namesThatAreNoneAreRefused() {
        try (ClientConfig config = client().build()) {
            for (String name :
                    new String[] {"a..b", "-a", "1.2.3.999", "fe80::1%eth0", ":::", "a.1"}) {
                assertThatThrownBy(() -> config.connect(name))
                        .as(name)
                        .isInstanceOfSatisfying(
                                TlsConfigException.class,
                                e -> assertThat(e.reason()).isEqualTo(Reason.SERVER_NAME));
            }
        }
    }

    private static final class NoStore implements ServerSessionStore {
        @Override
        public boolean put(byte[] key, byte[] value) {
            return false;
        }

        @Override
        public Optional<byte[]> get(byte[] key) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> take(byte[] key) {
            return Optional.empty();
        }
    }

    private static ServerCertVerifier withHints() {
        return ServerCertVerifier.dangerous()
                .rootHintSubjects(List.of(ROOT.encodedName()))
                .custom(shown -> {});
    }

    private static ClientConfig.Builder client() {
        return ClientConfig.builder(EngineKind.JDK)
                .roots(RootCertStore.builder().add(ROOT.certificate()).build());
    }

    private static ServerConfig.Builder server() {
        return ServerConfig.builder(EngineKind.JDK)
                .certifiedKeys(CertifiedKey.of(EC.chain(), EC.privateKey()));
    }

    private static void assertUnsupported(String feature, ThrowingCallable build) {
        assertThatThrownBy(build)
                .isInstanceOfSatisfying(
                        TlsConfigException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED_BY_ENGINE))
                .hasMessageContaining(feature);
    }
}
