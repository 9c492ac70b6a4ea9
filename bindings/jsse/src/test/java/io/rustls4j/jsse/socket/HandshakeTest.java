package io.rustls4j.jsse.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.HandshakeCompletedEvent;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Handshakes: what starts them, what they show, how they fail. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class HandshakeTest {
    /** rustls takes 32 in a row. */
    private static final int KEY_CHANGES = 15;

    private static final String MEETINGS = "io.rustls4j.jsse.socket.Meeting#all";

    @ParameterizedTest
    @MethodSource(MEETINGS)
    void startsWithWhicheverComesFirst(Meeting meeting) throws Exception {
        try (Pair pair = meeting.connect()) {
            Future<Integer> read = Background.call(() -> pair.client().getInputStream().read());
            Future<Integer> readToo = Background.call(() -> pair.server().getInputStream().read());
            Future<?> written = Background.run(() -> pair.client().getOutputStream().write(1));
            pair.server().getOutputStream().write(2);
            Background.await(written);
            assertThat(Background.await(read)).isEqualTo(2);
            assertThat(Background.await(readToo)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource(MEETINGS)
    void startsWithTheSession(Meeting meeting) throws Exception {
        try (Pair pair = meeting.connect()) {
            Future<String> far = Background.call(() -> pair.server().getSession().getProtocol());
            assertThat(pair.client().getSession().getProtocol()).isEqualTo(meeting.protocol());
            assertThat(Background.await(far)).isEqualTo(meeting.protocol());
            assertThat(pair.client().getSession().getPeerHost()).isEqualTo("localhost");
            assertThat(pair.client().getSession().getPeerPort()).isEqualTo(pair.client().getPort());
            assertThat(pair.server().getSession().getPeerHost()).isEqualTo("127.0.0.1");
        }
    }

    @ParameterizedTest
    @MethodSource(MEETINGS)
    void listenersAreToldOnAThreadOfTheirOwn(Meeting meeting) throws Exception {
        BlockingQueue<HandshakeCompletedEvent> events = new LinkedBlockingQueue<>();
        BlockingQueue<String> threads = new LinkedBlockingQueue<>();
        try (Pair pair = meeting.connect()) {
            for (SSLSocket socket : List.of(pair.client(), pair.server())) {
                if (socket instanceof Rustls4jSocket) {
                    // The JDK's tells nobody else after that.
                    socket.addHandshakeCompletedListener(HandshakeTest::fail);
                }
                socket.addHandshakeCompletedListener(events::add);
                socket.addHandshakeCompletedListener(
                        event -> threads.add(Thread.currentThread().getName()));
                HandshakeCompletedListener removed = event -> events.clear();
                socket.addHandshakeCompletedListener(removed);
                socket.removeHandshakeCompletedListener(removed);
                assertThatThrownBy(() -> socket.removeHandshakeCompletedListener(removed))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            pair.shakeHands();
            for (int told = 0; told < 2; told++) {
                HandshakeCompletedEvent event = events.poll(10, TimeUnit.SECONDS);
                assertThat(event).isNotNull();
                assertThat(event.getSocket()).isIn(pair.client(), pair.server());
                assertThat(event.getSession().getProtocol()).isEqualTo(meeting.protocol());
                assertThat(threads.poll(10, TimeUnit.SECONDS))
                        .isEqualTo("HandshakeCompletedNotify-Thread");
            }
        }
    }

    @ParameterizedTest
    @MethodSource(MEETINGS)
    void protocolsOfTheApplicationAreAgreedOn(Meeting meeting) throws Exception {
        try (Pair pair = meeting.connect()) {
            SSLParameters offer = pair.client().getSSLParameters();
            offer.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            pair.client().setSSLParameters(offer);
            BlockingQueue<SSLSocket> asked = new LinkedBlockingQueue<>();
            pair.server()
                    .setHandshakeApplicationProtocolSelector(
                            (socket, offered) -> {
                                asked.add(socket);
                                return offered.getLast();
                            });
            assertThat(pair.client().getApplicationProtocol()).isNull();
            pair.shakeHands();
            assertThat(asked).containsExactly(pair.server());
            assertThat(pair.client().getApplicationProtocol()).isEqualTo("http/1.1");
            assertThat(pair.server().getApplicationProtocol()).isEqualTo("http/1.1");
        }
    }

    @ParameterizedTest
    @MethodSource(MEETINGS)
    void namesThatTheApplicationSetsAreSent(Meeting meeting) throws Exception {
        try (Pair pair = meeting.connect()) {
            SSLParameters named = pair.client().getSSLParameters();
            named.setServerNames(List.of(new SNIHostName("name.example")));
            pair.client().setSSLParameters(named);
            pair.shakeHands();
            assertThat(((ExtendedSSLSession) pair.server().getSession()).getRequestedServerNames())
                    .containsExactly(new SNIHostName("name.example"));
        }
    }

    @ParameterizedTest
    @MethodSource(MEETINGS)
    void theNameOfTheFactoryIsChecked(Meeting meeting) throws Exception {
        try (Pair pair = meeting.connect()) {
            SSLParameters checked = pair.client().getSSLParameters();
            checked.setEndpointIdentificationAlgorithm("HTTPS");
            pair.client().setSSLParameters(checked);
            pair.shakeHands();
        }
    }

    @ParameterizedTest
    @MethodSource(MEETINGS)
    void aNamelessAddressIsNotLookedUp(Meeting meeting) throws Exception {
        InetAddress nameless = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (ServerSocket listening = listen(meeting.server());
                SSLSocket client =
                        (SSLSocket)
                                meeting.client()
                                        .context()
                                        .getSocketFactory()
                                        .createSocket(nameless, listening.getLocalPort());
                SSLSocket server = (SSLSocket) listening.accept()) {
            client.setEnabledProtocols(new String[] {meeting.protocol()});
            SSLParameters checked = client.getSSLParameters();
            checked.setEndpointIdentificationAlgorithm("HTTPS");
            client.setSSLParameters(checked);
            Future<Outcome> far = Background.call(() -> Outcome.of(server::startHandshake));
            // The certificate is for names only.
            assertThatThrownBy(client::startHandshake).isInstanceOf(SSLHandshakeException.class);
            assertThat(Background.await(far).text()).startsWith("throws ");
        }
    }

    @ParameterizedTest
    @MethodSource(MEETINGS)
    void aRefusedPeerHearsWhy(Meeting meeting) throws Exception {
        try (Pair pair =
                Pair.connect(
                        meeting.client().distrustful(),
                        meeting.server().context(),
                        meeting.protocol())) {
            Future<Integer> far = Background.call(() -> pair.server().getInputStream().read());
            assertThatThrownBy(pair.client()::startHandshake)
                    .isInstanceOf(SSLHandshakeException.class);
            assertThat(pair.client().isClosed()).isTrue();
            assertThat(pair.client().getSession().getProtocol()).isEqualTo("NONE");
            assertThatThrownBy(pair.client()::startHandshake).isInstanceOf(SocketException.class);
            if (meeting.server() == Stack.RUSTLS) {
                assertThatThrownBy(() -> Background.await(far))
                        .isInstanceOf(SSLHandshakeException.class)
                        .hasMessageContaining("certificate_unknown");
            } else {
                // The JDK's may see the closed connection first.
                assertThatThrownBy(() -> Background.await(far)).isInstanceOf(IOException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(MEETINGS)
    void clientsCanBeAskedForACertificate(Meeting meeting) throws Exception {
        try (Pair pair = meeting.connect()) {
            pair.server().setNeedClientAuth(true);
            assertThat(pair.server().getNeedClientAuth()).isTrue();
            pair.shakeHands();
            assertThat(pair.server().getSession().getPeerCertificates()).hasSize(1);
        }
    }

    @Test
    void keysChangeInTheMiddleOfEverything() throws Exception {
        try (Pair pair = new Meeting(Stack.RUSTLS, Stack.RUSTLS, "TLSv1.3").shakeHands()) {
            Future<Boolean> there = Traffic.flow(pair.client(), pair.server(), 3_000_000, 5000);
            Future<Boolean> back = Traffic.flow(pair.server(), pair.client(), 3_000_000, 5000);
            for (int change = 0; change < KEY_CHANGES; change++) {
                pair.client().startHandshake();
                pair.server().startHandshake();
            }
            assertThat(Background.await(there)).isTrue();
            assertThat(Background.await(back)).isTrue();
        }
    }

    /**
     * One thing at a time: SunJSSE gets its keys wrong if it writes meanwhile on another thread.
     */
    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.socket.Meeting#overTls13")
    void keysChangeInBetween(Meeting meeting) throws Exception {
        try (Pair pair = meeting.shakeHands()) {
            for (int change = 0; change < KEY_CHANGES; change++) {
                pair.client().startHandshake();
                pair.client().getOutputStream().write(change);
                assertThat(pair.server().getInputStream().read()).isEqualTo(change);
                pair.server().startHandshake();
                pair.server().getOutputStream().write(change);
                assertThat(pair.client().getInputStream().read()).isEqualTo(change);
            }
        }
    }

    /** Callers that are not sure whether somebody has shaken hands do so again. */
    @ParameterizedTest
    @MethodSource(MEETINGS)
    void anotherHandshakeHarmsNothing(Meeting meeting) throws Exception {
        try (Pair pair = meeting.shakeHands()) {
            for (SSLSocket socket : List.of(pair.client(), pair.server())) {
                if (socket instanceof Rustls4jSocket) {
                    SSLSession session = socket.getSession();
                    socket.startHandshake();
                    socket.startHandshake();
                    assertThat(socket.getSession()).isSameAs(session);
                    assertThat(session.isValid()).isTrue();
                }
            }
            exchangeBytes(pair);
        }
    }

    @Test
    void aServerThatWantsMoreWithTls12IsToldThatItCannotHaveIt() throws Exception {
        try (Pair pair = new Meeting(Stack.JDK, Stack.RUSTLS, "TLSv1.2").shakeHands()) {
            pair.server().setNeedClientAuth(true);
            assertThatThrownBy(pair.server()::startHandshake)
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasMessageContaining("not renegotiated");
            exchangeBytes(pair);
        }
    }

    private static void exchangeBytes(Pair pair) throws Exception {
        Future<Integer> back = Background.call(() -> pair.client().getInputStream().read());
        pair.client().getOutputStream().write(3);
        assertThat(pair.server().getInputStream().read()).isEqualTo(3);
        pair.server().getOutputStream().write(4);
        assertThat(Background.await(back)).isEqualTo(4);
    }

    @Test
    void aPeerThatVanishesIsReportedAsTheJdkDoes() throws Exception {
        for (Stack stack : Stack.values()) {
            try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    SSLSocket client = connect(stack, listening);
                    Socket raw = listening.accept()) {
                raw.shutdownOutput();
                assertThatThrownBy(client::startHandshake)
                        .isExactlyInstanceOf(SSLHandshakeException.class)
                        .hasMessage("Remote host terminated the handshake")
                        .hasCauseExactlyInstanceOf(EOFException.class);
                assertThatThrownBy(() -> client.getOutputStream())
                        .isExactlyInstanceOf(SocketException.class)
                        .hasMessage("Socket is closed");
                assertThat(client.isClosed()).isTrue();
            }
        }
    }

    @Test
    void aPeerThatSpeaksSomethingElseIsRefusedAtOnce() throws Exception {
        for (Stack stack : Stack.values()) {
            for (String banner : List.of("HTTP/1.1 400 Bad Request\r\n\r\n", "220 mail\r\n")) {
                try (ServerSocket listening =
                                new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                        SSLSocket client = connect(stack, listening);
                        Socket raw = listening.accept()) {
                    raw.getOutputStream().write(banner.getBytes(StandardCharsets.US_ASCII));
                    assertThatThrownBy(client::startHandshake)
                            .isExactlyInstanceOf(SSLException.class)
                            .hasMessage("Unsupported or unrecognized SSL message");
                    assertThat(raw.getInputStream().readAllBytes()).isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(MEETINGS)
    void goesOnAfterATimeout(Meeting meeting) throws Exception {
        try (Pair pair = meeting.connect()) {
            pair.client().setSoTimeout(30);
            assertThatThrownBy(() -> pair.client().getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);
            assertThatThrownBy(pair.client()::startHandshake)
                    .isInstanceOf(SocketTimeoutException.class);
            pair.client().setSoTimeout(0);
            pair.shakeHands();
        }
    }

    @Test
    void aTimeoutUnderGetSessionEndsTheSocketAsWithTheJdk() throws Exception {
        for (Stack stack : Stack.values()) {
            try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    SSLSocket client = connect(stack, listening)) {
                client.setSoTimeout(30);
                assertThat(client.getSession().isValid()).isFalse();
                assertThat(client.getSession().getCipherSuite())
                        .isEqualTo("SSL_NULL_WITH_NULL_NULL");
                assertThat(client.isClosed()).isTrue();
            }
        }
    }

    /** Record by record and byte by byte. */
    @ParameterizedTest
    @MethodSource(MEETINGS)
    void bytesMayTrickleIn(Meeting meeting) throws Exception {
        try (ServerSocket relayed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket listening = listen(meeting.server());
                Socket below = new Socket(relayed.getInetAddress(), relayed.getLocalPort());
                Socket near = relayed.accept();
                Socket far = new Socket(listening.getInetAddress(), listening.getLocalPort());
                SSLSocket server = (SSLSocket) listening.accept();
                SSLSocket client =
                        (SSLSocket)
                                meeting.client()
                                        .context()
                                        .getSocketFactory()
                                        .createSocket(below, "localhost", 443, true)) {
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            Future<?> unusedThere = Background.run(() -> trickle(near, far));
            Future<?> unusedBack = Background.run(() -> trickle(far, near));
            new Pair(client, server).shakeHands();
            client.getOutputStream().write(Traffic.bytes(1000));
            assertThat(Traffic.receive(server, 1000, 1000)).isEqualTo(Traffic.bytes(1000));
        }
    }

    private static void fail(HandshakeCompletedEvent event) {
        throw new IllegalStateException("a listener's own failure over " + event.getSocket());
    }

    private static void trickle(Socket from, Socket to) throws IOException {
        OutputStream out = to.getOutputStream();
        for (int next = from.getInputStream().read();
                next >= 0;
                next = from.getInputStream().read()) {
            out.write(next);
        }
        to.shutdownOutput();
    }

    private static ServerSocket listen(Stack stack) throws IOException {
        return stack.context()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static SSLSocket connect(Stack stack, ServerSocket listening) throws IOException {
        return (SSLSocket)
                stack.context()
                        .getSocketFactory()
                        .createSocket("localhost", listening.getLocalPort());
    }
}
