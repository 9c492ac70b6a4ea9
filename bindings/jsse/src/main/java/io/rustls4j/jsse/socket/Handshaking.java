package io.rustls4j.jsse.socket;

import io.rustls4j.jsse.connection.JsseConnection;
import io.rustls4j.jsse.parameters.ClientAuth;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketException;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Shakes hands on the thread that asks for it; others that need the result wait for it. */
final class Handshaking {
    private static final Logger LOG = System.getLogger("io.rustls4j.jsse");

    private final ReentrantLock lock = new ReentrantLock();
    private final Link link;
    private final Runnable completed;

    /**
     * Starts without a handshake.
     *
     * @param completed what to do after the first one
     */
    Handshaking(Link link, Runnable completed) {
        this.link = link;
        this.completed = completed;
    }

    /**
     * Shakes hands. Where that has been done, changes the keys with TLS 1.3, and does nothing with
     * TLS 1.2: many call this twice, to be sure, and rustls does not renegotiate.
     */
    void start() throws IOException {
        requireConnected();
        requireUsable();
        requireOutside();
        lock.lock();
        try {
            requireUsable();
            if (!link.isEstablished()) {
                shake();
            } else if (session().getProtocol().equals("TLSv1.3")) {
                link.writer().change(link.connection()::beginHandshake);
            } else {
                requireNothingNew();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Shakes hands if nobody has; does nothing on a connection that is over. */
    void ensureDone() throws IOException {
        if (link.isEstablished() || !link.canShake()) {
            return;
        }
        requireConnected();
        requireOutside();
        lock.lock();
        try {
            if (!link.isEstablished() && link.canShake()) {
                shake();
            }
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #ensureDone()}, with a timeout being the end of the connection. */
    void ensureDoneAtOnce() throws IOException {
        try {
            ensureDone();
        } catch (InterruptedIOException e) {
            SSLException reason = new SSLException("Couldn't kickstart handshaking", e);
            link.fail(reason);
            throw reason;
        }
    }

    private void requireConnected() throws SocketException {
        if (!link.transport().isConnected()) {
            throw new SocketException("Socket is not connected");
        }
    }

    /** Managers that are asked within the handshake would wait for themselves. */
    private void requireOutside() throws SSLException {
        if (lock.isHeldByCurrentThread() && !link.isEstablished()) {
            throw new SSLException(
                    "the handshake of this socket goes on and has called this thread; what is"
                            + " known of it by now is in getHandshakeSession()");
        }
    }

    private void requireUsable() throws SocketException {
        if (!link.canShake()) {
            throw new SocketException("Socket has been closed or broken");
        }
    }

    /** A server that wants a certificate by now must not believe to have asked for it. */
    private void requireNothingNew() throws SSLException {
        JsseConnection connection = link.connection();
        boolean asks =
                !connection.isClient() && connection.parameters().clientAuth() == ClientAuth.NEED;
        if (asks && !hasPeerCertificates()) {
            throw new SSLHandshakeException(
                    "TLS 1.2 is not renegotiated, so that a client cannot be asked for its"
                            + " certificate after the handshake");
        }
        LOG.log(Level.DEBUG, "another handshake with TLS 1.2 is left out");
    }

    private boolean hasPeerCertificates() {
        try {
            return session().getPeerCertificates().length > 0;
        } catch (SSLPeerUnverifiedException e) {
            return false;
        }
    }

    private SSLSession session() {
        return link.connection().currentSession();
    }

    private void shake() throws IOException {
        link.reader().lock();
        try {
            link.connection().beginHandshake();
            while (step()) {
                if (link.isClosing()) {
                    throw new SocketException("Socket closed");
                }
            }
            link.writer().flush();
            link.setEstablished();
        } catch (SSLException e) {
            link.fail(e);
            throw e;
        } catch (SocketException e) {
            link.fail(e);
            throw e;
        } finally {
            link.reader().unlock();
        }
        completed.run();
    }

    private boolean step() throws IOException {
        JsseConnection connection = link.connection();
        switch (connection.handshakeStatus()) {
            case NEED_WRAP -> {
                if (connection.isInboundDone() && connection.failure() == null) {
                    throw new SocketException("Connection or inbound has closed");
                }
                link.writer().hold();
            }
            case NEED_UNWRAP -> link.reader().shake();
            case NEED_TASK -> {
                for (Runnable task = connection.delegatedTask();
                        task != null;
                        task = connection.delegatedTask()) {
                    link.run(task);
                }
            }
            default -> {
                SSLException failure = connection.failure();
                if (failure != null) {
                    throw failure;
                }
                return false;
            }
        }
        return true;
    }
}
