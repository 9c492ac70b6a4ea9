package io.rustls4j.jsse.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLSocket;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sockets on virtual threads: waiting costs no carrier, and an interrupt ends it. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class VirtualThreadsTest {
    private static final int PAIRS = 40;
    private static final int ROUNDS = 20;
    private static final String PINNED = "jdk.VirtualThreadPinned";
    private static final String HANDSHAKE = "io.rustls4j.TLSHandshake";

    @SuppressWarnings("unused") // by FieldSource
    static final List<String> PROTOCOLS = Meeting.PROTOCOLS;

    @TempDir private Path directory;

    /** All wait at once, far more than there are carriers, in handshakes, reads and writes. */
    @ParameterizedTest
    @FieldSource("PROTOCOLS")
    void nothingHereWaitsPinned(String protocol) throws Exception {
        // Classes that are loaded meanwhile do pin, and events have theirs only while one records.
        try (Recording recording = new Recording()) {
            recording.start();
            talkOnVirtualThreads(protocol);
        }
        Path recorded = directory.resolve("pinned.jfr");
        try (Recording recording = new Recording()) {
            recording.enable(PINNED).withThreshold(Duration.ZERO).withStackTrace();
            // Whoever commits an event may wait for the recorder's own monitors.
            recording.disable(HANDSHAKE);
            recording.start();
            talkOnVirtualThreads(protocol);
            recording.stop();
            recording.dump(recorded);
        }
        assertThat(RecordingFile.readAllEvents(recorded).stream().filter(this::isInASocket))
                .isEmpty();
        Files.delete(recorded);
    }

    /**
     * Upcalls from rustls always pin. In one, an application's manager may wait; a socket must not.
     */
    private boolean isInASocket(RecordedEvent event) {
        return event.getEventType().getName().equals(PINNED)
                && isIn(event, Link.class.getPackageName())
                && !isIn(event, "io.rustls4j.rustls");
    }

    private static boolean isIn(RecordedEvent event, String packageName) {
        return event.getStackTrace() != null
                && event.getStackTrace().getFrames().stream()
                        .map(frame -> frame.getMethod().getType().getName())
                        .anyMatch(type -> type.startsWith(packageName + '.'));
    }

    private static void talkOnVirtualThreads(String protocol) throws Exception {
        List<Pair> pairs = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < PAIRS; i++) {
                Pair pair = Pair.connect(Stack.RUSTLS, Stack.RUSTLS, protocol);
                pairs.add(pair);
                all.add(threads.submit(echo(pair.server())));
            }
            for (Pair pair : pairs) {
                all.add(threads.submit(ask(pair.client())));
            }
            for (Future<Integer> each : all) {
                assertThat(Background.await(each)).isEqualTo(ROUNDS);
            }
        }
        for (Pair pair : pairs) {
            pair.close();
        }
    }

    private static Callable<Integer> echo(SSLSocket socket) {
        return () -> {
            int round = 0;
            for (int value = socket.getInputStream().read(); value >= 0; round++) {
                socket.getOutputStream().write(value);
                value = socket.getInputStream().read();
            }
            return round;
        };
    }

    private static Callable<Integer> ask(SSLSocket socket) {
        return () -> {
            for (int round = 0; round < ROUNDS; round++) {
                socket.getOutputStream().write(round);
                assertThat(socket.getInputStream().read()).isEqualTo(round);
                Thread.sleep(1);
            }
            socket.shutdownOutput();
            return ROUNDS;
        };
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.socket.Meeting#all")
    void anInterruptEndsAReadAsInJavaNetSocket(Meeting meeting) throws Exception {
        for (boolean client : new boolean[] {true, false}) {
            try (Pair pair = meeting.shakeHands()) {
                SSLSocket socket = client ? pair.client() : pair.server();
                Background.Running<Integer> reading =
                        Background.blocked(socket.getInputStream()::read, Thread.ofVirtual());
                reading.interrupt();
                assertThatThrownBy(() -> Background.await(reading))
                        .isExactlyInstanceOf(SocketException.class)
                        .hasMessage("Closed by interrupt");
                assertThat(socket.isClosed()).isTrue();
            }
        }
    }

    @Test
    void anInterruptDoesNotEndAReadOfAPlatformThread() throws Exception {
        try (Pair pair = new Meeting(Stack.RUSTLS, Stack.JDK, "TLSv1.3").shakeHands()) {
            Background.Running<Integer> reading =
                    Background.blocked(pair.client().getInputStream()::read);
            reading.interrupt();
            pair.server().getOutputStream().write(8);
            assertThat(Background.await(reading)).isEqualTo(8);
        }
    }
}
