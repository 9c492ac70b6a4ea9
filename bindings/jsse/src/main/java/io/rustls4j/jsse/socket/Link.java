package io.rustls4j.jsse.socket;

import io.rustls4j.jsse.connection.JsseConnection;
import java.io.IOException;
import java.net.SocketException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One TLS connection on one TCP connection: what reading, writing, shaking hands and closing have
 * in common.
 *
 * <p>Locks are taken in this order: handshake, reader, writer, connection. Only the reader's lock
 * is held while waiting for the peer's bytes, only the writer's while the peer is slow to take
 * ours.
 */
final class Link {
    private static final System.Logger LOG = System.getLogger("io.rustls4j.jsse");

    private final JsseConnection connection;
    private final Transport transport;
    private final RecordWriter writer;
    private final RecordReader reader;
    private volatile boolean established;
    private volatile boolean closed;
    private volatile boolean closing;
    private volatile boolean taskRuns;
    private volatile @Nullable SSLException closeReason;

    Link(JsseConnection connection, Transport transport) {
        this.connection = connection;
        this.transport = transport;
        this.writer = new RecordWriter(connection, transport);
        this.reader = new RecordReader(this);
    }

    JsseConnection connection() {
        return connection;
    }

    Transport transport() {
        return transport;
    }

    RecordWriter writer() {
        return writer;
    }

    RecordReader reader() {
        return reader;
    }

    /** Whether the first handshake has been completed. */
    boolean isEstablished() {
        return established;
    }

    void setEstablished() {
        established = true;
    }

    boolean isClosed() {
        return closed;
    }

    void setClosed() {
        closed = true;
    }

    /** From here on failures of the transport are nothing but our own doing. */
    void setClosing() {
        closing = true;
    }

    boolean isClosing() {
        return closing;
    }

    /** Whether a task of the handshake holds the connection, maybe for long. */
    boolean isTaskRunning() {
        return taskRuns;
    }

    void run(Runnable task) {
        taskRuns = true;
        try {
            task.run();
        } finally {
            taskRuns = false;
        }
    }

    boolean isBroken() {
        return closeReason != null;
    }

    /** Whether there is a handshake to begin with, or to go on with. */
    boolean canShake() {
        return !isBroken()
                && !closing
                && !closed
                && !connection.isInboundDone()
                && !connection.isOutboundDone();
    }

    /** Throws if the connection has failed. */
    void requireUnbroken() throws SSLException {
        SSLException reason = closeReason;
        if (reason != null) {
            throw new SSLException("Connection has closed: " + reason, reason);
        }
    }

    /** Ends everything over a failure of TLS. The alert goes out before the exception does. */
    void fail(SSLException reason) {
        if (!closing && closeReason == null) {
            closeReason = reason;
        }
        try {
            connection.closeOutbound();
            writer.flushWithin(lingerSeconds());
        } catch (IOException e) {
            suppress(reason, e);
        }
        dispose();
    }

    /** Ends everything over a failure of TCP. */
    void fail(SocketException reason) {
        if (!closing && closeReason == null) {
            closeReason = new SSLException(reason.getMessage(), reason);
        }
        dispose();
    }

    private static void suppress(Throwable reason, Throwable also) {
        if (reason != also) {
            reason.addSuppressed(also);
        }
    }

    /** How long to wait for somebody who is writing, or for a peer that ought to answer. */
    int lingerSeconds() {
        try {
            int linger = transport.socket().getSoLinger();
            return linger >= 0 ? linger : Closure.PATIENCE_SECONDS;
        } catch (SocketException e) {
            LOG.log(System.Logger.Level.DEBUG, "no SO_LINGER", e);
            return Closure.PATIENCE_SECONDS;
        }
    }

    /** Ends both directions without a further word, and frees what the connection holds. */
    void dispose() {
        try {
            reader.drain();
            transport.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the transport did not close in order", e);
        } finally {
            closed = true;
        }
        if (taskRuns) {
            // It holds the connection for as long as a manager of the application takes; its own
            // thread comes here after it.
            return;
        }
        closeInbound();
        connection.closeOutbound();
        try {
            writer.discard();
        } catch (SSLException e) {
            LOG.log(System.Logger.Level.DEBUG, "a failure that came after the end", e);
        }
    }

    /** Ends the incoming direction, whether the peer has said so or not. */
    void closeInbound() {
        try {
            connection.closeInbound();
        } catch (SSLException e) {
            LOG.log(System.Logger.Level.DEBUG, "no close_notify from the peer", e);
        }
    }
}
