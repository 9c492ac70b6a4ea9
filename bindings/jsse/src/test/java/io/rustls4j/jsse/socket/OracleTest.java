package io.rustls4j.jsse.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The same calls on the JDK's socket and on ours, as client and server: the same comes of them. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class OracleTest {
    @SuppressWarnings("unused") // by FieldSource
    static final List<String> PROTOCOLS = Meeting.PROTOCOLS;

    /** What is done to the subject; the peer is always the JDK's. */
    enum Scenario {
        OWN_CLOSE {
            @Override
            void play(SSLSocket subject, SSLSocket peer, List<Outcome> seen) throws Exception {
                InputStream in = subject.getInputStream();
                OutputStream out = subject.getOutputStream();
                subject.close();
                subject.close();
                seen.add(Outcome.of(() -> in.read()));
                seen.add(Outcome.of(in::available));
                seen.add(Outcome.of(() -> out.write(1)));
                seen.add(Outcome.of(out::flush));
                seen.add(Outcome.of(subject::getInputStream));
                seen.add(Outcome.of(subject::getOutputStream));
                seen.add(Outcome.of(subject::startHandshake));
                seen.add(Outcome.of(() -> subject.setSoTimeout(1)));
                seen.add(Outcome.of(subject::shutdownOutput));
                seen.add(Outcome.of(() -> subject.getSession().getProtocol()));
                seen.add(Outcome.of(subject::isClosed));
                seen.add(Outcome.of(subject::isConnected));
                seen.add(Outcome.of(subject::isOutputShutdown));
                seen.add(Outcome.of(() -> peer.getInputStream().read()));
            }
        },
        PEER_CLOSES {
            @Override
            void play(SSLSocket subject, SSLSocket peer, List<Outcome> seen) throws Exception {
                InputStream in = subject.getInputStream();
                peer.getOutputStream().write(new byte[] {1, 2});
                peer.close();
                seen.add(Outcome.of(() -> in.readAllBytes().length));
                seen.add(Outcome.of(() -> in.read()));
                seen.add(Outcome.of(in::available));
                seen.add(Outcome.of(subject::startHandshake));
                seen.add(Outcome.of(subject::getInputStream));
                seen.add(Outcome.of(subject::isClosed));
                seen.add(Outcome.of(subject::isInputShutdown));
            }
        },
        HALF_CLOSE {
            @Override
            void play(SSLSocket subject, SSLSocket peer, List<Outcome> seen) throws Exception {
                InputStream in = subject.getInputStream();
                OutputStream out = subject.getOutputStream();
                InputStream peerIn = peer.getInputStream();
                subject.shutdownOutput();
                subject.shutdownOutput();
                seen.add(Outcome.of(subject::isOutputShutdown));
                seen.add(Outcome.of(subject::isInputShutdown));
                seen.add(Outcome.of(() -> out.write(1)));
                seen.add(Outcome.of(subject::getOutputStream));
                seen.add(Outcome.of(() -> peerIn.read()));
                seen.add(Outcome.of(() -> peer.getOutputStream().write(9)));
                seen.add(Outcome.of(() -> in.read()));
                seen.add(Outcome.of(subject::startHandshake));
                peer.close();
                seen.add(Outcome.of(() -> in.read()));
                seen.add(Outcome.of(subject::isClosed));
            }
        },
        PEER_HALF_CLOSES {
            @Override
            void play(SSLSocket subject, SSLSocket peer, List<Outcome> seen) throws Exception {
                InputStream in = subject.getInputStream();
                OutputStream out = subject.getOutputStream();
                peer.shutdownOutput();
                seen.add(Outcome.of(() -> in.read()));
                seen.add(Outcome.of(subject::isOutputShutdown));
                seen.add(Outcome.of(subject::isInputShutdown));
                seen.add(Outcome.of(() -> out.write(5)));
                seen.add(Outcome.of(() -> subject.getOutputStream() == out));
                seen.add(Outcome.of(() -> peer.getInputStream().read()));
            }
        },
        INPUT_SHUT_BEFORE_THE_PEER_CLOSES {
            @Override
            void play(SSLSocket subject, SSLSocket peer, List<Outcome> seen) throws Exception {
                InputStream in = subject.getInputStream();
                seen.add(Outcome.of(subject::shutdownInput));
                seen.add(Outcome.of(subject::shutdownInput));
                seen.add(Outcome.of(() -> in.read()));
                seen.add(Outcome.of(subject::isInputShutdown));
                seen.add(Outcome.of(subject::isOutputShutdown));
                seen.add(Outcome.of(subject::getInputStream));
                seen.add(Outcome.of(() -> subject.getOutputStream().write(1)));
                seen.add(Outcome.of(() -> peer.getInputStream().read()));
            }
        },
        READ_TIMES_OUT {
            @Override
            void play(SSLSocket subject, SSLSocket peer, List<Outcome> seen) throws Exception {
                InputStream in = subject.getInputStream();
                subject.setSoTimeout(50);
                seen.add(Outcome.of(() -> in.read()));
                assertThat(seen)
                        .endsWith(new Outcome("throws " + SocketTimeoutException.class.getName()));
                seen.add(Outcome.of(subject::isClosed));
                subject.setSoTimeout(0);
                peer.getOutputStream().write(42);
                seen.add(Outcome.of(() -> in.read()));
                seen.add(Outcome.of(() -> subject.getOutputStream().write(1)));
                seen.add(Outcome.of(() -> peer.getInputStream().read()));
            }
        },
        SMALL_READS {
            @Override
            void play(SSLSocket subject, SSLSocket peer, List<Outcome> seen) throws Exception {
                InputStream in = subject.getInputStream();
                seen.add(Outcome.of(in::available));
                peer.getOutputStream().write("some plaintext".getBytes(StandardCharsets.UTF_8));
                seen.add(Outcome.of(() -> in.read()));
                seen.add(Outcome.of(in::available));
                seen.add(Outcome.of(() -> in.skip(3)));
                seen.add(Outcome.of(in::available));
                seen.add(Outcome.of(() -> in.skip(-1)));
                seen.add(Outcome.of(() -> new String(in.readNBytes(5), StandardCharsets.UTF_8)));
                seen.add(Outcome.of(() -> in.read(new byte[0])));
                seen.add(Outcome.of(() -> in.read(new byte[100])));
                seen.add(Outcome.of(in::available));
                seen.add(Outcome.of(() -> in.read(new byte[2], 1, 2)));
            }
        },
        ODD_WRITES {
            @Override
            void play(SSLSocket subject, SSLSocket peer, List<Outcome> seen) throws Exception {
                OutputStream out = subject.getOutputStream();
                seen.add(Outcome.of(() -> out.write(new byte[0])));
                seen.add(Outcome.of(() -> out.write(new byte[2], 1, 2)));
                seen.add(Outcome.of(() -> out.write(new byte[] {1, 2, 3, 4}, 1, 2)));
                seen.add(Outcome.of(() -> out.write(0x1ff)));
                seen.add(Outcome.of(() -> peer.getInputStream().readNBytes(3)[2]));
            }
        },
        MODE_CHANGED_TOO_LATE {
            @Override
            void play(SSLSocket subject, SSLSocket peer, List<Outcome> seen) {
                boolean mode = subject.getUseClientMode();
                seen.add(Outcome.of(() -> subject.setUseClientMode(!mode)));
                seen.add(Outcome.of(subject::getUseClientMode));
                seen.add(Outcome.of(subject::getHandshakeSession));
                seen.add(Outcome.of(subject::getApplicationProtocol));
                seen.add(Outcome.of(subject::getHandshakeApplicationProtocol));
                seen.add(Outcome.of(() -> subject.getSession().getProtocol()));
                seen.add(Outcome.of(() -> subject.getSession().getPeerHost()));
            }
        };

        abstract void play(SSLSocket subject, SSLSocket peer, List<Outcome> seen) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void aClientDoesAsTheJdks(Scenario scenario) throws Exception {
        for (String protocol : PROTOCOLS) {
            assertThat(asClient(scenario, Stack.RUSTLS, protocol))
                    .as(protocol)
                    .isEqualTo(asClient(scenario, Stack.JDK, protocol));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerDoesAsTheJdks(Scenario scenario) throws Exception {
        for (String protocol : PROTOCOLS) {
            assertThat(asServer(scenario, Stack.RUSTLS, protocol))
                    .as(protocol)
                    .isEqualTo(asServer(scenario, Stack.JDK, protocol));
        }
    }

    @ParameterizedTest
    @FieldSource("PROTOCOLS")
    void aDirectionShutBeforeTheHandshakeEndsTheSocket(String protocol) throws Exception {
        assertThat(shutBeforeTheHandshake(Stack.RUSTLS, protocol))
                .isEqualTo(shutBeforeTheHandshake(Stack.JDK, protocol));
    }

    private static List<Outcome> asClient(Scenario scenario, Stack subject, String protocol)
            throws Exception {
        try (Pair pair = new Meeting(subject, Stack.JDK, protocol).shakeHands()) {
            return play(scenario, pair.client(), pair.server());
        }
    }

    private static List<Outcome> asServer(Scenario scenario, Stack subject, String protocol)
            throws Exception {
        try (Pair pair = new Meeting(Stack.JDK, subject, protocol).shakeHands()) {
            return play(scenario, pair.server(), pair.client());
        }
    }

    private static List<Outcome> play(Scenario scenario, SSLSocket subject, SSLSocket peer)
            throws Exception {
        List<Outcome> seen = new ArrayList<>();
        scenario.play(subject, peer, seen);
        return seen;
    }

    private static List<Outcome> shutBeforeTheHandshake(Stack stack, String protocol)
            throws Exception {
        List<Outcome> seen = new ArrayList<>();
        try (Pair in = Pair.connect(stack, Stack.JDK, protocol);
                Pair out = Pair.connect(stack, Stack.JDK, protocol)) {
            seen.add(Outcome.of(in.client()::shutdownInput));
            seen.add(Outcome.of(in.client()::isInputShutdown));
            seen.add(Outcome.of(in.client()::startHandshake));
            seen.add(Outcome.of(out.client()::shutdownOutput));
            seen.add(Outcome.of(out.client()::isOutputShutdown));
            seen.add(Outcome.of(out.client()::startHandshake));
        }
        return seen;
    }
}
