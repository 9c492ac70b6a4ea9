package io.rustls4j.jsse.connection;

import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.HandshakeKind;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.jsse.context.ContextState;
import io.rustls4j.jsse.events.HandshakeEvents;
import io.rustls4j.jsse.handshake.CurrentHandshake;
import io.rustls4j.jsse.parameters.TrustTerms;
import io.rustls4j.jsse.session.JsseSession;
import io.rustls4j.wire.ContentType;
import io.rustls4j.wire.PlainAlert;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLProtocolException;
import org.jspecify.annotations.Nullable;

/** A connection until it is established: one record at a time, in a task where it may block. */
final class Handshake {
    private static final String NO_PROTOCOL = "NONE";

    private final JsseConnection connection;
    private final StateMachine machine;
    private final JsseSession session;
    private final Judgement judgement;
    private @Nullable Side side;
    private @Nullable HandshakeTask task;

    /** Whether a step runs: managers may call back on the same thread. */
    private boolean stepping;

    private X509Certificate @Nullable [] clientChain;
    private boolean alertReceived;
    private boolean peerCanceled;
    private @Nullable String applicationProtocol;

    Handshake(JsseConnection connection, StateMachine machine, JsseSession session) {
        this.connection = connection;
        this.machine = machine;
        this.session = session;
        this.judgement = new Judgement(connection.parameters());
    }

    void start(ContextState context) throws SSLException {
        if (connection.isClient()) {
            ClientSide made = new ClientSide(context.clientConfigs(), connection);
            side = made;
            machine.setTls(made.tls());
        } else {
            side = new ServerSide(context.serverConfigs(), connection);
        }
    }

    JsseSession session() {
        return session;
    }

    Judgement judgement() {
        return judgement;
    }

    @Nullable String applicationProtocol() {
        Side current = side;
        return applicationProtocol == null && current != null
                ? current.announcedProtocol()
                : applicationProtocol;
    }

    boolean isStepping() {
        return stepping;
    }

    boolean isTaskDue() {
        return task != null;
    }

    @Nullable Runnable handOutTask() {
        HandshakeTask next = task;
        return next != null && next.handOut() ? next : null;
    }

    /** Remembers what a client shows: rustls asks before it has judged the server. */
    void willShow(X509Certificate @Nullable [] chain) {
        if (connection.isClient()) {
            clientChain = chain;
        } else {
            session.setLocalCertificates(chain);
        }
    }

    /** Takes one record: now, or in a task if it may block. */
    void take(ByteBuffer record) throws SSLException {
        Side current = side();
        if (machine.isOutboundClosed()) {
            leave(record);
        } else if (takeAlert(current, record)) {
            record.position(record.limit());
        } else if (current.mayBlock(RecordHeader.type(record)) || judgement.isDue()) {
            task = new HandshakeTask(connection, record);
        } else {
            step(record);
        }
    }

    /** The task has begun; whatever comes of it, it is not due any more. */
    void run(ByteBuffer record) throws SSLException {
        try {
            if (machine.failure() == null) {
                step(record);
            }
        } finally {
            task = null;
        }
    }

    void sent(ByteBuffer target, int start) {
        side().sent(target, start);
    }

    /**
     * After a handshake was given up, nothing goes on. What the peer still says of it is skipped;
     * an alert, or what may be one, is the end.
     */
    private void leave(ByteBuffer record) {
        int type = RecordHeader.type(record);
        if (type != ContentType.HANDSHAKE && type != ContentType.CHANGE_CIPHER_SPEC) {
            machine.closeNotifyReceived();
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
            peerClosed();
            return true;
        }
        if (current.tls() != null) {
            return false;
        }
        if (alert.fatal()) {
            alertReceived = true;
            throw machine.fail(TlsFailures.received(alert.description()));
        }
        return peerCanceled;
    }

    private void peerClosed() throws SSLException {
        machine.closeNotifyReceived();
        if (!peerCanceled) {
            throw machine.fail(new SSLProtocolException("Received close_notify during handshake"));
        }
        machine.closeOutbound();
    }

    /**
     * RFC 8446 section 6.1: a peer should be told that a close_notify in a handshake is no error.
     */
    void cancel() {
        TlsConnection tls = machine.tls();
        if (tls == null) {
            machine.say(PlainAlert.userCanceled(), PlainAlert.closeNotify());
            return;
        }
        boolean serverHelloSeen = !session.getProtocol().equals(NO_PROTOCOL);
        if (connection.isClient() && !serverHelloSeen) {
            machine.say(PlainAlert.userCanceled(), PlainAlert.closeNotify());
        } else {
            tls.sendCloseNotify();
        }
    }

    private void step(ByteBuffer record) throws SSLException {
        Side current = side();
        stepping = true;
        if (connection.isClient() && connection.parameters().applicationProtocols().length == 0) {
            applicationProtocol = "";
        }
        try {
            CurrentHandshake.during(
                    connection,
                    () -> {
                        current.feed(record);
                        return null;
                    });
            advance(current);
        } catch (HandshakeRefusedException e) {
            machine.silence();
            machine.say(e.alert());
            throw machine.fail(e.reason());
        } catch (Exception e) {
            alertReceived = e instanceof AlertReceivedException;
            throw machine.fail(TlsFailures.of(e));
        } finally {
            stepping = false;
            record.position(record.limit());
        }
    }

    private void advance(Side current) throws Exception {
        TlsConnection tls = current.tls();
        if (tls == null) {
            return;
        }
        machine.setTls(tls);
        if (applicationProtocol == null) {
            noteProtocol(tls);
        }
        judge(current, tls);
        if (tls.peerHasClosed()) {
            peerClosed();
        } else if (!tls.isHandshaking()) {
            complete(current, tls);
        }
    }

    /**
     * rustls has taken its peer by what was settled before, or as one that it knows. Whatever has
     * been asked for since then is still to be met.
     */
    private void judge(Side current, TlsConnection tls) throws Exception {
        if (!judgement.isDue() || tls.peerCertificates().isEmpty()) {
            return;
        }
        TrustTerms wanted = judgement.wanted();
        CurrentHandshake.during(
                connection,
                () -> {
                    current.judge();
                    return null;
                });
        judgement.meet(wanted);
    }

    private void noteProtocol(TlsConnection tls) {
        Optional<String> protocol = tls.alpnProtocol();
        if (protocol.isPresent() || !connection.isClient() || !tls.isHandshaking()) {
            applicationProtocol = protocol.orElse("");
        }
    }

    private void complete(Side current, TlsConnection tls) throws SSLHandshakeException {
        if (connection.isClient()) {
            session.setLocalCertificates(clientChain);
        }
        JsseSession agreed = current.complete(!judgement.isWaived());
        RecordSizes sizes =
                RecordSizes.of(
                        agreed.isTls13(),
                        tls.negotiatedCipherSuite().orElseThrow(),
                        connection.parameters().maximumPacketSize());
        machine.establish(agreed, new RecordCipher(tls, sizes));
        HandshakeEvents.completed(
                agreed,
                connection.isClient(),
                tls.handshakeKind().equals(Optional.of(HandshakeKind.RESUMED)));
    }

    /** Bytes that are no record: rustls may know the right alert. */
    void feedGarbage(ByteBuffer head, SSLException reason) {
        try {
            side().feed(head);
        } catch (HandshakeRefusedException e) {
            machine.say(e.alert());
            reason.addSuppressed(e.reason());
        } catch (TlsException | RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /** The handshake has failed; the peer is told if rustls has not done so already. */
    void failed(SSLException reason) {
        session.invalidate();
        Side current = side;
        if (current == null) {
            return;
        }
        current.failed();
        if (machine.isOutputPending() || alertReceived || machine.isOutboundClosed()) {
            return;
        }
        TlsConnection tls = machine.tls();
        if (tls != null) {
            tls.sendCloseNotify();
        } else {
            machine.say(
                    PlainAlert.fatal(
                            reason instanceof SSLProtocolException
                                    ? AlertDescription.UNEXPECTED_MESSAGE
                                    : AlertDescription.INTERNAL_ERROR));
        }
    }

    /** Gives back what rustls has, the established connection included. */
    void close() {
        Side current = side;
        if (current != null) {
            current.close();
        }
    }

    private Side side() {
        Side known = side;
        if (known == null) {
            throw new IllegalStateException("the handshake has not begun");
        }
        return known;
    }
}
