package io.rustls4j.jsse.connection;

import io.rustls4j.ProtocolVersion;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.jsse.context.ContextState;
import io.rustls4j.jsse.session.JsseSession;
import io.rustls4j.wire.PlainAlert;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * What the methods of an engine do in which state. Guarded by its connection, but for nothing else.
 */
final class StateMachine {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private enum Phase {
        NEW,
        HANDSHAKING,
        ESTABLISHED
    }

    private final JsseConnection connection;
    private final ContextState context;

    private Phase phase = Phase.NEW;

    /** Null before it begins, and again some time after it is done: connections live for long. */
    private @Nullable Handshake handshake;

    private @Nullable TlsConnection tls;
    private @Nullable JsseSession session;
    private @Nullable RecordCipher cipher;
    private @Nullable String applicationProtocol;
    private @Nullable SSLException failure;
    private @Nullable SSLException thrownByTask;

    /** FINISHED is still to be reported: by a wrap or unwrap, never by a task. */
    private boolean finishedDue;

    /** Alerts from before there were keys. */
    private ByteBuffer plainAlerts = NOTHING;

    private boolean closeNotifyReceived;
    private boolean inboundClosed;
    private boolean outboundClosed;
    private boolean released;

    StateMachine(JsseConnection connection, ContextState context) {
        this.connection = connection;
        this.context = context;
    }

    // What is the matter.

    boolean isNew() {
        return phase == Phase.NEW;
    }

    boolean isInboundClosed() {
        return inboundClosed;
    }

    boolean isOutboundClosed() {
        return outboundClosed;
    }

    boolean isOutboundDone() {
        return outboundClosed && !isOutputPending();
    }

    boolean isOutputPending() {
        TlsConnection current = tls;
        return plainAlerts.hasRemaining() || (current != null && current.wantsWrite());
    }

    /** Whether a manager asks from within a step of the handshake. */
    boolean isStepping() {
        return handshake != null && handshake.isStepping();
    }

    @Nullable SSLException failure() {
        return failure;
    }

    @Nullable TlsConnection tls() {
        return tls;
    }

    /** The handshake that goes on; null outside of one. */
    @Nullable Handshake handshake() {
        return phase == Phase.HANDSHAKING && failure == null ? handshake : null;
    }

    @Nullable String applicationProtocol() {
        return handshake == null ? applicationProtocol : handshake.applicationProtocol();
    }

    JsseSession session() {
        JsseSession known = session;
        if (known == null) {
            known = context.nullSession();
            session = known;
        }
        return known;
    }

    /** The peer has become another one before anything was said. */
    void forgetSession() {
        session = null;
    }

    HandshakeStatus status() {
        if (isOutputPending() || thrownByTask != null) {
            return HandshakeStatus.NEED_WRAP;
        }
        if (outboundClosed && inboundClosed) {
            return HandshakeStatus.NOT_HANDSHAKING;
        }
        return switch (phase) {
            case NEW -> HandshakeStatus.NOT_HANDSHAKING;
            case HANDSHAKING ->
                    running().isTaskDue()
                            ? HandshakeStatus.NEED_TASK
                            : inboundClosed
                                    ? HandshakeStatus.NEED_WRAP
                                    : HandshakeStatus.NEED_UNWRAP;
            case ESTABLISHED ->
                    finishedDue ? HandshakeStatus.NEED_WRAP : HandshakeStatus.NOT_HANDSHAKING;
        };
    }

    // Beginning and ending.

    void begin() throws SSLException {
        if (outboundClosed || inboundClosed) {
            throw failure != null
                    ? failure
                    : new SSLException("Cannot kickstart, the connection is broken or closed");
        }
        switch (phase) {
            case NEW -> start();
            case HANDSHAKING -> {}
            case ESTABLISHED -> changeKeys();
        }
    }

    private void start() throws SSLException {
        JsseSession made =
                context.newSession(
                        connection.isClient(), connection.peerHost(), connection.peerPort());
        made.setMaximumPacketSize(connection.parameters().maximumPacketSize());
        Handshake begun = new Handshake(connection, this, made);
        handshake = begun;
        phase = Phase.HANDSHAKING;
        try {
            begun.start(context);
        } catch (SSLException | RuntimeException e) {
            throw fail(TlsFailures.of(e));
        }
    }

    private void changeKeys() throws SSLException {
        TlsConnection current = established();
        if (!current.protocolVersion().equals(Optional.of(ProtocolVersion.TLSV1_3))) {
            throw new SSLHandshakeException(
                    "renegotiation of TLS 1.2 is not supported; TLS 1.3 would change keys");
        }
        try {
            current.refreshTrafficKeys();
        } catch (TlsException e) {
            throw fail(TlsFailures.of(e));
        }
        finishedDue = true;
    }

    void establish(JsseSession agreed, RecordCipher records) {
        session = agreed;
        cipher = records;
        phase = Phase.ESTABLISHED;
        finishedDue = true;
    }

    void closeInbound() throws SSLException {
        if (inboundClosed) {
            return;
        }
        inboundClosed = true;
        if (!closeNotifyReceived && phase != Phase.NEW) {
            throw new SSLException("closing inbound before receiving peer's close_notify");
        }
    }

    void closeNotifyReceived() {
        closeNotifyReceived = true;
        inboundClosed = true;
    }

    void closeOutbound() {
        if (outboundClosed) {
            return;
        }
        outboundClosed = true;
        switch (phase) {
            case NEW -> {}
            case HANDSHAKING -> running().cancel();
            case ESTABLISHED -> established().sendCloseNotify();
        }
    }

    /** Ends the connection. The alert, if there is one, is given out by wrap. */
    SSLException fail(SSLException reason) {
        if (failure != null) {
            return failure;
        }
        if (phase == Phase.HANDSHAKING) {
            running().failed(reason);
        }
        failure = reason;
        inboundClosed = true;
        outboundClosed = true;
        finishedDue = false;
        if (session != null) {
            session.invalidate();
        }
        return reason;
    }

    /** Has alerts given out as they are, after what rustls has: a hello, if anything. */
    void say(byte[]... alerts) {
        ByteBuffer all = ByteBuffer.allocate(alerts.length * PlainAlert.LENGTH);
        for (byte[] alert : alerts) {
            if (all.remaining() < alert.length) {
                all = ByteBuffer.allocate(all.capacity() + alert.length).put(all.flip());
            }
            all.put(alert);
        }
        plainAlerts = all.flip();
    }

    /** What rustls has to say is not sent: it would go on with a peer that is refused. */
    void silence() {
        tls = null;
    }

    void setTls(TlsConnection made) {
        tls = made;
    }

    /**
     * Lets go of what is not needed any more: the handshake when it is done, rustls when both
     * directions are.
     */
    void releaseIfDone() {
        if (isStepping()) {
            return;
        }
        if (phase == Phase.ESTABLISHED && handshake != null) {
            applicationProtocol = handshake.applicationProtocol();
            handshake = null;
        }
        if (inboundClosed && isOutboundDone() && !released && phase != Phase.NEW) {
            released = true;
            close();
        }
    }

    private void close() {
        if (handshake != null) {
            handshake.close();
        } else {
            established().close();
        }
        tls = null;
    }

    // Tasks.

    @Nullable Runnable handOutTask() {
        Handshake current = handshake();
        return current == null ? null : current.handOutTask();
    }

    /** What a task throws is thrown by the next wrap or unwrap. */
    void runTask(ByteBuffer record) {
        try {
            running().run(record);
        } catch (SSLException e) {
            thrownByTask = e;
        }
    }

    void throwFailureOfTask() throws SSLException {
        SSLException thrown = thrownByTask;
        if (thrown != null) {
            thrownByTask = null;
            throw thrown;
        }
    }

    // Wrapping.

    SSLEngineResult wrap(ByteBuffer source, ByteBuffer target) throws SSLException {
        int available = source.remaining();
        SSLEngineResult instead = insteadOfEncrypting(available, target);
        if (instead != null) {
            return instead;
        }
        RecordCipher records = cipher();
        int fragment = records.fragment(available);
        try {
            int produced = records.encrypt(source, fragment, target);
            return result(Status.OK, records.encrypted(), produced);
        } catch (TlsException e) {
            throw fail(TlsFailures.of(e));
        }
    }

    SSLEngineResult wrap(ByteBuffer[] sources, int offset, int length, ByteBuffer target)
            throws SSLException {
        int available = Buffers.remaining(sources, offset, length);
        SSLEngineResult instead = insteadOfEncrypting(available, target);
        if (instead != null) {
            return instead;
        }
        RecordCipher records = cipher();
        int fragment = records.fragment(available);
        try {
            int produced = records.encrypt(sources, offset, length, fragment, target);
            return result(Status.OK, records.encrypted(), produced);
        } catch (TlsException e) {
            throw fail(TlsFailures.of(e));
        }
    }

    /** What comes first, or why plaintext cannot be encrypted; null if it can. */
    private @Nullable SSLEngineResult insteadOfEncrypting(int available, ByteBuffer target)
            throws SSLException {
        if (phase == Phase.NEW && !inboundClosed && !outboundClosed) {
            start();
        }
        if (isOutputPending()) {
            return flush(target);
        }
        if (finishedDue) {
            return finished(Status.OK, 0, 0);
        }
        if (outboundClosed || phase != Phase.ESTABLISHED) {
            boolean over = outboundClosed || inboundClosed;
            return result(over ? Status.CLOSED : Status.OK, 0, 0);
        }
        if (available == 0) {
            return result(Status.OK, 0, 0);
        }
        RecordCipher records = cipher();
        return records.fits(records.fragment(available), target)
                ? null
                : result(Status.BUFFER_OVERFLOW, 0, 0);
    }

    /** Gives out what the protocol has to say, and nothing of the application's. */
    private SSLEngineResult flush(ByteBuffer target) throws SSLException {
        boolean shaking = phase == Phase.HANDSHAKING || finishedDue;
        if (shaking && target.remaining() < packetBufferSize()) {
            return result(Status.BUFFER_OVERFLOW, 0, 0);
        }
        int start = target.position();
        if (tls != null && tls.wantsWrite()) {
            flushTls(target);
        } else {
            flushAlert(target);
        }
        int produced = target.position() - start;
        if (produced == 0) {
            return result(Status.BUFFER_OVERFLOW, 0, 0);
        }
        if (phase == Phase.HANDSHAKING) {
            running().sent(target, start);
        }
        Status status = isOutboundDone() ? Status.CLOSED : Status.OK;
        return finishedDue && !isOutputPending()
                ? finished(status, 0, produced)
                : result(status, 0, produced);
    }

    private void flushAlert(ByteBuffer target) {
        int length = RecordHeader.recordLength(plainAlerts);
        if (target.remaining() >= length) {
            target.put(plainAlerts.slice(plainAlerts.position(), length));
            plainAlerts.position(plainAlerts.position() + length);
        }
    }

    private void flushTls(ByteBuffer target) throws SSLException {
        try {
            established().wrap(NOTHING, target);
        } catch (TlsException e) {
            throw fail(TlsFailures.of(e));
        }
    }

    // Unwrapping.

    SSLEngineResult unwrap(ByteBuffer source, ByteBuffer target) throws SSLException {
        SSLEngineResult instead = insteadOfDecrypting(source, target.remaining());
        if (instead != null) {
            return instead;
        }
        int record = RecordHeader.recordLength(source);
        try {
            int produced = cipher().decrypt(source, record, target);
            return decrypted(record, produced);
        } catch (TlsException e) {
            throw fail(TlsFailures.of(e));
        }
    }

    SSLEngineResult unwrap(ByteBuffer source, ByteBuffer[] targets, int offset, int length)
            throws SSLException {
        SSLEngineResult instead =
                insteadOfDecrypting(source, Buffers.remaining(targets, offset, length));
        if (instead != null) {
            return instead;
        }
        int record = RecordHeader.recordLength(source);
        try {
            int produced = cipher().decrypt(source, record, targets, offset, length);
            return decrypted(record, produced);
        } catch (TlsException e) {
            throw fail(TlsFailures.of(e));
        }
    }

    /** What comes of a record that is not to be decrypted yet; null if it is. */
    private @Nullable SSLEngineResult insteadOfDecrypting(ByteBuffer source, int room)
            throws SSLException {
        if (inboundClosed) {
            return result(Status.CLOSED, 0, 0);
        }
        if (phase == Phase.NEW && !outboundClosed) {
            start();
        }
        boolean shaking = phase != Phase.ESTABLISHED || finishedDue;
        boolean mustWrapFirst = shaking && !outboundClosed && isOutputPending();
        if (mustWrapFirst || status() == HandshakeStatus.NEED_TASK) {
            return result(Status.OK, 0, 0);
        }
        if (!source.hasRemaining()) {
            return result(Status.BUFFER_UNDERFLOW, 0, 0);
        }
        int record = RecordHeader.recordLength(source);
        if (record == RecordHeader.NO_RECORD || record > RecordHeader.MAX_RECORD) {
            throw refuseGarbage(source, record);
        }
        if (record > 0) {
            expect(record);
            if (phase == Phase.ESTABLISHED && room < cipher().largestPlaintext(record)) {
                return result(Status.BUFFER_OVERFLOW, 0, 0);
            }
        }
        if (record == RecordHeader.INCOMPLETE || source.remaining() < record) {
            return result(Status.BUFFER_UNDERFLOW, 0, 0);
        }
        return phase == Phase.ESTABLISHED ? null : shake(source, record);
    }

    /** Tells whoever asks the session for sizes that peers may send larger records than usual. */
    private void expect(int record) {
        JsseSession known = currentOrMaking();
        if (known != null && record > known.getPacketBufferSize()) {
            known.expectRecord(record);
        }
    }

    private SSLException refuseGarbage(ByteBuffer source, int record) {
        SSLException reason =
                record == RecordHeader.NO_RECORD
                        ? new SSLException("Unsupported or unrecognized SSL message")
                        : new SSLProtocolException(
                                "Input record too big: max = "
                                        + RecordHeader.MAX_RECORD
                                        + " len = "
                                        + record);
        ByteBuffer head = source.duplicate();
        head.limit(head.position() + RecordHeader.LENGTH);
        if (handshake != null) {
            handshake.feedGarbage(head, reason);
        } else if (tls != null) {
            feedGarbage(tls, head, reason);
        }
        return fail(reason);
    }

    /** Bytes that are no record: rustls knows the right alert. */
    private static void feedGarbage(TlsConnection to, ByteBuffer head, SSLException reason) {
        try {
            to.unwrap(head, ByteBuffer.allocate(1));
        } catch (TlsException | RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private SSLEngineResult decrypted(int record, int produced) {
        if (cipher().peerClosed()) {
            peerHasClosed();
        }
        return result(inboundClosed ? Status.CLOSED : Status.OK, record, produced);
    }

    /** With TLS 1.2 the other direction ends too (RFC 5246 section 7.2.1). */
    private void peerHasClosed() {
        closeNotifyReceived();
        if (context.acknowledgesCloseNotify() || !session().isTls13()) {
            closeOutbound();
        }
    }

    private SSLEngineResult shake(ByteBuffer source, int record) throws SSLException {
        if (phase == Phase.NEW) {
            return result(Status.CLOSED, 0, 0);
        }
        int limit = source.limit();
        source.limit(source.position() + record);
        try {
            running().take(source);
        } finally {
            source.limit(limit);
        }
        return finishedDue && !isOutputPending()
                ? finished(Status.OK, record, 0)
                : result(inboundClosed ? Status.CLOSED : Status.OK, record, 0);
    }

    private SSLEngineResult result(Status status, int consumed, int produced) {
        return new SSLEngineResult(status, status(), consumed, produced);
    }

    private SSLEngineResult finished(Status status, int consumed, int produced) {
        finishedDue = false;
        return new SSLEngineResult(status, HandshakeStatus.FINISHED, consumed, produced);
    }

    private @Nullable JsseSession currentOrMaking() {
        return phase == Phase.HANDSHAKING ? running().session() : session;
    }

    private int packetBufferSize() {
        JsseSession known = currentOrMaking();
        return known == null ? RecordHeader.MAX_RECORD : known.getPacketBufferSize();
    }

    private Handshake running() {
        Handshake known = handshake;
        if (known == null) {
            throw new IllegalStateException("the handshake has not begun");
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
}
