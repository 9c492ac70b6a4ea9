package io.rustls4j.jsse.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Future;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many bytes, both ways at once, in pieces of all sizes. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class StreamsTest {
    private static final int LARGE = 20_000_000;

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.socket.Meeting#all")
    void largeTransfersPassEachOther(Meeting meeting) throws Exception {
        try (Pair pair = meeting.shakeHands()) {
            Future<Boolean> there = Traffic.flow(pair.client(), pair.server(), LARGE, 300_000);
            Future<Boolean> back = Traffic.flow(pair.server(), pair.client(), LARGE, 16_384);
            assertThat(Background.await(there)).isTrue();
            assertThat(Background.await(back)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.socket.Meeting#all")
    void piecesOfAllSizesArrive(Meeting meeting) throws Exception {
        try (Pair pair = meeting.shakeHands()) {
            for (int piece : new int[] {1, 2, 100, 4_095, 4_096, 16_383, 16_385, 33_000}) {
                int count = Math.min(piece * 200, 1_000_000);
                byte[] sent = Traffic.bytes(count);
                for (int asked : new int[] {1 + piece / 3, piece, 65_536}) {
                    Future<?> sending =
                            Background.run(() -> Traffic.send(pair.client(), sent, piece));
                    assertThat(Traffic.receive(pair.server(), count, asked))
                            .as("%d in reads of %d", piece, asked)
                            .isEqualTo(sent);
                    Background.await(sending);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.socket.Meeting#all")
    void timeoutsInTheMiddleOfARecordLoseNothing(Meeting meeting) throws Exception {
        try (Pair pair = meeting.shakeHands()) {
            byte[] sent = Traffic.bytes(2_000);
            Future<?> sending =
                    Background.run(
                            () -> {
                                for (byte each : sent) {
                                    pair.client().getOutputStream().write(each);
                                    if (each == 0) {
                                        Thread.sleep(20);
                                    }
                                }
                            });
            pair.server().setSoTimeout(1);
            int timeouts = 0;
            byte[] received = new byte[sent.length];
            for (int at = 0; at < sent.length; ) {
                try {
                    at += pair.server().getInputStream().read(received, at, sent.length - at);
                } catch (java.net.SocketTimeoutException e) {
                    timeouts++;
                }
            }
            Background.await(sending);
            pair.server().setSoTimeout(0);
            assertThat(received).isEqualTo(sent);
            assertThat(timeouts).isPositive();
        }
    }
}
