package io.rustls4j.benchmarks.memory;

import java.nio.ByteBuffer;

/** The buffers of one pair, for use by one pair after the other. */
public final class Buffers {
    private static final int MAX_FRAGMENT = 1 << 14;

    /** More than any contestant's record is longer than what is in it. */
    private static final int RECORD_OVERHEAD = 1024;

    final ByteBuffer nothing;
    final ByteBuffer toServer;
    final ByteBuffer toClient;
    final ByteBuffer received;

    /**
     * Makes room for messages and their records.
     *
     * @param message the largest message, in bytes
     */
    public Buffers(BufferKind kind, int message) {
        int records = message / MAX_FRAGMENT + 1;
        int ciphertext = Math.max(1, records + 1) * (MAX_FRAGMENT + RECORD_OVERHEAD);
        this.nothing = kind.allocate(0);
        this.toServer = kind.allocate(ciphertext);
        this.toClient = kind.allocate(ciphertext);
        this.received = kind.allocate(message + MAX_FRAGMENT + RECORD_OVERHEAD);
    }

    void clear() {
        toServer.clear();
        toClient.clear();
        received.clear();
    }
}
