package io.rustls4j.jsse.connection;

import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.HandshakeKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.jsse.context.ContextState;
import io.rustls4j.jsse.events.HandshakeEvents;
import io.rustls4j.jsse.handshake.CurrentHandshake;
import io.rustls4j.jsse.handshake.Endpoint;
import io.rustls4j.jsse.handshake.HandshakeView;
import io.rustls4j.jsse.parameters.ConnectionParameters;
import io.rustls4j.jsse.session.JsseSession;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLProtocolException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * The state machine behind engines and sockets: what {@link javax.net.ssl.SSLEngine} says about
 * wrapping, unwrapping, tasks and closing, on rustls. All methods are thread-safe; a delegated task
 * holds the lock while it runs, as it does with the JDK's provider.
 */
public final class JsseConnection implements HandshakeView {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final String NO_PROTOCOL = "NONE";

    private enum Phase {
        NEW,
        HANDSHAKING,
        ESTABLISHED
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final ContextState context;
    private final Endpoint endpoint;
    private final ConnectionParameters parameters;
    private @Nullable String host;
    private int port = -1;

    private boolean modeSet;
    private boolean client;
    private Phase phase = Phase.NEW;
    private @Nullable Side side;
    private @Nullable TlsConnection tls;
    private @Nullable JsseSession handshakeSession;
    private @Nullable JsseSession session;
    private @Nullable RecordCipher cipher;
    private @Nullable SSLException failure;

    /** FINISHED is still to be reported: by a wrap or unwrap, never by a task. */
    private boolean finishedDue;

    private @Nullable HandshakeTask task;
    private @Nullable SSLException thrownByTask;

    /** Whether a step of the handshake runs: managers may call back on the same thread. */
    private boolean stepping;

    private X509Certificate @Nullable [] clientChain;

    /** An alert from before rustls had a connection. */
    private ByteBuffer plainAlert = NOTHING;

    private boolean closeNotifyReceived;
    private boolean alertReceived;
    private boolean peerCanceled;
    private boolean inboundClosed;
    private boolean outboundClosed;
    private @Nullable String applicationProtocol;

    /**
     * Makes a connection that has done nothing yet.
     *
     * @param host the peer's name, to verify and to resume by; null if there is none
     * @param port the peer's port, or -1
     */
    public JsseConnection(
            ContextState context, Endpoint endpoint, @Nullable String host, int port) {
        this.context = context;
        this.endpoint = endpoint;
        this.parameters = context.newParameters(false);
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
        this.context = context;
        this.endpoint = endpoint;
        this.parameters = parameters;
        this.client = client;
        this.modeSet = true;
    }

    // The face of an engine.

    /** Encrypts at most one record of plaintext, or gives out what the protocol has to say. */
    public SSLEngineResult wrap(ByteBuffer[] sources, int offset, int length, ByteBuffer target)
            throws SSLException {
        lock.lock();
        try {
            requireMode();
            throwFailureOfTask();
            Buffers.checkSources(sources, offset, length, target);
            if (stepping) {
                return result(Status.OK, HandshakeStatus.NEED_TASK, 0, 0);
            }
            return doWrap(sources, offset, length, target);
        } finally {
            releaseIfDone();
            lock.unlock();
        }
    }

    /** Takes at most one record. */
    public SSLEngineResult unwrap(ByteBuffer source, ByteBuffer[] targets, int offset, int length)
            throws SSLException {
        lock.lock();
        try {
            requireMode();
            throwFailureOfTask();
            Buffers.checkTargets(source, targets, offset, length);
            if (stepping) {
                return result(Status.OK, HandshakeStatus.NEED_TASK, 0, 0);
            }
            return doUnwrap(source, targets, offset, length);
        } finally {
            releaseIfDone();
            lock.unlock();
        }
    }

    /** What is next. */
    public HandshakeStatus handshakeStatus() {
        lock.lock();
        try {
            return status();
        } finally {
            lock.unlock();
        }
    }

    /** The work that may block, handed out once. */
    public @Nullable Runnable delegatedTask() {
        lock.lock();
        try {
            HandshakeTask next = task;
            return next != null && next.handOut() ? next : null;
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
            if (!modeSet) {
                throw new IllegalStateException("Client/Server mode has not yet been set.");
            }
            if (outboundClosed || inboundClosed) {
                throw failure != null
                        ? failure
                        : new SSLException(
                                "Cannot kickstart, the connection is broken or closed");
            }
            switch (phase) {
                case NEW -> start();
                case HANDSHAKING -> {}
                case ESTABLISHED -> changeKeys();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Says that the transport has no more bytes. */
    public void closeInbound() throws SSLException {
        lock.lock();
        try {
            if (inboundClosed) {
                return;
            }
            inboundClosed = true;
            if (!closeNotifyReceived && phase != Phase.NEW) {
                throw new SSLException("closing inbound before receiving peer's close_notify");
            }
        } finally {
            releaseIfDone();
            lock.unlock();
        }
    }

    /** Says that there is no more plaintext to send: a close_notify is due. */
    public void closeOutbound() {
        lock.lock();
        try {
            if (outboundClosed) {
                return;
            }
            outboundClosed = true;
            if (phase == Phase.HANDSHAKING) {
                cancelHandshake();
            } else if (tls != null) {
                tls.sendCloseNotify();
            }
        } finally {
            releaseIfDone();
            lock.unlock();
        }
    }

    /** Whether nothing more will be taken. */
    public boolean isInboundDone() {
        lock.lock();
        try {
            return inboundClosed;
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing more will be given out. */
    public boolean isOutboundDone() {
        lock.lock();
        try {
            return outboundDone();
        } finally {
            lock.unlock();
        }
    }

    /** What was negotiated, or a session without anything before. */
    public SSLSession currentSession() {
        lock.lock();
        try {
            if (session == null) {
                session = context.nullSession();
            }
            return session;
        } finally {
            lock.unlock();
        }
    }

    /** The session in the making; null outside of handshakes. */
    public @Nullable SSLSession handshakeSession() {
        lock.lock();
        try {
            return handshakeSession;
        } finally {
            lock.unlock();
        }
    }

    /** The protocol that was agreed on, "" for none, null before. */
    public @Nullable String applicationProtocol() {
        lock.lock();
        try {
            return phase == Phase.ESTABLISHED ? applicationProtocol : null;
        } finally {
            lock.unlock();
        }
    }

    /** The protocol that this handshake has agreed on, "" for none, null outside of handshakes. */
    public @Nullable String handshakeApplicationProtocol() {
        lock.lock();
        try {
            return phase == Phase.HANDSHAKING ? applicationProtocol : null;
        } finally {
            lock.unlock();
        }
    }

    /** Sets the role; only before the first byte. */
    public void setUseClientMode(boolean mode) {
        lock.lock();
        try {
            if (phase != Phase.NEW) {
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
            if (phase != Phase.NEW) {
                throw new IllegalStateException("the handshake has begun");
            }
            this.host = host;
            this.port = port;
            session = null;
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
            return failure;
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
        JsseSession made = handshakeSession;
        if (made == null) {
            throw new IllegalStateException("no handshake is going on");
        }
        return made;
    }

    @Override
    public ConnectionParameters parameters() {
        return parameters;
    }

    @Override
    public void willShow(X509Certificate @Nullable [] chain) {
        if (client) {
            clientChain = chain;
        } else {
            session().setLocalCertificates(chain);
        }
    }

    /** The peer's name; null if there is none. */
    public @Nullable String peerHost() {
        return host;
    }

    /** The peer's port, or -1. */
    public int peerPort() {
        return port;
    }

    // The machine.

    private void requireMode() {
        if (!modeSet) {
            throw new IllegalStateException("Client/Server mode has not yet been set.");
        }
    }

    private void throwFailureOfTask() throws SSLException {
        SSLException thrown = thrownByTask;
        if (thrown != null) {
            thrownByTask = null;
            throw thrown;
        }
    }

    private void start() throws SSLException {
        phase = Phase.HANDSHAKING;
        JsseSession made = context.newSession(client, host, port);
        made.setMaximumPacketSize(parameters.maximumPacketSize());
        handshakeSession = made;
        try {
            if (client) {
                ClientSide begun = new ClientSide(context.clientConfigs(), this);
                side = begun;
                tls = begun.tls();
            } else {
                side = new ServerSide(context.serverConfigs(), this);
            }
        } catch (SSLHandshakeException | RuntimeException e) {
            throw fail(TlsFailures.of(e));
        }
    }

    /** RFC 8446 section 6.1: a peer should be told that a close_notify in a handshake is no error. */
    private void cancelHandshake() {
        TlsConnection current = tls;
        if (current == null) {
            plainAlert =
                    ByteBuffer.allocate(2 * PlainAlert.LENGTH)
                            .put(PlainAlert.userCanceled())
                            .put(PlainAlert.closeNotify())
                            .flip();
            return;
        }
        if (client && !serverHelloSeen() && !current.wantsWrite()) {
            plainAlert = ByteBuffer.wrap(PlainAlert.userCanceled());
        }
        current.sendCloseNotify();
    }

    private boolean serverHelloSeen() {
        JsseSession making = handshakeSession;
        return making != null && !making.getProtocol().equals(NO_PROTOCOL);
    }

    private void changeKeys() throws SSLException {
        TlsConnection established = established();
        if (!established.protocolVersion().equals(Optional.of(ProtocolVersion.TLSV1_3))) {
            throw new SSLHandshakeException(
                    "renegotiation of TLS 1.2 is not supported; TLS 1.3 would change keys");
        }
        try {
            established.refreshTrafficKeys();
        } catch (TlsException e) {
            throw fail(TlsFailures.of(e));
        }
        finishedDue = true;
    }

    private HandshakeStatus status() {
        if (outputPending() || thrownByTask != null) {
            return HandshakeStatus.NEED_WRAP;
        }
        if (outboundClosed && inboundClosed) {
            return HandshakeStatus.NOT_HANDSHAKING;
        }
        return switch (phase) {
            case NEW -> HandshakeStatus.NOT_HANDSHAKING;
            case HANDSHAKING ->
                    task != null
                            ? HandshakeStatus.NEED_TASK
                            : inboundClosed
                                    ? HandshakeStatus.NEED_WRAP
                                    : HandshakeStatus.NEED_UNWRAP;
            case ESTABLISHED ->
                    finishedDue ? HandshakeStatus.NEED_WRAP : HandshakeStatus.NOT_HANDSHAKING;
        };
    }

    private boolean outputPending() {
        TlsConnection current = tls;
        return plainAlert.hasRemaining() || (current != null && current.wantsWrite());
    }

    private boolean outboundDone() {
        return outboundClosed && !outputPending();
    }

    private static SSLEngineResult result(
            Status status, HandshakeStatus handshakeStatus, int consumed, int produced) {
        return new SSLEngineResult(status, handshakeStatus, consumed, produced);
    }

    private SSLEngineResult doWrap(ByteBuffer[] sources, int offset, int length, ByteBuffer target)
            throws SSLException {
        if (phase == Phase.NEW && !inboundClosed && !outboundClosed) {
            start();
        }
        if (outputPending()) {
            return flush(target);
        }
        if (finishedDue) {
            finishedDue = false;
            return result(Status.OK, HandshakeStatus.FINISHED, 0, 0);
        }
        if (outboundClosed || phase != Phase.ESTABLISHED) {
            boolean over = outboundClosed || inboundClosed;
            return result(over ? Status.CLOSED : Status.OK, status(), 0, 0);
        }
        return encrypt(sources, offset, length, target);
    }

    /** Gives out what the protocol has to say, and nothing of the application's. */
    private SSLEngineResult flush(ByteBuffer target) throws SSLException {
        boolean shaking = phase == Phase.HANDSHAKING || finishedDue;
        if (shaking && target.remaining() < packetBufferSize()) {
            return result(Status.BUFFER_OVERFLOW, status(), 0, 0);
        }
        int start = target.position();
        if (plainAlert.hasRemaining()) {
            if (target.remaining() < plainAlert.remaining()) {
                return result(Status.BUFFER_OVERFLOW, status(), 0, 0);
            }
            target.put(plainAlert);
        } else {
            try {
                established().wrap(NOTHING, target);
            } catch (TlsException e) {
                throw fail(TlsFailures.of(e));
            }
        }
        int produced = target.position() - start;
        if (produced == 0) {
            return result(Status.BUFFER_OVERFLOW, status(), 0, 0);
        }
        if (side != null && phase == Phase.HANDSHAKING) {
            side.sent(target.duplicate().flip().position(start));
        }
        if (finishedDue && !outputPending()) {
            finishedDue = false;
            return result(
                    outboundDone() ? Status.CLOSED : Status.OK,
                    HandshakeStatus.FINISHED,
                    0,
                    produced);
        }
        return result(outboundDone() ? Status.CLOSED : Status.OK, status(), 0, produced);
    }

    private SSLEngineResult encrypt(
            ByteBuffer[] sources, int offset, int length, ByteBuffer target) throws SSLException {
        int available = Buffers.remaining(sources, offset, length);
        if (available == 0) {
            return result(Status.OK, HandshakeStatus.NOT_HANDSHAKING, 0, 0);
        }
        RecordCipher cipher = cipher();
        int fragment = cipher.fragment(available);
        if (!cipher.fits(fragment, target)) {
            return result(Status.BUFFER_OVERFLOW, HandshakeStatus.NOT_HANDSHAKING, 0, 0);
        }
        try {
            int produced = cipher.encrypt(sources, offset, length, fragment, target);
            return result(Status.OK, status(), fragment, produced);
        } catch (TlsException e) {
            throw fail(TlsFailures.of(e));
        }
    }

    private SSLEngineResult doUnwrap(
            ByteBuffer source, ByteBuffer[] targets, int offset, int length) throws SSLException {
        if (inboundClosed) {
            return result(Status.CLOSED, status(), 0, 0);
        }
        if (phase == Phase.NEW && !outboundClosed) {
            start();
        }
        HandshakeStatus status = status();
        boolean shaking = phase != Phase.ESTABLISHED || finishedDue;
        if (status == HandshakeStatus.NEED_TASK
                || (shaking && !outboundClosed && outputPending())) {
            return result(Status.OK, status, 0, 0);
        }
        if (!source.hasRemaining()) {
            return result(Status.BUFFER_UNDERFLOW, status, 0, 0);
        }
        int record = RecordHeader.recordLength(source);
        if (record == RecordHeader.NO_RECORD || record > RecordHeader.MAX_RECORD) {
            throw refuseGarbage(source, record);
        }
        if (record > 0) {
            expect(record);
        }
        if (phase == Phase.ESTABLISHED) {
            int room = Buffers.remaining(targets, offset, length);
            if (record > 0 && room < cipher().largestPlaintext(record)) {
                return result(Status.BUFFER_OVERFLOW, status, 0, 0);
            }
        }
        if (record == RecordHeader.INCOMPLETE || source.remaining() < record) {
            return result(Status.BUFFER_UNDERFLOW, status, 0, 0);
        }
        return phase == Phase.ESTABLISHED
                ? decrypt(source, record, targets, offset, length)
                : shake(source, record);
    }

    /** Tells whoever asks the session for sizes that peers may send larger records than usual. */
    private void expect(int record) {
        JsseSession known = session != null ? session : handshakeSession;
        if (known != null && record > known.getPacketBufferSize()) {
            known.expectRecord(record);
        }
    }

    /** rustls finds the right alert for what is no record; if it sees nothing wrong, this does. */
    private SSLException refuseGarbage(ByteBuffer source, int record) {
        SSLException reason =
                record == RecordHeader.NO_RECORD
                        ? new SSLException("Unsupported or unrecognized SSL message")
                        : new SSLProtocolException(
                                "Input record too big: max = "
                                        + RecordHeader.MAX_RECORD
                                        + " len = "
                                        + record);
        Side current = side;
        if (current != null) {
            ByteBuffer head = source.duplicate();
            head.limit(head.position() + RecordHeader.LENGTH);
            try {
                current.feed(head);
            } catch (HandshakeRefusedException e) {
                plainAlert = ByteBuffer.wrap(e.alert());
                reason.addSuppressed(e.reason());
            } catch (TlsException | RuntimeException e) {
                reason.addSuppressed(e);
            }
        }
        return fail(reason);
    }

    private SSLEngineResult decrypt(
            ByteBuffer source, int record, ByteBuffer[] targets, int offset, int length)
            throws SSLException {
        RecordCipher cipher = cipher();
        int produced;
        try {
            produced = cipher.decrypt(source, record, targets, offset, length);
        } catch (TlsException e) {
            throw fail(TlsFailures.of(e));
        }
        if (cipher.peerClosed()) {
            peerHasClosed();
        }
        return result(inboundClosed ? Status.CLOSED : Status.OK, status(), record, produced);
    }

    /** With TLS 1.2 the other direction ends too (RFC 5246 section 7.2.1). */
    private void peerHasClosed() {
        closeNotifyReceived = true;
        inboundClosed = true;
        boolean answer = context.acknowledgesCloseNotify() || !establishedSession().isTls13();
        if (answer && !outboundClosed) {
            outboundClosed = true;
            established().sendCloseNotify();
        }
    }

    /** One record of the handshake: now, or in a task if it may block. */
    private SSLEngineResult shake(ByteBuffer source, int record) throws SSLException {
        Side current = side;
        if (current == null) {
            return result(Status.CLOSED, status(), 0, 0);
        }
        int limit = source.limit();
        source.limit(source.position() + record);
        try {
            if (outboundClosed) {
                leave(source);
            } else if (takeAlert(current, source)) {
                source.position(source.limit());
            } else if (current.mayBlock(RecordHeader.type(source))) {
                byte[] copy = new byte[record];
                source.get(copy);
                task = new HandshakeTask(this, ByteBuffer.wrap(copy));
            } else {
                step(current, source);
            }
        } finally {
            source.limit(limit);
        }
        if (finishedDue && !outputPending()) {
            finishedDue = false;
            return result(Status.OK, HandshakeStatus.FINISHED, record, 0);
        }
        return result(inboundClosed ? Status.CLOSED : Status.OK, status(), record, 0);
    }

    /**
     * After a handshake was given up, nothing goes on. What the peer still says of it is skipped; an
     * alert, or what may be one, is the end.
     */
    private void leave(ByteBuffer record) {
        if (RecordHeader.type(record) != RecordHeader.HANDSHAKE
                && RecordHeader.type(record) != RecordHeader.CHANGE_CIPHER_SPEC) {
            closeNotifyReceived = true;
            inboundClosed = true;
        }
        record.position(record.limit());
    }

    /** Deals with an alert in the clear, as far as it is not for rustls. */
    private boolean takeAlert(Side current, ByteBuffer record) throws SSLException {
        PlainAlert alert = PlainAlert.in(record).orElse(null);
        if (alert == null) {
            return false;
        }
        peerCanceled |= alert.description() == AlertDescription.USER_CANCELED && !alert.fatal();
        if (alert.description() == AlertDescription.CLOSE_NOTIFY) {
            peerClosedHandshake();
            return true;
        }
        if (current.tls() != null) {
            return false;
        }
        if (alert.fatal()) {
            alertReceived = true;
            throw fail(TlsFailures.received(alert.description()));
        }
        return peerCanceled;
    }

    private void peerClosedHandshake() throws SSLException {
        closeNotifyReceived = true;
        if (!peerCanceled) {
            throw fail(new SSLProtocolException("Received close_notify during handshake"));
        }
        inboundClosed = true;
        outboundClosed = true;
        cancelHandshake();
    }

    /** Runs a task; what it throws is thrown by the next wrap or unwrap. */
    void run(ByteBuffer record) {
        lock.lock();
        try {
            Side current = side;
            if (current != null && failure == null) {
                step(current, record);
            }
        } catch (SSLException e) {
            thrownByTask = e;
        } finally {
            task = null;
            lock.unlock();
        }
    }

    private void step(Side current, ByteBuffer record) throws SSLException {
        stepping = true;
        if (client && applicationProtocol == null && parameters.applicationProtocols().length == 0) {
            applicationProtocol = "";
        }
        try {
            CurrentHandshake.during(
                    this,
                    () -> {
                        current.feed(record);
                        return null;
                    });
            advance(current);
        } catch (HandshakeRefusedException e) {
            plainAlert = ByteBuffer.wrap(e.alert());
            throw fail(e.reason());
        } catch (Exception e) {
            alertReceived = e instanceof AlertReceivedException;
            throw fail(TlsFailures.of(e));
        } finally {
            stepping = false;
            record.position(record.limit());
        }
    }

    private void advance(Side current) throws SSLException {
        TlsConnection connection = current.tls();
        tls = connection;
        if (connection == null) {
            return;
        }
        if (applicationProtocol == null) {
            noteProtocol(connection);
        }
        if (outboundClosed) {
            connection.sendCloseNotify();
        }
        if (connection.peerHasClosed()) {
            peerClosedHandshake();
            return;
        }
        if (!connection.isHandshaking()) {
            complete(current, connection);
        }
    }

    private void noteProtocol(TlsConnection connection) {
        if (!client || !connection.isHandshaking()) {
            applicationProtocol = connection.alpnProtocol().orElse("");
        } else {
            connection.alpnProtocol().ifPresent(protocol -> applicationProtocol = protocol);
        }
    }

    private void complete(Side current, TlsConnection connection) throws SSLHandshakeException {
        if (client) {
            session().setLocalCertificates(clientChain);
        }
        JsseSession made = current.complete();
        session = made;
        cipher =
                new RecordCipher(
                        connection,
                        RecordSizes.of(
                                made.isTls13(),
                                connection.negotiatedCipherSuite().orElseThrow(),
                                parameters.maximumPacketSize()));
        handshakeSession = null;
        phase = Phase.ESTABLISHED;
        finishedDue = true;
        HandshakeEvents.completed(
                made,
                client,
                connection.handshakeKind().equals(Optional.of(HandshakeKind.RESUMED)));
    }

    private JsseSession establishedSession() {
        JsseSession known = session;
        if (known == null) {
            throw new IllegalStateException("the handshake is not done");
        }
        return known;
    }

    private RecordCipher cipher() {
        RecordCipher known = cipher;
        if (known == null) {
            throw new IllegalStateException("the handshake is not done");
        }
        return known;
    }

    private TlsConnection established() {
        TlsConnection known = tls;
        if (known == null) {
            throw new IllegalStateException("there is no connection yet");
        }
        return known;
    }

    private int packetBufferSize() {
        JsseSession known = session != null ? session : handshakeSession;
        return known == null ? RecordHeader.MAX_RECORD : known.getPacketBufferSize();
    }

    /** Ends the connection. The alert, if there is one, is given out by wrap. */
    private SSLException fail(SSLException reason) {
        if (failure != null) {
            return failure;
        }
        failure = reason;
        if (phase == Phase.HANDSHAKING) {
            failHandshake(reason);
        }
        inboundClosed = true;
        outboundClosed = true;
        finishedDue = false;
        JsseSession making = handshakeSession;
        if (making != null) {
            making.invalidate();
            handshakeSession = null;
        }
        if (session != null) {
            session.invalidate();
        }
        return reason;
    }

    private void failHandshake(SSLException reason) {
        if (side != null) {
            side.failed();
        }
        if (!outputPending() && !alertReceived && !outboundClosed) {
            sayWhy(reason);
        }
    }

    /** For failures that are not rustls's own. Without keys, or it could not be told. */
    private void sayWhy(SSLException reason) {
        if (tls != null) {
            tls.sendCloseNotify();
        } else if (side != null) {
            plainAlert =
                    ByteBuffer.wrap(
                            PlainAlert.fatal(
                                    reason instanceof SSLProtocolException
                                            ? AlertDescription.UNEXPECTED_MESSAGE
                                            : AlertDescription.INTERNAL_ERROR));
        }
    }

    /** rustls is not needed any more when both directions are done. */
    private void releaseIfDone() {
        if (inboundClosed && outboundDone() && !stepping && side != null) {
            side.close();
            side = null;
            tls = null;
        }
    }
}
