package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.CertificateDer;
import io.rustls4j.CertificateRevocationListDer;
import io.rustls4j.CertifiedKey;
import io.rustls4j.CipherSuite;
import io.rustls4j.ClientConfig;
import io.rustls4j.CryptoProvider;
import io.rustls4j.EngineKind;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.Resumption;
import io.rustls4j.RootCertStore;
import io.rustls4j.ServerConfig;
import io.rustls4j.ServerSessions;
import io.rustls4j.SignatureScheme;
import io.rustls4j.SigningKey;
import io.rustls4j.Tls12Resumption;
import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsConfigException.Reason;
import io.rustls4j.WebPkiClientVerifier;
import io.rustls4j.WebPkiServerVerifier;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * What cannot be used is refused when it is given, with a reason and a message that names the
 * value.
 */
@ContractTest
class ConfigRefusalsTest {
    private static final byte[] NONSENSE = "this is no PEM\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BAD_BASE64 =
            "-----BEGIN CERTIFICATE-----\n%%%%\n-----END CERTIFICATE-----\n"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BAD_DER =
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BAD_KEY =
            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
                    .getBytes(StandardCharsets.US_ASCII);

    @EveryEngine
    void aServerNeedsACertificate(EngineKind engine) {
        assertRefused(Reason.CERTIFICATE, () -> ServerConfig.builder(engine).build());
        assertRefused(Reason.CERTIFICATE, () -> ServerConfig.builder(engine).certifiedKeys());
    }

    @EveryEngine
    void aClientNeedsAVerifier(EngineKind engine) {
        assertRefused(Reason.TRUST_ANCHORS, () -> ClientConfig.builder(engine).build());
        RootCertStore empty = RootCertStore.builder().build();
        assertRefused(Reason.TRUST_ANCHORS, () -> ClientConfig.builder(engine).roots(empty));
        assertRefused(Reason.TRUST_ANCHORS, WebPkiServerVerifier.builder(empty)::build);
        assertRefused(Reason.TRUST_ANCHORS, WebPkiClientVerifier.builder(empty)::build);
        assertRefused(
                Reason.TRUST_ANCHORS,
                () -> WebPkiServerVerifier.builder(empty).dangerous().orElse(shown -> {}));
        assertRefused(
                Reason.TRUST_ANCHORS,
                () -> WebPkiClientVerifier.builder(empty).dangerous().orElse(shown -> {}));
    }

    @EveryEngine
    void aKeyMustBelongToItsCertificate(EngineKind engine) {
        for (KeyKind kind : KeyKind.values()) {
            IssuedCertificate certificate = Identities.AUTHORITY.newCertificate().key(kind).issue();
            IssuedCertificate other =
                    Identities.AUTHORITY.newCertificate().key(kind).ownKey().issue();
            CertifiedKey mismatched = CertifiedKey.fromPem(certificate.chainPem(), other.keyPem());
            assertRefused(Reason.KEYS_MISMATCH, () -> server(engine, mismatched));
            assertRefused(
                    Reason.KEYS_MISMATCH, () -> client(engine).certifiedKeys(mismatched).build());
        }
    }

    @EveryEngine
    void aKeyOfAnotherKindThanItsCertificateIsRefused(EngineKind engine) {
        IssuedCertificate rsa = Identities.AUTHORITY.newCertificate().key(KeyKind.RSA_2048).issue();
        CertifiedKey mismatched = CertifiedKey.fromPem(Identities.SERVER.chainPem(), rsa.keyPem());

        assertRefused(Reason.KEYS_MISMATCH, () -> server(engine, mismatched));
    }

    @EveryEngine
    void aKeyMustParse(EngineKind engine) {
        assertRefused(
                Reason.PRIVATE_KEY,
                () -> server(engine, CertifiedKey.fromPem(Identities.SERVER.chainPem(), BAD_KEY)));
    }

    @EveryEngine
    void aCertificateMustParse(EngineKind engine) {
        assertRefused(
                Reason.CERTIFICATE,
                () -> server(engine, CertifiedKey.fromPem(BAD_DER, Identities.SERVER.keyPem())));
    }

    @Test
    void aKeyMustBeThereAndBeOne() {
        byte[] chain = Identities.SERVER.chainPem();
        byte[] key = Identities.SERVER.keyPem();
        byte[] two = (text(key) + text(key)).getBytes(StandardCharsets.US_ASCII);
        byte[] encrypted =
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n"
                        .getBytes(StandardCharsets.US_ASCII);

        assertRefused(Reason.PRIVATE_KEY, () -> CertifiedKey.fromPem(chain, NONSENSE));
        assertRefused(Reason.PRIVATE_KEY, () -> CertifiedKey.fromPem(chain, chain));
        assertRefused(Reason.PRIVATE_KEY, () -> CertifiedKey.fromPem(chain, two));
        assertRefused(Reason.PRIVATE_KEY, () -> CertifiedKey.fromPem(chain, encrypted));
        assertRefused(Reason.CERTIFICATE, () -> CertifiedKey.fromPem(key, key));
        assertRefused(Reason.CERTIFICATE, () -> CertifiedKey.fromPem(NONSENSE, key));
        assertRefused(Reason.CERTIFICATE, () -> CertifiedKey.fromPem(BAD_BASE64, key));
        assertRefused(
                Reason.CERTIFICATE,
                () -> CertifiedKey.of(List.of(), Identities.SERVER.privateKey()));
        assertRefused(Reason.CERTIFICATE, () -> CertificateDer.of(new byte[0]));
    }

    @Test
    void aSigningKeyNeedsASchemeAndAChain() {
        SigningKey none =
                new SigningKey() {
                    @Override
                    public List<SignatureScheme> schemes() {
                        return List.of();
                    }

                    @Override
                    public byte[] sign(SignatureScheme scheme, byte[] message) {
                        throw new AssertionError("never asked");
                    }
                };
        assertRefused(
                Reason.PRIVATE_KEY,
                () -> CertifiedKey.of(Identities.dersOf(Identities.SERVER), none));
        assertRefused(
                Reason.CERTIFICATE,
                () ->
                        CertifiedKey.of(
                                List.<CertificateDer>of(), CountingKey.of(Identities.SERVER)));
    }

    @Test
    void filesMustBeThere() {
        Path missing = Path.of("/does/not/exist.pem");

        assertThatThrownBy(() -> CertifiedKey.fromPemFiles(missing, missing))
                .isInstanceOfSatisfying(
                        TlsConfigException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.FILE))
                .hasMessageContaining(missing.toString());
        assertThatThrownBy(() -> RootCertStore.builder().addPemFile(missing))
                .isInstanceOfSatisfying(
                        TlsConfigException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.FILE))
                .hasMessageContaining(missing.toString());
    }

    @EveryEngine
    void rootsMustParse(EngineKind engine) {
        assertRefused(Reason.TRUST_ANCHORS, () -> RootCertStore.ofPem(NONSENSE));
        assertRefused(Reason.CERTIFICATE, () -> RootCertStore.ofPem(BAD_BASE64));
        RootCertStore bad = RootCertStore.ofPem(BAD_DER);
        assertThatThrownBy(() -> ClientConfig.builder(engine).roots(bad).build())
                .isInstanceOf(TlsConfigException.class);
    }

    @EveryEngine
    void lenientRootsNeedNotParseUnlessNoneIsLeft(EngineKind engine) {
        RootCertStore some =
                RootCertStore.builder()
                        .addPemLenient(
                                (text(BAD_DER) + text(Identities.ROOT.pem()))
                                        .getBytes(StandardCharsets.US_ASCII))
                        .build();
        ClientConfig.builder(engine).roots(some).build().close();

        RootCertStore none = RootCertStore.builder().addPemLenient(BAD_DER).build();
        assertRefused(Reason.TRUST_ANCHORS, () -> ClientConfig.builder(engine).roots(none).build());
    }

    @EveryEngine
    void revocationListsMustParse(EngineKind engine) {
        assertRefused(Reason.REVOCATION_LIST, () -> CertificateRevocationListDer.fromPem(NONSENSE));
        assertRefused(Reason.REVOCATION_LIST, () -> CertificateRevocationListDer.of(new byte[0]));
        List<CertificateRevocationListDer> bad =
                List.of(CertificateRevocationListDer.of(new byte[] {0, 0, 0}));
        assertRefused(
                Reason.REVOCATION_LIST,
                () ->
                        ClientConfig.builder(engine)
                                .serverVerifier(
                                        WebPkiServerVerifier.builder(Identities.roots())
                                                .withCrls(bad)
                                                .build())
                                .build());
        assertRefused(
                Reason.REVOCATION_LIST,
                () ->
                        ServerConfig.builder(engine)
                                .certifiedKeys(Identities.serverKey())
                                .clientVerifier(
                                        WebPkiClientVerifier.builder(Identities.roots())
                                                .withCrls(bad)
                                                .build())
                                .build());
    }

    @EveryEngine
    void serverNamesMustBeNames(EngineKind engine) {
        try (ClientConfig config = client(engine).build()) {
            for (String name :
                    new String[] {
                        "",
                        " ",
                        "a b",
                        "a\0.example",
                        "\u00e4.example",
                        "a..example",
                        ".example",
                        "-",
                        "a".repeat(64) + ".example",
                        "a.".repeat(150) + "example",
                        "https://a.example",
                        "a.example:443",
                        "[::1]",
                        "::1::",
                        "1.2.3.4.5:",
                        "a/b"
                    }) {
                assertThatThrownBy(() -> config.connect(name).close())
                        .as("name '%s'", name)
                        .isInstanceOfSatisfying(
                                TlsConfigException.class,
                                e -> assertThat(e.reason()).isEqualTo(Reason.SERVER_NAME));
            }
        }
    }

    @EveryEngine
    void protocolNamesMustFitAByteOfLength(EngineKind engine) {
        for (String name : new String[] {"", "x".repeat(256), "x".repeat(65536 + 2), "\u20ac"}) {
            assertRefused(Reason.ALPN, () -> client(engine).alpnProtocols("h2", name));
            assertRefused(Reason.ALPN, () -> ServerConfig.builder(engine).alpnProtocols(name));
            try (ClientConfig config = client(engine).build()) {
                assertRefused(
                        Reason.ALPN, () -> config.connect(Identities.NAME, List.of(name)).close());
            }
        }
    }

    @EveryEngine
    void emptyListsDoNotMeanEverything(EngineKind engine) {
        assertRefused(Reason.PARAMETERS, () -> client(engine).versions());
        assertRefused(Reason.PARAMETERS, () -> ServerConfig.builder(engine).versions());
        assertRefused(Reason.PARAMETERS, () -> CryptoProvider.DEFAULT.withCipherSuites(List.of()));
        assertRefused(Reason.PARAMETERS, () -> CryptoProvider.DEFAULT.withKxGroups(List.of()));
    }

    @EveryEngine
    void unknownAlgorithmsAreRefused(EngineKind engine) {
        CryptoProvider suite =
                CryptoProvider.DEFAULT.withCipherSuites(List.of(new CipherSuite(0x0000)));
        CryptoProvider group = CryptoProvider.DEFAULT.withKxGroups(List.of(new NamedGroup(0x7777)));
        for (CryptoProvider provider : List.of(suite, group)) {
            assertThatThrownBy(() -> client(engine).provider(provider).build())
                    .isInstanceOfSatisfying(
                            TlsConfigException.class,
                            e ->
                                    assertThat(e.reason())
                                            .isIn(Reason.PARAMETERS, Reason.UNSUPPORTED_BY_ENGINE));
        }
    }

    @EveryEngine
    void suitesAndVersionsMustFitTogether(EngineKind engine) {
        CryptoProvider tls12Only =
                CryptoProvider.DEFAULT.withCipherSuites(
                        List.of(CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256));

        assertRefused(
                Reason.PARAMETERS,
                () -> client(engine).provider(tls12Only).versions(ProtocolVersion.TLSV1_3).build());
        assertRefused(
                Reason.PARAMETERS,
                () ->
                        ServerConfig.builder(engine)
                                .certifiedKeys(Identities.serverKey())
                                .provider(tls12Only)
                                .versions(ProtocolVersion.TLSV1_3)
                                .build());
    }

    @EveryEngine
    void numbersMustBeInRange(EngineKind engine) {
        for (int size : new int[] {-1, 0, 31, 16390, Integer.MAX_VALUE}) {
            assertRefused(Reason.PARAMETERS, () -> client(engine).maxFragmentSize(size));
            assertRefused(
                    Reason.PARAMETERS, () -> ServerConfig.builder(engine).maxFragmentSize(size));
        }
        assertRefused(Reason.PARAMETERS, () -> client(engine).ticketRequest(-1, 0));
        assertRefused(Reason.PARAMETERS, () -> client(engine).ticketRequest(0, 256));
        assertRefused(Reason.PARAMETERS, () -> ServerConfig.builder(engine).sendTls13Tickets(-1));
        assertRefused(Reason.PARAMETERS, () -> ServerConfig.builder(engine).maxTls13Tickets(-1));
        assertRefused(Reason.PARAMETERS, () -> Resumption.inMemory(0));
        assertRefused(Reason.PARAMETERS, () -> new Resumption(-1, Tls12Resumption.SESSION_ID_ONLY));
        assertRefused(Reason.PARAMETERS, () -> new ServerSessions.InMemory(0));
    }

    private static ClientConfig.Builder client(EngineKind engine) {
        return ClientConfig.builder(engine).roots(Identities.roots());
    }

    private static void server(EngineKind engine, CertifiedKey key) {
        ServerConfig.builder(engine).certifiedKeys(key).build().close();
    }

    private static void assertRefused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TlsConfigException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageMatching("(?s).{10,}");
    }

    private static String text(byte[] ascii) {
        return new String(ascii, StandardCharsets.US_ASCII);
    }
}
