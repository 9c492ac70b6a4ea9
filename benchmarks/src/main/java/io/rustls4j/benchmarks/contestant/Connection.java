package io.rustls4j.benchmarks.contestant;

import java.io.IOException;
import java.nio.ByteBuffer;

/** One side of a connection, without I/O. Positions of buffers tell what was used. */
public interface Connection {
    /** One call into the implementation that encrypts, or goes on with the handshake. */
    void wrap(ByteBuffer plaintext, ByteBuffer ciphertext) throws IOException;

    /** One call into the implementation that decrypts, or goes on with the handshake. */
    void unwrap(ByteBuffer ciphertext, ByteBuffer plaintext) throws IOException;

    /** Whether {@link #wrap} would give output without plaintext. */
    boolean wantsWrite();

    boolean isHandshaking();

    /** Queues a close_notify. */
    void sendClose();

    /** Gives the memory back. */
    void free();
}
