package io.rustls4j.jsse.socket;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLProtocolException;
import org.jspecify.annotations.Nullable;

/** The only one to read from the transport: records in, plaintext out. */
final class RecordReader {
    private static final System.Logger LOG = System.getLogger("io.rustls4j.jsse");

    /** The JDK's own switch. Without it a TCP connection that ends counts as a close_notify. */
    private static final boolean REQUIRE_CLOSE_NOTIFY =
            Boolean.getBoolean("com.sun.net.ssl.requireCloseNotify");

    private static final int MAX_FRAGMENT = 16384;
    private static final ByteBuffer[] NO_ROOM = {};

    private final ReentrantLock lock = new ReentrantLock();
    private final Link link;
    private final Ciphertext ciphertext;

    /** Plaintext of a record that had more than was asked for. */
    private @Nullable ByteBuffer rest;

    /** A failure that came after plaintext in the same read: thrown by the next one. */
    private volatile @Nullable SSLException due;

    RecordReader(Link link) {
        this.link = link;
        this.ciphertext = new Ciphertext(!link.transport().isOwned());
    }

    /** Waits for plaintext, and gives out as much of it as is there; -1 at the end. */
    int read(byte[] target, int offset, int length) throws IOException {
        lock.lock();
        try {
            throwDue();
            if (link.connection().isInboundDone()) {
                throw new SocketException("Connection or inbound has closed");
            }
            int taken = takeRest(target, offset, length);
            return taken > 0 ? taken : decrypt(target, offset, length);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (SSLException e) {
            link.fail(e);
            throw e;
        } catch (SocketException e) {
            link.fail(e);
            throw e;
        } finally {
            releaseBuffers();
            lock.unlock();
        }
    }

    /** How much plaintext is there without waiting. */
    int available() {
        // Whoever holds the lock found nothing there and waits for more.
        if (!lock.tryLock()) {
            return 0;
        }
        try {
            ByteBuffer plaintext = rest;
            return plaintext == null ? 0 : plaintext.remaining();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the last read ended before a failure that nobody has been told of yet. */
    boolean hasFailureDue() {
        return due != null;
    }

    /** Keeps readers away during a handshake. */
    void lock() {
        lock.lock();
    }

    void unlock() {
        releaseBuffers();
        lock.unlock();
    }

    /** Takes one record of the handshake, or waits for more of it. */
    void shake() throws IOException {
        if (!ciphertext.isEmpty()) {
            Status status = link.connection().unwrap(ciphertext.bytes(), NO_ROOM, 0, 0).getStatus();
            if (status != Status.BUFFER_UNDERFLOW) {
                return;
            }
        }
        link.writer().flush();
        if (!ciphertext.fill(link.transport().in(), false)) {
            SSLException reason = new SSLHandshakeException("Remote host terminated the handshake");
            reason.initCause(new EOFException("SSL peer shut down incorrectly"));
            throw reason;
        }
    }

    /** Throws plaintext away until the peer closes, or for so long. */
    void awaitClose(int seconds) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        if (!lockWithin(seconds)) {
            return;
        }
        Socket socket = link.transport().socket();
        int timeout = socket.getSoTimeout();
        byte[] unwanted = new byte[MAX_FRAGMENT];
        try {
            while (!link.connection().isInboundDone()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return;
                }
                socket.setSoTimeout((int) (timeout == 0 ? left : Math.min(left, timeout)));
                decrypt(unwanted, 0, unwanted.length);
            }
        } catch (SocketTimeoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "the peer did not answer a close_notify", e);
        } finally {
            socket.setSoTimeout(timeout);
            releaseBuffers();
            lock.unlock();
        }
    }

    /** Throws away what has arrived, unless somebody is reading it. */
    void drain() throws IOException {
        if (lock.tryLock()) {
            try {
                forgetRest();
                link.transport().drain();
            } finally {
                lock.unlock();
            }
        }
    }

    private boolean lockWithin(int seconds) {
        try {
            return lock.tryLock(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void throwDue() throws SSLException {
        SSLException failure = due;
        if (failure != null) {
            due = null;
            throw failure;
        }
    }

    private int takeRest(byte[] target, int offset, int length) {
        ByteBuffer plaintext = rest;
        if (plaintext == null) {
            return 0;
        }
        int count = Math.min(length, plaintext.remaining());
        plaintext.get(target, offset, count);
        return count;
    }

    private int decrypt(byte[] target, int offset, int length) throws IOException {
        ByteBuffer direct = ByteBuffer.wrap(target, offset, length);
        ByteBuffer spill = null;
        try {
            while (true) {
                if (ciphertext.isEmpty() && !fill()) {
                    return endOfInput();
                }
                SSLEngineResult result = unwrap(spill == null ? direct : spill);
                if (result.bytesProduced() > 0) {
                    if (spill == null) {
                        decryptMore(direct);
                        return direct.position() - offset;
                    }
                    rest = spill.flip();
                    spill = null;
                    return takeRest(target, offset, length);
                }
                switch (result.getStatus()) {
                    case CLOSED -> {
                        return -1;
                    }
                    case BUFFER_UNDERFLOW -> {
                        if (!fill()) {
                            return endOfInput();
                        }
                    }
                    case BUFFER_OVERFLOW -> spill = BufferPool.take(ciphertext.recordLength());
                    case OK -> {
                        if (result.bytesConsumed() == 0) {
                            // A change of keys: its record is being made on another thread.
                            Thread.onSpinWait();
                        }
                    }
                }
            }
        } finally {
            if (spill != null) {
                BufferPool.give(spill);
            }
        }
    }

    private boolean fill() throws IOException {
        return ciphertext.fill(link.transport().in(), true);
    }

    private SSLEngineResult unwrap(ByteBuffer target) throws SSLException {
        SSLEngineResult result = link.connection().unwrap(ciphertext.bytes(), target);
        if (result.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
            answer();
        }
        return result;
    }

    /** A peer that does not take answers any more may still have sent something before. */
    private void answer() {
        try {
            link.writer().flushSoon();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "an answer of the protocol was not sent", e);
        }
    }

    /** Goes on with records that are there as a whole and fit for sure. */
    private void decryptMore(ByteBuffer target) {
        try {
            while (ciphertext.hasRecord() && target.remaining() >= ciphertext.recordLength()) {
                SSLEngineResult result = unwrap(target);
                if (result.getStatus() != Status.OK || result.bytesConsumed() == 0) {
                    return;
                }
            }
        } catch (SSLException e) {
            due = e;
            link.fail(e);
        }
    }

    private int endOfInput() throws IOException {
        if (REQUIRE_CLOSE_NOTIFY) {
            throw new SSLProtocolException("Remote host terminated the connection");
        }
        link.closeInbound();
        if (!"TLSv1.3".equals(link.connection().currentSession().getProtocol())) {
            link.connection().closeOutbound();
            answer();
        }
        link.transport().shutdownInput();
        return -1;
    }

    private void releaseBuffers() {
        ciphertext.release();
        ByteBuffer plaintext = rest;
        if (plaintext != null && !plaintext.hasRemaining()) {
            forgetRest();
        }
    }

    private void forgetRest() {
        ByteBuffer plaintext = rest;
        if (plaintext != null) {
            int start = plaintext.arrayOffset();
            Arrays.fill(plaintext.array(), start, start + plaintext.limit(), (byte) 0);
            BufferPool.give(plaintext);
            rest = null;
        }
    }
}
