package io.rustls4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.Acceptor;
import io.rustls4j.EngineKind;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Buffers that are files, whose pages somebody else may take away at any time. */
@ContractTest
class MappedFileTest {
    private static final int LENGTH = 300_000;

    @TempDir private Path directory;

    @EveryPairing
    void bytesGoThrough(Pairing pairing) throws IOException {
        byte[] content = Payload.of(LENGTH);
        try (TlsPair pair = pairing.pair().handshake();
                FileChannel file = file("content");
                FileChannel copy = file("copy")) {
            file.write(ByteBuffer.wrap(content));
            MappedByteBuffer in = file.map(MapMode.READ_WRITE, 0, LENGTH);
            MappedByteBuffer records = copy.map(MapMode.READ_WRITE, 0, 2 * LENGTH);
            pair.client().connection().wrap(in, records);
            assertThat(in.hasRemaining()).isFalse();
            MappedByteBuffer out = copy.map(MapMode.READ_WRITE, 2 * LENGTH, LENGTH);
            pair.server().connection().unwrap(records.flip(), out);
            byte[] received = new byte[LENGTH];
            out.flip().get(received);
            assertThat(Arrays.equals(received, content)).isTrue();
        }
    }

    @EnabledOnOs(OS.LINUX)
    @EveryPairing
    void theProcessSurvivesAFileThatGetsShorter(Pairing pairing) throws Exception {
        try (TlsPair pair = pairing.pair().handshake();
                FileChannel file = file("shorter");
                Arena arena = Arena.ofShared()) {
            file.write(ByteBuffer.wrap(Payload.of(LENGTH)));
            MappedByteBuffer in = file.map(MapMode.READ_WRITE, 0, LENGTH);
            MemorySegment segment = file.map(MapMode.READ_WRITE, 0, LENGTH, arena);
            file.truncate(0);
            TlsConnection client = pair.client().connection();
            TlsConnection server = pair.server().connection();
            MemorySegment room = arena.allocate(20_000);
            comeUpon(() -> client.wrap(in, ByteBuffer.allocate(20_000)));
            comeUpon(() -> client.wrap(in, ByteBuffer.allocateDirect(20_000)));
            comeUpon(() -> client.wrap(segment, room));
            comeUpon(() -> server.wrap(ByteBuffer.wrap(Payload.of(100)), in));
            comeUpon(() -> server.wrap(room, segment));
            comeUpon(() -> client.unwrap(in, ByteBuffer.allocateDirect(20_000)));
        }
    }

    @EnabledOnOs(OS.LINUX)
    @EveryPairing
    void alsoInAHandshake(Pairing pairing) throws Exception {
        try (TlsPair pair = pairing.pair();
                FileChannel file = file("hello")) {
            MappedByteBuffer in = file.map(MapMode.READ_WRITE, 0, LENGTH);
            file.truncate(0);
            TlsConnection server = pair.server().connection();
            comeUpon(() -> server.unwrap(in, ByteBuffer.allocateDirect(20_000)));
            comeUpon(() -> Acceptor.create(EngineKind.RUSTLS).read(in));
        }
    }

    /**
     * Lets a thread of its own come upon pages that are not there: the JVM may throw its
     * InternalError some time later than that, and has it end the thread.
     */
    private static void comeUpon(ThrowingCallable attempt) throws InterruptedException {
        AtomicReference<Throwable> other = new AtomicReference<>();
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                attempt.call();
                            } catch (InternalError | TlsException e) {
                                // Both are fine; the end of the process is not.
                            } catch (Throwable e) {
                                other.set(e);
                            }
                        });
        thread.setUncaughtExceptionHandler((ended, late) -> {});
        thread.start();
        thread.join();
        assertThat(other.get()).isNull();
    }

    private FileChannel file(String name) throws IOException {
        return FileChannel.open(
                directory.resolve(name),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }
}
