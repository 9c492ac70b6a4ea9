package io.rustls4j.jdk;

import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.EnginePanicException;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.TlsException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Drives an {@link SSLEngine} record by record. After each step its tasks are run and its own
 * output is taken out, so that between calls it never waits for anything but input.
 */
final class EngineDriver {
    private final SSLEngine engine;
    private final EngineRecords records;
    private final HandshakeState state;
    private final boolean requireEms;
    private final EngineOutput output = new EngineOutput();
    private final ServerFlightWatcher serverFlight = new ServerFlightWatcher();
    private boolean finished;
    private boolean closing;
    private boolean peerClosed;
    private byte @Nullable [] closeReply;
    private @Nullable TlsException failure;

    EngineDriver(SSLEngine engine, HandshakeState state, boolean requireEms) {
        this.engine = engine;
        this.records = new EngineRecords(engine);
        this.state = state;
        this.requireEms = requireEms;
    }

    SSLEngine engine() {
        return engine;
    }

    EngineOutput output() {
        return output;
    }

    ServerFlightWatcher serverFlight() {
        return serverFlight;
    }

    boolean isFinished() {
        return finished;
    }

    boolean isPeerClosed() {
        return peerClosed;
    }

    @Nullable TlsException failure() {
        return failure;
    }

    /** Whether there is any use for input. */
    boolean takesInput() {
        return failure == null && !peerClosed;
    }

    /** Begins the handshake; a client then has a hello to send. */
    void start() {
        step(engine::beginHandshake);
    }

    /**
     * Hands one record to the engine.
     *
     * @param record the record, whose bytes may be changed
     * @param plaintext where its plaintext goes, as far as it fits
     * @param rest where the rest goes
     */
    void feed(byte[] record, ByteBuffer plaintext, ByteQueue rest) {
        if (engine.getUseClientMode() && breaksEms(record)) {
            return;
        }
        AlertDescription told = finished ? null : Records.plainFatalAlert(record);
        step(() -> decrypt(ByteBuffer.wrap(record), plaintext, rest));
        if (told != null && failure instanceof ProtocolErrorException) {
            // The peer gave up before it had keys; the JDK only saw a record that does not decrypt.
            failure = new AlertReceivedException(told);
        }
        peerClosed |= failure == null && engine.isInboundDone();
    }

    /**
     * Encrypts one record of plaintext.
     *
     * @param ciphertext where the record goes; what does not fit waits in the output
     */
    void encrypt(ByteBuffer plaintext, ByteBuffer ciphertext) throws TlsException {
        step(() -> note(records.encrypt(plaintext, ciphertext, output)));
        throwIfFailed();
    }

    /**
     * Sends close_notify. In TLS 1.2 the JDK has answered the peer's by itself, which the caller of
     * this has not asked for: that answer has been kept for now.
     */
    void closeOutbound() {
        closing = true;
        byte[] reply = closeReply;
        if (reply != null) {
            output.add(reply);
            closeReply = null;
        } else {
            step(engine::closeOutbound);
        }
    }

    /** In TLS 1.3, JSSE takes a second handshake for a change of keys. */
    void updateKeys() throws TlsException {
        step(engine::beginHandshake);
        throwIfFailed();
    }

    /** Gives up for a reason of our own, while nothing that is sent is encrypted yet. */
    void refuseInTheClear(Refusal refusal) {
        output.replaceBy(refusal.alert());
        failure = refusal.toException(refusal.alert());
    }

    /** Gives up without telling the peer. */
    void fail(TlsException reason) {
        failure = reason;
    }

    private void throwIfFailed() throws TlsException {
        TlsException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    private void step(HandshakeState.Step<SSLException> step) {
        if (failure != null) {
            return;
        }
        try {
            state.run(
                    () -> {
                        step.run();
                        settle();
                    });
        } catch (SSLException | RuntimeException e) {
            judge(e);
        } catch (Error e) {
            failure = new EnginePanicException("the JDK's TLS failed: " + e);
            throw e;
        }
    }

    private void decrypt(ByteBuffer record, ByteBuffer plaintext, ByteQueue rest)
            throws SSLException {
        while (record.hasRemaining() && failure == null && !engine.isInboundDone()) {
            int before = record.remaining();
            note(records.decrypt(record, plaintext, rest));
            settle();
            if (record.remaining() == before) {
                throw new IllegalStateException(
                        "the JDK takes no input, in state " + engine.getHandshakeStatus());
            }
        }
    }

    /** Runs tasks and takes output until the engine wants input, or nothing. */
    private void settle() throws SSLException {
        while (failure == null) {
            HandshakeStatus status = engine.getHandshakeStatus();
            if (isRenegotiation(status)) {
                refuseRenegotiation();
            } else if (status == HandshakeStatus.NEED_TASK) {
                runTasks();
            } else if (status != HandshakeStatus.NEED_WRAP || !takeOwn()) {
                return;
            }
        }
    }

    /** What a task has thrown, the JDK throws at the next call. */
    private void runTasks() throws SSLException {
        for (Runnable task = engine.getDelegatedTask();
                task != null;
                task = engine.getDelegatedTask()) {
            task.run();
        }
        takeOwn();
    }

    private boolean takeOwn() throws SSLException {
        SSLEngineResult result = records.takeOwn(this::keepOwn);
        note(result);
        return result.bytesProduced() > 0
                || result.getHandshakeStatus() == HandshakeStatus.FINISHED;
    }

    private void keepOwn(byte[] record) {
        if (isReplyToClose()) {
            closeReply = record;
        } else if (engine.getUseClientMode() || !breaksEms(record)) {
            output.add(record);
        }
    }

    private boolean isReplyToClose() {
        return finished && !closing && isTls12() && engine.isInboundDone();
    }

    /** rustls has no renegotiation, and the peer would not be who it was before. */
    private boolean isRenegotiation(HandshakeStatus status) {
        boolean begun =
                status == HandshakeStatus.NEED_TASK
                        || (status == HandshakeStatus.NEED_WRAP
                                && !closing
                                && !engine.isInboundDone());
        return finished && begun && isTls12();
    }

    /**
     * The JDK cannot send no_renegotiation for us; what it has begun to send instead is dropped.
     */
    private void refuseRenegotiation() throws SSLException {
        engine.closeOutbound();
        List<byte[]> words = new ArrayList<>();
        while (records.takeOwn(words::add).bytesProduced() > 0) {
            // The last of them is the close_notify.
        }
        output.add(words.getLast());
        failure =
                new ProtocolErrorException(
                        ProtocolErrorException.Kind.INAPPROPRIATE_MESSAGE,
                        "the peer asked for a renegotiation",
                        AlertDescription.CLOSE_NOTIFY,
                        null);
    }

    private boolean breaksEms(byte[] record) {
        if (finished) {
            return false;
        }
        serverFlight.observe(record);
        if (!requireEms || !serverFlight.lacksExtendedMasterSecret()) {
            return false;
        }
        refuseInTheClear(
                new Refusal.Protocol(
                        ProtocolErrorException.Kind.PEER_INCOMPATIBLE,
                        AlertDescription.HANDSHAKE_FAILURE,
                        "the peer does not support the extended master secret (RFC 7627), which is"
                                + " required here",
                        null));
        return true;
    }

    private boolean isTls12() {
        return engine.getSession().getProtocol().equals(ProtocolVersion.TLSV1_2.toString());
    }

    private void note(SSLEngineResult result) {
        finished |= result.getHandshakeStatus() == HandshakeStatus.FINISHED;
    }

    private void judge(Exception thrown) {
        closing = true;
        boolean said = takeLastWords();
        if (EngineFailure.isCloseInHandshake(thrown)) {
            peerClosed = true;
        } else {
            failure = EngineFailure.of(thrown, state.refusal(), output, said);
        }
    }

    /** Takes out what the engine still has to say, and tells whether that was anything. */
    private boolean takeLastWords() {
        boolean any = false;
        try {
            while (takeOwn()) {
                any = true;
            }
        } catch (SSLException | RuntimeException e) {
            // The engine repeats why it failed, which is known, and has nothing more to say.
            return any;
        }
        return any;
    }
}
