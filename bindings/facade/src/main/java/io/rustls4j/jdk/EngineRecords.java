package io.rustls4j.jdk;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/**
 * Moves single records through an {@link SSLEngine}, with room for the largest whatever the
 * caller's buffers are.
 */
final class EngineRecords {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;

    EngineRecords(SSLEngine engine) {
        this.engine = engine;
    }

    /**
     * Decrypts.
     *
     * @param plaintext where plaintext goes, as far as it fits
     * @param rest where the rest goes
     */
    SSLEngineResult decrypt(ByteBuffer record, ByteBuffer plaintext, ByteQueue rest)
            throws SSLException {
        if (plaintext.remaining() >= record.remaining()) {
            return engine.unwrap(record, plaintext);
        }
        ByteBuffer scratch = ScratchBuffers.take();
        try {
            SSLEngineResult result = engine.unwrap(record, scratch);
            scratch.flip();
            moveWhatFits(scratch, plaintext);
            if (scratch.hasRemaining()) {
                rest.add(scratch);
            }
            return result;
        } finally {
            ScratchBuffers.give(scratch);
        }
    }

    /**
     * Encrypts.
     *
     * @param ciphertext where the record goes, as far as it fits
     * @param rest where the rest goes
     */
    SSLEngineResult encrypt(ByteBuffer plaintext, ByteBuffer ciphertext, EngineOutput rest)
            throws SSLException {
        if (ciphertext.remaining() >= engine.getSession().getPacketBufferSize()) {
            SSLEngineResult result = engine.wrap(plaintext, ciphertext);
            if (result.getStatus() != Status.BUFFER_OVERFLOW) {
                return result;
            }
        }
        ByteBuffer scratch = ScratchBuffers.take();
        try {
            SSLEngineResult result = engine.wrap(plaintext, scratch);
            scratch.flip();
            moveWhatFits(scratch, ciphertext);
            rest.addRest(scratch);
            return result;
        } finally {
            ScratchBuffers.give(scratch);
        }
    }

    /**
     * Takes one record that the engine has to send by itself.
     *
     * @param taker gets the record, if there is one
     */
    SSLEngineResult takeOwn(Consumer<byte[]> taker) throws SSLException {
        ByteBuffer scratch = ScratchBuffers.take();
        try {
            SSLEngineResult result = engine.wrap(NOTHING, scratch);
            scratch.flip();
            if (scratch.hasRemaining()) {
                byte[] record = new byte[scratch.remaining()];
                scratch.get(record);
                taker.accept(record);
            }
            return result;
        } finally {
            ScratchBuffers.give(scratch);
        }
    }

    private static void moveWhatFits(ByteBuffer from, ByteBuffer to) {
        int fits = Math.min(from.remaining(), to.remaining());
        to.put(from.slice(from.position(), fits));
        from.position(from.position() + fits);
    }
}
