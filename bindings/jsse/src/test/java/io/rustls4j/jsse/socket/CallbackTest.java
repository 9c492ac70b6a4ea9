package io.rustls4j.jsse.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.jsse.Rustls4jProvider;
import java.io.IOException;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.StandardConstants;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Callbacks that want of their own handshake what comes after it: they are told, and go on. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class CallbackTest {
    /** What a callback tries. */
    enum Attempt {
        START {
            @Override
            void on(SSLSocket socket) throws IOException {
                socket.startHandshake();
            }
        },
        READ {
            @Override
            void on(SSLSocket socket) throws IOException {
                socket.getInputStream().read();
            }
        },
        WRITE {
            @Override
            void on(SSLSocket socket) throws IOException {
                socket.getOutputStream().write(1);
            }
        },
        SESSION {
            @Override
            void on(SSLSocket socket) throws IOException {
                throw new SSLException(socket.getSession().getCipherSuite());
            }

            @Override
            String answer() {
                return "SSL_NULL_WITH_NULL_NULL";
            }
        };

        abstract void on(SSLSocket socket) throws IOException;

        String answer() {
            return "getHandshakeSession()";
        }
    }

    static Stream<Arguments> attempts() {
        return Meeting.PROTOCOLS.stream()
                .flatMap(
                        protocol ->
                                Stream.of(Attempt.values())
                                        .map(attempt -> Arguments.of(protocol, attempt)));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void ofATrustManager(String protocol, Attempt attempt) throws Exception {
        Noted noted = new Noted(attempt);
        SSLContext client = context(Contexts.keys(), new Trusting(noted));
        try (Pair pair = Pair.connect(client, Stack.RUSTLS.context(), protocol)) {
            goesOn(pair, noted);
        }
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void ofAKeyManager(String protocol, Attempt attempt) throws Exception {
        Noted noted = new Noted(attempt);
        SSLContext server =
                context(
                        new KeyManager[] {new Choosing((X509KeyManager) Contexts.keys()[0], noted)},
                        new Trusting(new Noted(attempt)));
        try (Pair pair = Pair.connect(Stack.RUSTLS.context(), server, protocol)) {
            goesOn(pair, noted);
        }
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void ofAMatcher(String protocol, Attempt attempt) throws Exception {
        Noted noted = new Noted(attempt);
        try (Pair pair = Pair.connect(named(), Stack.RUSTLS.context(), protocol)) {
            askByName(pair.client());
            match(pair.server(), () -> noted.call(pair.server()));
            goesOn(pair, noted);
        }
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void ofASelector(String protocol, Attempt attempt) throws Exception {
        Noted noted = new Noted(attempt);
        try (Pair pair = new Meeting(Stack.RUSTLS, Stack.RUSTLS, protocol).connect()) {
            SSLParameters offer = pair.client().getSSLParameters();
            offer.setApplicationProtocols(new String[] {"h2"});
            pair.client().setSSLParameters(offer);
            pair.server()
                    .setHandshakeApplicationProtocolSelector(
                            (socket, offered) -> {
                                noted.call(socket);
                                return offered.getFirst();
                            });
            goesOn(pair, noted);
        }
    }

    /** What is said so goes out after the callback, and the handshake has an end. */
    @ParameterizedTest
    @MethodSource("protocols")
    void ofAMatcherThatCloses(String protocol) throws Exception {
        try (Pair pair = Pair.connect(named(), Stack.RUSTLS.context(), protocol)) {
            askByName(pair.client());
            match(
                    pair.server(),
                    () -> {
                        try {
                            pair.server().shutdownOutput();
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    });
            Future<Outcome> far =
                    Background.call(() -> Outcome.of(() -> pair.server().startHandshake()));
            Outcome near = Outcome.of(() -> pair.client().startHandshake());
            pair.client().close();
            assertThat(List.of(near, Background.await(far))).doesNotContainNull();
        }
    }

    static Stream<String> protocols() {
        return Meeting.PROTOCOLS.stream();
    }

    private static void goesOn(Pair pair, Noted noted) throws Exception {
        pair.shakeHands();
        assertThat(noted.answer()).contains(noted.attempt.answer());
        assertThat(noted.sawHandshake).isTrue();
    }

    private static SSLContext named() throws Exception {
        return context(Contexts.keys(), new Trusting(new Noted(Attempt.SESSION)));
    }

    private static SSLContext context(KeyManager[] keys, TrustManager trust) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS", new Rustls4jProvider());
        context.init(keys, new TrustManager[] {trust}, null);
        return context;
    }

    /** "localhost" alone is not sent. */
    private static void askByName(SSLSocket client) {
        SSLParameters parameters = client.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName("name.example")));
        client.setSSLParameters(parameters);
    }

    private static void match(SSLSocket server, Runnable callback) {
        SSLParameters parameters = server.getSSLParameters();
        parameters.setSNIMatchers(List.of(new Matching(callback)));
        server.setSSLParameters(parameters);
    }

    /** What came of an attempt. */
    private static final class Noted {
        private final Attempt attempt;
        private final AtomicReference<@Nullable String> answer = new AtomicReference<>();
        private volatile boolean sawHandshake;

        Noted(Attempt attempt) {
            this.attempt = attempt;
        }

        void call(Socket socket) {
            SSLSocket tls = (SSLSocket) socket;
            sawHandshake = tls.getHandshakeSession() != null;
            try {
                attempt.on(tls);
                answer.set("nothing was thrown");
            } catch (IOException e) {
                answer.set(e.getMessage());
            }
        }

        @Nullable String answer() {
            return answer.get();
        }
    }

    private static final class Matching extends SNIMatcher {
        private final Runnable callback;

        Matching(Runnable callback) {
            super(StandardConstants.SNI_HOST_NAME);
            this.callback = callback;
        }

        @Override
        public boolean matches(SNIServerName name) {
            callback.run();
            return true;
        }
    }

    private static final class Trusting extends X509ExtendedTrustManager {
        private final Noted noted;

        Trusting(Noted noted) {
            this.noted = noted;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
            noted.call(socket);
        }

        @Override
        public void checkServerTrusted(
                X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(
                X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private static final class Choosing extends X509ExtendedKeyManager {
        private final X509KeyManager keys;
        private final Noted noted;

        Choosing(X509KeyManager keys, Noted noted) {
            this.keys = keys;
            this.noted = noted;
        }

        @Override
        public @Nullable String chooseServerAlias(
                String keyType, Principal @Nullable [] issuers, Socket socket) {
            noted.call(socket);
            return keys.chooseServerAlias(keyType, issuers, socket);
        }

        @Override
        public String @Nullable [] getServerAliases(
                String keyType, Principal @Nullable [] issuers) {
            return keys.getServerAliases(keyType, issuers);
        }

        @Override
        public @Nullable String chooseClientAlias(
                String[] keyTypes, Principal @Nullable [] issuers, Socket socket) {
            return keys.chooseClientAlias(keyTypes, issuers, socket);
        }

        @Override
        public String @Nullable [] getClientAliases(
                String keyType, Principal @Nullable [] issuers) {
            return keys.getClientAliases(keyType, issuers);
        }

        @Override
        public X509Certificate @Nullable [] getCertificateChain(String alias) {
            return keys.getCertificateChain(alias);
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(String alias) {
            return keys.getPrivateKey(alias);
        }
    }
}
