package io.rustls4j.jsse.socket;

import io.rustls4j.jsse.connection.JsseConnection;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The only one to write to the transport, so that records go out in the order they were made. */
final class RecordWriter {
    private static final ByteBuffer[] NO_PLAINTEXT = {};

    /** More than any record has besides its plaintext. */
    private static final int OVERHEAD = 256;

    private static final int MAX_FRAGMENT = 16384;

    private final ReentrantLock lock = new ReentrantLock();
    private final JsseConnection connection;
    private final Transport transport;

    /** What is made and not sent: records of one flight go out in one piece. */
    private @Nullable ByteBuffer held;

    /** Output is due that its maker did not send, since somebody else was writing. */
    private volatile boolean outputLeft;

    RecordWriter(JsseConnection connection, Transport transport) {
        this.connection = connection;
        this.transport = transport;
    }

    /** Sends all of it, in as few writes as there are buffers full. */
    void write(byte[] plaintext, int offset, int length) throws IOException {
        lock.lock();
        try {
            encrypt(ByteBuffer.wrap(plaintext, offset, length));
        } finally {
            lock.unlock();
        }
        flushLeft();
    }

    /** Takes what the protocol has to say, to be sent by the next flush. */
    void hold() throws IOException {
        lock.lock();
        try {
            ByteBuffer records = takeHeld();
            held = records;
            collect(records);
        } finally {
            lock.unlock();
        }
    }

    /** Sends what the protocol has to say, and what was held. */
    void flush() throws IOException {
        lock.lock();
        try {
            flushLocked();
        } finally {
            lock.unlock();
        }
        flushLeft();
    }

    /**
     * Sends what the protocol has to say, or leaves it to whoever is writing: a reader must not
     * wait for a peer to read.
     */
    void flushSoon() throws IOException {
        outputLeft = true;
        flushLeft();
    }

    /**
     * Sends what the protocol has to say, unless somebody goes on writing for all that time.
     *
     * @return whether it was sent
     */
    boolean flushWithin(int seconds) throws IOException {
        if (!lockWithin(seconds)) {
            return false;
        }
        try {
            flushLocked();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Begins a step of the protocol and sends what comes of it, with no record in between. */
    void change(ProtocolStep step) throws IOException {
        lock.lock();
        try {
            step.run();
            flushLocked();
        } finally {
            lock.unlock();
        }
        flushLeft();
    }

    /** Takes what nobody will get any more, so that the connection can free what it holds. */
    void discard() throws SSLException {
        if (!lock.tryLock()) {
            return;
        }
        ByteBuffer records = takeHeld();
        try {
            int produced;
            do {
                produced = connection.wrap(NO_PLAINTEXT, 0, 0, records.clear()).bytesProduced();
            } while (produced > 0);
        } finally {
            BufferPool.give(records);
            lock.unlock();
        }
    }

    /** A step of the protocol that makes output. */
    @FunctionalInterface
    interface ProtocolStep {
        void run() throws SSLException;
    }

    private boolean lockWithin(int seconds) {
        // The interrupt is for whatever the thread does next, not for these few bytes.
        boolean interrupted = Thread.interrupted();
        try {
            return lock.tryLock() || lock.tryLock(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void flushLeft() throws IOException {
        while (outputLeft && lock.tryLock()) {
            try {
                outputLeft = false;
                flushLocked();
            } finally {
                lock.unlock();
            }
        }
    }

    private void encrypt(ByteBuffer plaintext) throws IOException {
        ByteBuffer records = BufferPool.take(room(plaintext.remaining()));
        try {
            while (plaintext.hasRemaining()) {
                SSLEngineResult result = connection.wrap(plaintext, records);
                switch (result.getStatus()) {
                    case BUFFER_OVERFLOW -> records = makeRoom(records);
                    case CLOSED -> throw new SocketException("Connection or outbound has closed");
                    default -> {}
                }
            }
            send(records);
        } finally {
            BufferPool.give(records);
        }
    }

    private static int room(int plaintext) {
        return plaintext <= MAX_FRAGMENT ? plaintext + OVERHEAD : BufferPool.BULK;
    }

    /** Small records have more overhead in all, and what a reader left can come in between. */
    private ByteBuffer makeRoom(ByteBuffer records) throws IOException {
        if (records.position() > 0) {
            send(records);
            return records;
        }
        BufferPool.give(records);
        return BufferPool.take(BufferPool.BULK);
    }

    private void flushLocked() throws IOException {
        ByteBuffer records = takeHeld();
        try {
            collect(records);
            send(records);
        } finally {
            BufferPool.give(records);
        }
        if (connection.isOutboundDone()) {
            transport.shutdownOutput();
        }
    }

    private ByteBuffer takeHeld() {
        ByteBuffer records = held;
        held = null;
        return records != null ? records : BufferPool.take(BufferPool.BULK);
    }

    private void collect(ByteBuffer records) throws IOException {
        while (connection.handshakeStatus() == HandshakeStatus.NEED_WRAP) {
            SSLEngineResult result = connection.wrap(NO_PLAINTEXT, 0, 0, records);
            if (result.getStatus() == Status.BUFFER_OVERFLOW) {
                send(records);
            }
            if (result.getStatus() == Status.CLOSED || isWithinTask(result)) {
                return;
            }
        }
    }

    /** A manager closes from within its task: whoever runs the task sends what is due. */
    private static boolean isWithinTask(SSLEngineResult result) {
        return result.getHandshakeStatus() == HandshakeStatus.NEED_TASK;
    }

    private void send(ByteBuffer records) throws IOException {
        int length = records.position();
        if (length > 0) {
            transport.out().write(records.array(), records.arrayOffset(), length);
            records.clear();
        }
    }
}
