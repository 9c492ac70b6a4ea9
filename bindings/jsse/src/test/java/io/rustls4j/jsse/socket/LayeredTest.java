package io.rustls4j.jsse.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** TLS on connections that others have made, and may want back. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class LayeredTest {
    private static final String MEETINGS = "io.rustls4j.jsse.socket.Meeting#all";

    @ParameterizedTest
    @MethodSource(MEETINGS)
    void theConnectionBelowLivesOnWithEveryByte(Meeting meeting) throws Exception {
        try (Below below = Below.connect()) {
            Pair tls = below.layer(meeting, null, false);
            tls.shakeHands();
            Future<Boolean> flow = Traffic.flow(tls.client(), tls.server(), 500_000, 30_000);
            assertThat(Background.await(flow)).isTrue();

            // The server says goodbye, and goes on in plaintext at once.
            Future<?> far =
                    Background.run(
                            () -> {
                                tls.server().shutdownOutput();
                                below.far()
                                        .getOutputStream()
                                        .write("plain".getBytes(StandardCharsets.UTF_8));
                            });
            assertThat(tls.client().getInputStream().read()).isEqualTo(-1);
            assertThat(
                            new String(
                                    below.near().getInputStream().readNBytes(5),
                                    StandardCharsets.UTF_8))
                    .isEqualTo("plain");
            Background.await(far);

            // In this order: the JDK's close takes away no goodbye that comes later.
            tls.client().close();
            tls.server().close();
            assertThat(tls.client().isClosed()).isTrue();
            below.requireUsable();
        }
    }

    /** Nobody reads up to the end before closing: each has to take the other's goodbye away. */
    @ParameterizedTest
    @MethodSource("ownMeetings")
    void bothCloseAndTheConnectionBelowIsClean(Meeting meeting) throws Exception {
        try (Below below = Below.connect()) {
            Pair tls = below.layer(meeting, null, false);
            tls.shakeHands();
            tls.client().getOutputStream().write(Traffic.bytes(50_000));
            Future<?> farClose = Background.run(tls.server()::close);
            tls.client().close();
            Background.await(farClose);
            below.requireUsable();
        }
    }

    @SuppressWarnings("unused") // by MethodSource
    static Iterable<Meeting> ownMeetings() {
        return Meeting.all().stream().filter(it -> it.client() == it.server()).toList();
    }

    @ParameterizedTest
    @MethodSource(MEETINGS)
    void theConnectionBelowIsClosedWhereThatWasAskedFor(Meeting meeting) throws Exception {
        try (Below below = Below.connect()) {
            Pair tls = below.layer(meeting, null, true);
            tls.shakeHands();
            tls.client().close();
            assertThat(below.near().isClosed()).isTrue();
            assertThat(tls.server().getInputStream().read()).isEqualTo(-1);
            tls.server().close();
            assertThat(below.far().isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource(MEETINGS)
    void bytesThatWereReadBeforeAreGivenBack(Meeting meeting) throws Exception {
        for (int count : new int[] {1, 5, 17}) {
            try (Below below = Below.connect()) {
                SSLSocket client = below.client(meeting, true);
                Future<?> shaking = Background.run(client::startHandshake);
                byte[] consumed = below.far().getInputStream().readNBytes(count);
                SSLSocket server = below.server(meeting, new ByteArrayInputStream(consumed), true);
                assertThat(server.getUseClientMode()).isFalse();
                server.startHandshake();
                Background.await(shaking);
                server.getOutputStream().write(6);
                assertThat(client.getInputStream().read()).isEqualTo(6);
                client.close();
                server.close();
            }
        }
    }

    @Test
    void anAnswerThatDoesNotComeIsNotAwaitedForever() throws Exception {
        try (Below below = Below.connect()) {
            Pair tls = below.layer(new Meeting(Stack.RUSTLS, Stack.JDK, "TLSv1.3"), null, false);
            tls.shakeHands();
            below.near().setSoTimeout(100);
            tls.client().close();
            assertThat(below.near().isClosed()).isFalse();
            assertThat(below.near().getSoTimeout()).isEqualTo(100);
        }
    }

    @Test
    void tlsGoesThroughTls() throws Exception {
        for (Meeting meeting : Meeting.all()) {
            try (Below below = Below.connect()) {
                Pair outer = below.layer(meeting, null, true);
                Below middle = new Below(outer.client(), outer.server());
                Pair inner = middle.layer(meeting, null, true);
                inner.shakeHands();
                Future<Boolean> flow = Traffic.flow(inner.client(), inner.server(), 90_000, 9_000);
                assertThat(Background.await(flow)).isTrue();
                inner.close();
            }
        }
    }

    @Test
    void whatCannotBeLayeredIsRefusedAsByTheJdk() throws Exception {
        for (Stack stack : Stack.values()) {
            SSLSocketFactory factory = stack.context().getSocketFactory();
            assertThatThrownBy(() -> factory.createSocket(new Socket(), "localhost", 1, true))
                    .isExactlyInstanceOf(SocketException.class)
                    .hasMessage("Underlying socket is not connected");
            assertThatThrownBy(() -> factory.createSocket(null, (InputStream) null, true))
                    .isInstanceOf(NullPointerException.class);
            try (Below below = Below.connect()) {
                SSLSocket layered = below.client(new Meeting(stack, stack, "TLSv1.3"), true);
                assertThatThrownBy(() -> layered.connect(new InetSocketAddress("localhost", 1)))
                        .isExactlyInstanceOf(SocketException.class)
                        .hasMessage("Already connected");
                assertThatThrownBy(() -> layered.bind(null)).isExactlyInstanceOf(IOException.class);
                layered.close();
            }
        }
    }

    /** Two ends of a TCP connection. */
    private record Below(Socket near, Socket far) implements AutoCloseable {
        static Below connect() throws IOException {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            try (ServerSocket listening = new ServerSocket(0, 1, loopback)) {
                Socket near = new Socket(loopback, listening.getLocalPort());
                return new Below(near, listening.accept());
            }
        }

        Pair layer(Meeting meeting, @Nullable InputStream consumed, boolean autoClose)
                throws IOException {
            return new Pair(client(meeting, autoClose), server(meeting, consumed, autoClose));
        }

        SSLSocket client(Meeting meeting, boolean autoClose) throws IOException {
            SSLSocketFactory factory = meeting.client().context().getSocketFactory();
            SSLSocket made = (SSLSocket) factory.createSocket(near, "localhost", 443, autoClose);
            made.setEnabledProtocols(new String[] {meeting.protocol()});
            return made;
        }

        SSLSocket server(Meeting meeting, @Nullable InputStream consumed, boolean autoClose)
                throws IOException {
            SSLSocketFactory factory = meeting.server().context().getSocketFactory();
            return (SSLSocket) factory.createSocket(far, consumed, autoClose);
        }

        void requireUsable() throws IOException {
            near.getOutputStream().write("there".getBytes(StandardCharsets.UTF_8));
            far.getOutputStream().write("back".getBytes(StandardCharsets.UTF_8));
            assertThat(new String(far.getInputStream().readNBytes(5), StandardCharsets.UTF_8))
                    .isEqualTo("there");
            assertThat(new String(near.getInputStream().readNBytes(4), StandardCharsets.UTF_8))
                    .isEqualTo("back");
        }

        @Override
        public void close() throws IOException {
            near.close();
            far.close();
        }
    }
}
