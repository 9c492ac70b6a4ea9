package io.rustls4j.jsse.connection;

import io.rustls4j.jsse.context.ContextState;
import io.rustls4j.jsse.handshake.Endpoint;
import io.rustls4j.jsse.handshake.HandshakeView;
import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.parameters.TrustTerms;
import io.rustls4j.jsse.session.JsseSession;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * The state machine behind engines and sockets: what {@link javax.net.ssl.SSLEngine} says about
 * wrapping, unwrapping, tasks and closing, on rustls. All methods are thread-safe; a delegated task
 * holds the lock while it runs, as it does with the JDK's provider.
 */
public final class JsseConnection implements HandshakeView {
    /** What a manager gets that calls back from within a task. */
    private static final SSLEngineResult TASK_RUNS =
            new SSLEngineResult(Status.OK, HandshakeStatus.NEED_TASK, 0, 0);

    private final ReentrantLock lock = new ReentrantLock();
    private final Endpoint endpoint;
    private final ConnectionParameters parameters;
    private final StateMachine machine;

    private @Nullable String host;
    private int port = -1;
    private boolean modeSet;
    private boolean client;

    /**
     * Makes a connection that has done nothing yet.
     *
     * @param host the peer's name, to verify and to resume by; null if there is none
     * @param port the peer's port, or -1
     */
    public JsseConnection(
            ContextState context, Endpoint endpoint, @Nullable String host, int port) {
        this.endpoint = endpoint;
        this.parameters = context.newParameters(false);
        this.machine = new StateMachine(this, context);
        setPeer(host, port);
    }

    /**
     * Makes a connection that has done nothing yet and whose peer is told later.
     *
     * @param parameters what it is set to do, in that mode; the connection's own from now on
     * @param client whether this side is the client
     */
    public JsseConnection(
            ContextState context,
            Endpoint endpoint,
            ConnectionParameters parameters,
            boolean client) {
        this.endpoint = endpoint;
        this.parameters = parameters;
        this.machine = new StateMachine(this, context);
        this.client = client;
        this.modeSet = true;
    }

    // The face of an engine.

    /** Encrypts at most one record of plaintext, or gives out what the protocol has to say. */
    public SSLEngineResult wrap(ByteBuffer source, ByteBuffer target) throws SSLException {
        lock.lock();
        try {
            requireMode();
            machine.throwFailureOfTask();
            Buffers.checkPair(source, target);
            return machine.isStepping() ? TASK_RUNS : machine.wrap(source, target);
        } finally {
            machine.releaseIfDone();
            lock.unlock();
        }
    }

    /** {@link #wrap(ByteBuffer, ByteBuffer)} of what several buffers hold. */
    public SSLEngineResult wrap(ByteBuffer[] sources, int offset, int length, ByteBuffer target)
            throws SSLException {
        ByteBuffer source = Buffers.theOnly(sources, offset, length);
        if (source != null) {
            return wrap(source, target);
        }
        lock.lock();
        try {
            requireMode();
            machine.throwFailureOfTask();
            Buffers.checkSources(sources, offset, length, target);
            return machine.isStepping() ? TASK_RUNS : machine.wrap(sources, offset, length, target);
        } finally {
            machine.releaseIfDone();
            lock.unlock();
        }
    }

    /** Takes at most one record. */
    public SSLEngineResult unwrap(ByteBuffer source, ByteBuffer target) throws SSLException {
        lock.lock();
        try {
            requireMode();
            machine.throwFailureOfTask();
            Buffers.checkPair(source, target);
            return machine.isStepping() ? TASK_RUNS : machine.unwrap(source, target);
        } finally {
            machine.releaseIfDone();
            lock.unlock();
        }
    }

    /** {@link #unwrap(ByteBuffer, ByteBuffer)} into several buffers. */
    public SSLEngineResult unwrap(ByteBuffer source, ByteBuffer[] targets, int offset, int length)
            throws SSLException {
        ByteBuffer target = Buffers.theOnly(targets, offset, length);
        if (target != null) {
            return unwrap(source, target);
        }
        lock.lock();
        try {
            requireMode();
            machine.throwFailureOfTask();
            Buffers.checkTargets(source, targets, offset, length);
            return machine.isStepping()
                    ? TASK_RUNS
                    : machine.unwrap(source, targets, offset, length);
        } finally {
            machine.releaseIfDone();
            lock.unlock();
        }
    }

    /** What is next. */
    public HandshakeStatus handshakeStatus() {
        lock.lock();
        try {
            return machine.status();
        } finally {
            lock.unlock();
        }
    }

    /** The work that may block, handed out once. */
    public @Nullable Runnable delegatedTask() {
        lock.lock();
        try {
            return machine.handOutTask();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Starts the handshake, or, after it, changes keys with TLS 1.3; TLS 1.2's renegotiation is
     * refused, since rustls does not have it (RFC 7457 section 2.10 says why that is no loss).
     */
    public void beginHandshake() throws SSLException {
        lock.lock();
        try {
            requireMode();
            machine.begin();
        } finally {
            lock.unlock();
        }
    }

    /** Says that the transport has no more bytes. */
    public void closeInbound() throws SSLException {
        lock.lock();
        try {
            machine.closeInbound();
        } finally {
            machine.releaseIfDone();
            lock.unlock();
        }
    }

    /** Says that there is no more plaintext to send: a close_notify is due. */
    public void closeOutbound() {
        lock.lock();
        try {
            machine.closeOutbound();
        } finally {
            machine.releaseIfDone();
            lock.unlock();
        }
    }

    /** Whether nothing more will be taken. */
    public boolean isInboundDone() {
        lock.lock();
        try {
            return machine.isInboundClosed();
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing more will be given out. */
    public boolean isOutboundDone() {
        lock.lock();
        try {
            return machine.isOutboundDone();
        } finally {
            lock.unlock();
        }
    }

    /** What was negotiated, or a session without anything before. */
    public SSLSession currentSession() {
        lock.lock();
        try {
            return machine.session();
        } finally {
            lock.unlock();
        }
    }

    /** The session in the making; null outside of handshakes. */
    public @Nullable SSLSession handshakeSession() {
        lock.lock();
        try {
            Handshake current = machine.handshake();
            return current == null ? null : current.session();
        } finally {
            lock.unlock();
        }
    }

    /** The protocol that was agreed on, "" for none, null before. */
    public @Nullable String applicationProtocol() {
        lock.lock();
        try {
            return machine.applicationProtocol();
        } finally {
            lock.unlock();
        }
    }

    /** The protocol that this handshake has agreed on, "" for none, null outside of handshakes. */
    public @Nullable String handshakeApplicationProtocol() {
        lock.lock();
        try {
            Handshake current = machine.handshake();
            return current == null ? null : current.applicationProtocol();
        } finally {
            lock.unlock();
        }
    }

    /** Sets the role; only before the first byte. */
    public void setUseClientMode(boolean mode) {
        lock.lock();
        try {
            if (!machine.isNew()) {
                throw new IllegalArgumentException(
                        "Cannot change mode after SSL traffic has started");
            }
            if (client != mode) {
                client = mode;
                parameters.setClient(mode);
            }
            modeSet = true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Says who the peer is; only before the first byte.
     *
     * @param host the peer's name, to verify and to resume by; null if there is none
     * @param port the peer's port, or -1
     */
    public void setPeer(@Nullable String host, int port) {
        lock.lock();
        try {
            if (!machine.isNew()) {
                throw new IllegalStateException("the handshake has begun");
            }
            this.host = host;
            this.port = port;
            machine.forgetSession();
            if (host != null) {
                parameters.setDefaultServerNames(ServerIdentity.defaultServerNames(host));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Why the connection has failed; null if it has not. */
    public @Nullable SSLException failure() {
        lock.lock();
        try {
            return machine.failure();
        } finally {
            lock.unlock();
        }
    }

    // What managers may see.

    @Override
    public boolean isClient() {
        return client;
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public JsseSession session() {
        return handshake().session();
    }

    @Override
    public ConnectionParameters parameters() {
        return parameters;
    }

    @Override
    public void managerJudges() {
        handshake().judgement().managerJudges();
    }

    /** The terms by which rustls is told now to judge the peer. */
    public TrustTerms settleTerms() {
        return handshake().judgement().settle();
    }

    @Override
    public void willShow(X509Certificate @Nullable [] chain) {
        handshake().willShow(chain);
    }

    /** The peer's name; null if there is none. */
    public @Nullable String peerHost() {
        return host;
    }

    /** The peer's port, or -1. */
    public int peerPort() {
        return port;
    }

    /** For a {@link HandshakeTask}, on whatever thread runs it. */
    void run(ByteBuffer record) {
        lock.lock();
        try {
            machine.runTask(record);
        } finally {
            machine.releaseIfDone();
            lock.unlock();
        }
    }

    private void requireMode() {
        if (!modeSet) {
            throw new IllegalStateException("Client/Server mode has not yet been set.");
        }
    }

    private Handshake handshake() {
        Handshake current = machine.handshake();
        if (current == null) {
            throw new IllegalStateException("no handshake is going on");
        }
        return current;
    }
}
