package io.rustls4j.jsse.socket;

import java.io.IOException;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;

/** Ends a socket: one direction, or both from any thread. */
final class Closure {
    /** How long to wait for somebody else where SO_LINGER does not say it. */
    static final int PATIENCE_SECONDS = 5;

    private static final System.Logger LOG = System.getLogger("io.rustls4j.jsse");

    private final Link link;
    private final AtomicBoolean begun = new AtomicBoolean();

    Closure(Link link) {
        this.link = link;
    }

    /** Says goodbye and ends both directions. */
    void close() {
        if (link.isClosed() || !begun.compareAndSet(false, true)) {
            return;
        }
        link.setClosing();
        try {
            if (link.transport().isConnected() && !link.isTaskRunning()) {
                sayGoodbye();
                awaitAnswer();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "not closed in order", e);
        } finally {
            link.dispose();
        }
    }

    void shutdownOutput() throws IOException {
        if (isOutputShutdown()) {
            return;
        }
        requireConnected();
        sayGoodbye();
    }

    void shutdownInput() throws IOException {
        if (isInputShutdown()) {
            return;
        }
        requireConnected();
        try {
            link.connection().closeInbound();
        } finally {
            link.transport().shutdownInput();
        }
    }

    boolean isOutputShutdown() {
        Transport transport = link.transport();
        return link.isClosed()
                || (link.connection().isOutboundDone()
                        && (!transport.isOwned() || transport.socket().isOutputShutdown()));
    }

    boolean isInputShutdown() {
        Transport transport = link.transport();
        return link.isClosed()
                || (link.connection().isInboundDone()
                        && (!transport.isOwned() || transport.socket().isInputShutdown()));
    }

    private void requireConnected() throws SocketException {
        if (!link.transport().isConnected()) {
            throw new SocketException("Socket is not connected");
        }
    }

    private void sayGoodbye() throws IOException {
        link.connection().closeOutbound();
        if (link.writer().flushWithin(link.lingerSeconds())) {
            return;
        }
        link.connection().currentSession().invalidate();
        if (!link.transport().isOwned()) {
            throw new SSLException("SO_LINGER timeout, close_notify message cannot be sent.");
        }
        link.transport().shutdownOutput();
    }

    /**
     * What follows the peer's close_notify on a TCP connection that lives on belongs to its owner,
     * and what comes before does not (RFC 8446 section 6.1).
     */
    private void awaitAnswer() throws IOException {
        if (!link.transport().isOwned() && link.isEstablished()) {
            link.reader().awaitClose(PATIENCE_SECONDS);
        }
    }
}
