package io.rustls4j.benchmarks.contestant;

import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/** An SSLEngine, driven like Netty or Tomcat do, with delegated tasks run in place. */
public class EngineConnection implements Connection {
    private final SSLEngine engine;
    private HandshakeStatus status;
    private boolean handshaking = true;

    /** Begins the handshake of an engine. */
    public EngineConnection(SSLEngine engine) throws SSLException {
        this.engine = engine;
        engine.beginHandshake();
        this.status = engine.getHandshakeStatus();
    }

    @Override
    public void wrap(ByteBuffer plaintext, ByteBuffer ciphertext) throws IOException {
        after("wrap", engine.wrap(plaintext, ciphertext));
    }

    @Override
    public void unwrap(ByteBuffer ciphertext, ByteBuffer plaintext) throws IOException {
        after("unwrap", engine.unwrap(ciphertext, plaintext));
    }

    @Override
    public boolean wantsWrite() {
        return status == HandshakeStatus.NEED_WRAP;
    }

    @Override
    public boolean isHandshaking() {
        return handshaking;
    }

    @Override
    public void sendClose() {
        engine.closeOutbound();
        status = HandshakeStatus.NEED_WRAP;
    }

    /** The garbage collector does it, unless a subclass knows better. */
    @Override
    public void free() {}

    private void after(String call, SSLEngineResult result) throws SSLException {
        if (result.getStatus() == Status.BUFFER_OVERFLOW) {
            throw new SSLException(call + " has not enough room in its buffer: " + result);
        }
        HandshakeStatus next = result.getHandshakeStatus();
        if (next == HandshakeStatus.NEED_TASK) {
            next = runTasks();
        }
        // After FINISHED there may be tickets to send.
        status = next == HandshakeStatus.FINISHED ? engine.getHandshakeStatus() : next;
        if (handshaking
                && (next == HandshakeStatus.FINISHED || next == HandshakeStatus.NOT_HANDSHAKING)) {
            handshaking = false;
        }
        if (result.getStatus() == Status.CLOSED && status == HandshakeStatus.NEED_WRAP) {
            status = engine.isOutboundDone() ? HandshakeStatus.NOT_HANDSHAKING : status;
        }
    }

    private HandshakeStatus runTasks() {
        HandshakeStatus next;
        do {
            Runnable task = engine.getDelegatedTask();
            while (task != null) {
                task.run();
                task = engine.getDelegatedTask();
            }
            next = engine.getHandshakeStatus();
        } while (next == HandshakeStatus.NEED_TASK);
        return next;
    }
}
