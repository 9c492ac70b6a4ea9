package io.rustls4j.jsse.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.security.cert.X509Certificate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ends of connections that other threads or the peer bring about. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ClosingTest {
    private static final String MEETINGS = "io.rustls4j.jsse.socket.Meeting#all";

    @ParameterizedTest
    @MethodSource(MEETINGS)
    void aReaderWakesUpWhenItsSocketIsClosed(Meeting meeting) throws Exception {
        try (Pair pair = meeting.shakeHands()) {
            SSLSocket subject = ours(pair);
            InputStream in = subject.getInputStream();
            Future<Integer> reading = Background.blocked(in::read);
            subject.close();
            assertThatThrownBy(() -> Background.await(reading))
                    .isExactlyInstanceOf(SocketException.class)
                    .hasMessage("Socket closed");
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @MethodSource(MEETINGS)
    void aReaderWakesUpWhenItsDirectionIsShut(Meeting meeting) throws Exception {
        try (Pair pair = meeting.shakeHands()) {
            SSLSocket subject = ours(pair);
            Future<Integer> reading = Background.blocked(subject.getInputStream()::read);
            assertThatThrownBy(subject::shutdownInput).isInstanceOf(IOException.class);
            assertThat(Background.await(reading)).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @MethodSource(MEETINGS)
    void aWriterThatIsStuckKeepsNobodyFromClosing(Meeting meeting) throws Exception {
        for (int linger : new int[] {0, 1}) {
            try (Pair pair = meeting.shakeHands()) {
                SSLSocket subject = ours(pair);
                subject.setSoLinger(true, linger);
                Future<Integer> writing = stuckWriter(subject);
                subject.close();
                assertThat(subject.isClosed()).isTrue();
                assertThatThrownBy(() -> Background.await(writing))
                        .isInstanceOf(SocketException.class);
            }
        }
    }

    @Test
    void norWithoutALingerTime() throws Exception {
        try (Pair pair = new Meeting(Stack.RUSTLS, Stack.JDK, "TLSv1.3").shakeHands()) {
            Future<Integer> writing = stuckWriter(pair.client());
            pair.client().close();
            assertThatThrownBy(() -> Background.await(writing)).isInstanceOf(SocketException.class);
        }
    }

    @ParameterizedTest
    @MethodSource(MEETINGS)
    void aReaderGoesOnWhileAWriterIsStuck(Meeting meeting) throws Exception {
        try (Pair pair = meeting.shakeHands()) {
            SSLSocket subject = ours(pair);
            SSLSocket peer = subject == pair.client() ? pair.server() : pair.client();
            Future<Integer> writing = stuckWriter(subject);
            assertThat(Background.await(Traffic.flow(peer, subject, 2_000_000, 40_000))).isTrue();
            if (meeting.protocol().equals("TLSv1.3")) {
                // Asks for a change of keys that the stuck writer has to answer.
                peer.startHandshake();
                assertThat(Background.await(Traffic.flow(peer, subject, 2_000_000, 40_000)))
                        .isTrue();
            }
            subject.setSoLinger(true, 0);
            subject.close();
            assertThatThrownBy(() -> Background.await(writing)).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void closesAtOnceWhileATrustManagerThinks() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        SSLContext thoughtful = SSLContext.getInstance("TLS", Stack.RUSTLS.context().getProvider());
        thoughtful.init(null, new TrustManager[] {new Thoughtful(asked, answer)}, null);
        try (Pair pair = Pair.connect(thoughtful, Stack.JDK.context(), "TLSv1.3")) {
            Future<Outcome> far = Background.call(() -> Outcome.of(pair.server()::startHandshake));
            Future<?> shaking = Background.run(pair.client()::startHandshake);
            asked.await();
            Background.await(Background.run(pair.client()::close));
            assertThat(pair.client().isClosed()).isTrue();
            assertThat(Background.await(far).text()).startsWith("throws ");
            answer.countDown();
            assertThatThrownBy(() -> Background.await(shaking)).isInstanceOf(SocketException.class);
        }
    }

    @ParameterizedTest
    @MethodSource(MEETINGS)
    void aClosedSocketFailsTheHandshakeThatWaits(Meeting meeting) throws Exception {
        try (Pair pair = meeting.connect()) {
            SSLSocket subject = ours(pair);
            Future<Integer> shaking =
                    Background.blocked(
                            () -> {
                                subject.startHandshake();
                                return 0;
                            });
            subject.close();
            assertThatThrownBy(() -> Background.await(shaking)).isInstanceOf(SocketException.class);
        }
    }

    @ParameterizedTest
    @MethodSource(MEETINGS)
    void anEndWithoutCloseNotifyIsAnEndAsWithTheJdk(Meeting meeting) throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket listening = new ServerSocket(0, 1, loopback);
                Socket near = new Socket(loopback, listening.getLocalPort());
                Socket far = listening.accept();
                SSLSocket client =
                        (SSLSocket)
                                meeting.client()
                                        .context()
                                        .getSocketFactory()
                                        .createSocket(near, "localhost", 443, true);
                SSLSocket server =
                        (SSLSocket)
                                meeting.server()
                                        .context()
                                        .getSocketFactory()
                                        .createSocket(far, (InputStream) null, true)) {
            client.setEnabledProtocols(new String[] {meeting.protocol()});
            new Pair(client, server).shakeHands();
            boolean clientIsOurs = meeting.client() == Stack.RUSTLS;
            SSLSocket subject = clientIsOurs ? client : server;
            Socket gone = clientIsOurs ? far : near;
            gone.shutdownOutput();
            InputStream in = subject.getInputStream();
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read()).isEqualTo(-1);
            assertThat(subject.isInputShutdown()).isTrue();
            assertThat(subject.isOutputShutdown()).isEqualTo(!meeting.protocol().equals("TLSv1.3"));
        }
    }

    private static SSLSocket ours(Pair pair) {
        return pair.client() instanceof Rustls4jSocket ? pair.client() : pair.server();
    }

    /** Writes until the peer, which does not read, has no room left. */
    private static Future<Integer> stuckWriter(SSLSocket subject) throws Exception {
        OutputStream out = subject.getOutputStream();
        Thread[] writer = new Thread[1];
        Future<Integer> writing =
                Background.call(
                        () -> {
                            writer[0] = Thread.currentThread();
                            byte[] piece = new byte[1 << 20];
                            while (true) {
                                out.write(piece);
                            }
                        });
        while (writer[0] == null) {
            Thread.onSpinWait();
        }
        Background.awaitStuck(writer[0]);
        return writing;
    }

    private record Thoughtful(CountDownLatch asked, CountDownLatch answer)
            implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            throw new AssertionError("a client is not asked about clients");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted in thought", e);
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
