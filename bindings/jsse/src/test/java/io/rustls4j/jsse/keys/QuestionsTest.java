package io.rustls4j.jsse.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rustls4j.ClientHello;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import io.rustls4j.jsse.handshake.CurrentHandshake;
import io.rustls4j.jsse.handshake.Endpoint;
import io.rustls4j.testkit.TestAuthority;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What key managers are asked: the same that SunJSSE asks, for the same peer. */
class QuestionsTest {
    private static final TestAuthority AUTHORITY = TestAuthority.root("questions");

    record Peer(
            ProtocolVersion version, List<String> schemes, List<String> suites, boolean ownOrder) {}

    static Stream<Peer> peers() {
        List<String> all = List.of();
        return Stream.of(
                new Peer(ProtocolVersion.TLSV1_3, all, all, true),
                new Peer(
                        ProtocolVersion.TLSV1_3,
                        List.of("rsa_pss_rsae_sha256", "ed25519", "ecdsa_secp256r1_sha256"),
                        all,
                        true),
                new Peer(
                        ProtocolVersion.TLSV1_3, List.of("rsa_pkcs1_sha256", "ed25519"), all, true),
                new Peer(ProtocolVersion.TLSV1_2, all, all, true),
                new Peer(
                        ProtocolVersion.TLSV1_2,
                        all,
                        List.of(
                                "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                                "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"),
                        true),
                new Peer(
                        ProtocolVersion.TLSV1_2,
                        all,
                        List.of(
                                "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                                "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"),
                        false),
                new Peer(
                        ProtocolVersion.TLSV1_2,
                        all,
                        List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
                        true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("peers")
    void aServerAsksAsSunJsseDoes(Peer peer) throws Exception {
        SunPeer client = SunPeer.client(NotingManager.empty());
        client.engine().setSSLParameters(wishes(peer));
        byte[] hello = client.send();

        NotingManager ofOracle = NotingManager.empty();
        SunPeer oracle = SunPeer.server(ofOracle);
        SSLParameters order = new SSLParameters();
        order.setUseCipherSuitesOrder(peer.ownOrder());
        oracle.engine().setSSLParameters(order);
        assertThat(catchThrowable(() -> oracle.receive(hello))).isNotNull();

        NotingManager ours = NotingManager.empty();
        View view = View.of(false, peer.version());
        view.parameters().apply(order);
        ClientHello read = RustlsPeer.hello(hello);
        assertThat(KeyChoice.of(ours).serverKey(view, read, view.parameters().offer())).isEmpty();

        assertThat(ours.questions())
                .containsExactlyElementsOf(possible(ofOracle.questions(), peer.version()));
    }

    private static SSLParameters wishes(Peer peer) {
        SSLParameters wishes = new SSLParameters();
        wishes.setProtocols(new String[] {peer.version().toString()});
        if (!peer.schemes().isEmpty()) {
            wishes.setSignatureSchemes(peer.schemes().toArray(String[]::new));
        }
        if (!peer.suites().isEmpty()) {
            wishes.setCipherSuites(peer.suites().toArray(String[]::new));
        }
        return wishes;
    }

    /** SunJSSE repeats itself for each suite, and asks for kinds of keys that rustls has not. */
    private static List<String> possible(List<String> questions, ProtocolVersion version) {
        String impossible = impossible(version);
        return questions.stream()
                .filter(it -> !it.matches(".*\\[" + impossible + "\\].*"))
                .distinct()
                .toList();
    }

    private static String impossible(ProtocolVersion version) {
        return version == ProtocolVersion.TLSV1_3 ? "DSA" : "(RSASSA-PSS|DSA)";
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aClientAsksAsSunJsseDoes(ProtocolVersion version) throws Exception {
        for (X509Certificate[] issuers :
                List.of(
                        new X509Certificate[0],
                        new X509Certificate[] {
                            AUTHORITY.certificate(), TestAuthority.root("other").certificate()
                        })) {
            NotingManager ofOracle = NotingManager.empty();
            SunPeer client = SunPeer.client(ofOracle);
            SunPeer server = asking(version, issuers);
            byte[] bytes = client.send();
            while (bytes.length > 0) {
                bytes = client.receive(server.receive(bytes));
            }

            NotingManager ours = NotingManager.empty();
            View view = View.of(true, version);
            RustlsPeer.connect(asking(version, issuers), KeyChoice.of(ours), view);

            assertThat(ours.questions())
                    .containsExactlyElementsOf(
                            ofOracle.questions().stream()
                                    .map(it -> it.replaceAll(", " + impossible(version), ""))
                                    .toList());
            assertThat(view.session().getLocalCertificates()).isNull();
        }
    }

    static Stream<ProtocolVersion> versions() {
        return Stream.of(ProtocolVersion.values());
    }

    private static SunPeer asking(ProtocolVersion version, X509Certificate... issuers) {
        Identity identity = Identity.of(AUTHORITY.newCertificate().dns("server.example").issue());
        SunPeer server = SunPeer.server(NotingManager.of(identity), issuers);
        server.engine().setWantClientAuth(true);
        server.engine().setEnabledProtocols(new String[] {version.toString()});
        return server;
    }

    @Test
    void socketsAreShownToManagers() throws Exception {
        NotingManager manager = NotingManager.empty();
        try (SSLSocket socket =
                (SSLSocket) SSLContext.getDefault().getSocketFactory().createSocket()) {
            askBoth(
                    manager,
                    View.of(false, ProtocolVersion.TLSV1_3, new Endpoint.OfSocket(socket)));
        }

        assertThat(manager.questions())
                .containsExactly("socket server [EdDSA] null", "socket client [EdDSA] null");
    }

    /** As SunJSSE does, which has nothing better to tell them, either. */
    @Test
    void plainManagersAreNotToldOfEngines() throws Exception {
        NotingManager manager = NotingManager.empty();
        askBoth(new Plain(manager), View.of(false, ProtocolVersion.TLSV1_3));

        assertThat(manager.questions())
                .containsExactly("server [EdDSA] null nowhere", "client [EdDSA] null nowhere");
    }

    @Test
    void namesThatCannotBeParsedAreLeftOut() throws Exception {
        NotingManager manager = NotingManager.empty();
        View view = View.of(false, ProtocolVersion.TLSV1_3);
        KeyChoice.of(manager)
                .serverKey(
                        view,
                        Hellos.with(
                                List.of(SignatureScheme.ED25519),
                                List.of(new byte[] {1}, AUTHORITY.encodedName())),
                        view.parameters().offer());

        assertThat(manager.questions())
                .containsExactly("engine server [EdDSA] [CN=questions, O=rustls4j testkit]");
    }

    private static void askBoth(X509KeyManager manager, View view) throws Exception {
        KeyChoice choice = KeyChoice.of(manager);
        List<SignatureScheme> schemes = List.of(SignatureScheme.ED25519);
        choice.serverKey(view, Hellos.with(schemes, List.of()), view.parameters().offer());
        CurrentHandshake.during(
                view, () -> String.valueOf(choice.clientResolver().resolve(List.of(), schemes)));
    }

    /** The same manager, for callers that do not know of engines. */
    private record Plain(NotingManager inside) implements X509KeyManager {
        @Override
        public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
            return inside.getClientAliases(keyType, issuers);
        }

        @Override
        public @Nullable String chooseClientAlias(
                String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return inside.chooseClientAlias(keyType, issuers, socket);
        }

        @Override
        public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
            return inside.getServerAliases(keyType, issuers);
        }

        @Override
        public @Nullable String chooseServerAlias(
                String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return inside.chooseServerAlias(keyType, issuers, socket);
        }

        @Override
        public X509Certificate @Nullable [] getCertificateChain(String alias) {
            return inside.getCertificateChain(alias);
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(String alias) {
            return inside.getPrivateKey(alias);
        }
    }
}
