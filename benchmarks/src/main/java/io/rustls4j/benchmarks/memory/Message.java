package io.rustls4j.benchmarks.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/** Plaintext that can be told from other plaintext. */
public final class Message {
    private static final long SEED = 20_230_323;

    private Message() {}

    /** Makes a message, the same for each size. */
    public static ByteBuffer of(BufferKind kind, int size) {
        byte[] bytes = new byte[size];
        new SplittableRandom(SEED).nextBytes(bytes);
        return kind.allocate(size).put(bytes).flip();
    }

    /** Compares what was sent with what came. */
    public static void check(ByteBuffer sent, ByteBuffer received) throws IOException {
        if (!sent.duplicate().rewind().equals(received)) {
            throw new IOException("what arrived is not what was sent");
        }
    }
}
