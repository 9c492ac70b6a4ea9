package io.rustls4j.jdk;

import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.TlsException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Drives an {@link SSLEngine} record by record. After each step its tasks are run and its own output is taken out, so
 * that between calls it never waits for anything but input.
 */
final class EngineDriver {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final String CLOSED_IN_HANDSHAKE = "Received close_notify during handshake";

    private final SSLEngine engine;
    private final HandshakeState state;
    private final boolean requireEms;
    private final EngineOutput output = new EngineOutput();
    private final ServerHelloWatcher serverHello = new ServerHelloWatcher();
    private boolean finished;
    private boolean peerClosed;
    private @Nullable TlsException failure;

    EngineDriver(SSLEngine engine, HandshakeState state, boolean requireEms) {
        this.engine = engine;
        this.state = state;
        this.requireEms = requireEms;
    }

    SSLEngine engine() {
        return engine;
    }

    EngineOutput output() {
        return output;
    }

    boolean isFinished() {
        return finished;
    }

    boolean helloWasRetried() {
        return serverHello.retried();
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
        if (engine.getUseClientMode() && !finished && breaksEms(record)) {
            return;
        }
        boolean alert = !finished && Records.isPlainFatalAlert(record);
        AlertDescription told =
                alert ? Records.plainAlert(record).orElse(AlertDescription.UNKNOWN) : null;
        step(() -> decrypt(ByteBuffer.wrap(record), plaintext, rest));
        if (told != null && failure instanceof ProtocolErrorException) {
            failure = new AlertReceivedException(told);
        }
        if (failure == null && engine.isInboundDone()) {
            peerClosed = true;
        }
    }

    /**
     * Encrypts one record of plaintext.
     *
     * @param ciphertext where the record goes; what does not fit waits in the output
     */
    void encrypt(ByteBuffer plaintext, ByteBuffer ciphertext) throws TlsException {
        step(
                () -> {
                    if (ciphertext.remaining() < engine.getSession().getPacketBufferSize()
                            || !encryptInto(plaintext, ciphertext)) {
                        encryptThroughScratch(plaintext, ciphertext);
                    }
                    settle();
                });
        TlsException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    void closeOutbound() {
        step(engine::closeOutbound);
    }

    /** In TLS 1.3, JSSE takes a second handshake for a change of keys. */
    void updateKeys() {
        step(engine::beginHandshake);
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
            fail(e);
        }
    }

    private void decrypt(ByteBuffer record, ByteBuffer plaintext, ByteQueue rest) throws SSLException {
        while (record.hasRemaining() && failure == null && !engine.isInboundDone()) {
            int before = record.remaining();
            if (plaintext.remaining() >= before) {
                note(engine.unwrap(record, plaintext));
            } else {
                decryptThroughScratch(record, plaintext, rest);
            }
            settle();
            if (record.remaining() == before) {
                throw new IllegalStateException("the JDK takes no input, in state " + engine.getHandshakeStatus());
            }
        }
    }

    private void decryptThroughScratch(ByteBuffer record, ByteBuffer plaintext, ByteQueue rest)
            throws SSLException {
        ByteBuffer scratch = ScratchArrays.take();
        try {
            note(engine.unwrap(record, scratch));
            moveOn(scratch.flip(), plaintext, rest);
        } finally {
            ScratchArrays.give(scratch, scratch.limit());
        }
    }

    private boolean encryptInto(ByteBuffer plaintext, ByteBuffer ciphertext) throws SSLException {
        SSLEngineResult result = engine.wrap(plaintext, ciphertext);
        note(result);
        return result.getStatus() != SSLEngineResult.Status.BUFFER_OVERFLOW;
    }

    private void encryptThroughScratch(ByteBuffer plaintext, ByteBuffer ciphertext) throws SSLException {
        ByteBuffer scratch = ScratchArrays.take();
        try {
            note(engine.wrap(plaintext, scratch));
            scratch.flip();
            int fits = Math.min(scratch.remaining(), ciphertext.remaining());
            ciphertext.put(scratch.slice(scratch.position(), fits));
            scratch.position(scratch.position() + fits);
            output.addRest(scratch);
        } finally {
            ScratchArrays.give(scratch, scratch.limit());
        }
    }

    private static void moveOn(ByteBuffer from, ByteBuffer to, ByteQueue rest) {
        int fits = Math.min(from.remaining(), to.remaining());
        to.put(from.slice(from.position(), fits));
        from.position(from.position() + fits);
        if (from.hasRemaining()) {
            rest.add(from);
        }
    }

    /** Runs tasks and takes output until the engine wants input, or nothing. */
    private void settle() throws SSLException {
        while (failure == null) {
            HandshakeStatus status = engine.getHandshakeStatus();
            if (status == HandshakeStatus.NEED_TASK) {
                runTasks();
            } else if (status != HandshakeStatus.NEED_WRAP || !takeOutput()) {
                return;
            }
        }
    }

    /** What a task has thrown, the JDK throws at the next call. */
    private void runTasks() throws SSLException {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
        takeOutput();
    }

    private boolean takeOutput() throws SSLException {
        ByteBuffer scratch = ScratchArrays.take();
        try {
            SSLEngineResult result = engine.wrap(NOTHING, scratch);
            scratch.flip();
            boolean some = scratch.hasRemaining();
            if (some && !isRefusedServerHello(scratch)) {
                output.add(scratch);
            }
            note(result);
            return some || result.getHandshakeStatus() == HandshakeStatus.FINISHED;
        } finally {
            ScratchArrays.give(scratch, scratch.limit());
        }
    }

    private boolean isRefusedServerHello(ByteBuffer record) {
        return !engine.getUseClientMode() && !finished && breaksEms(copyOf(record));
    }

    private static byte[] copyOf(ByteBuffer record) {
        byte[] copy = new byte[record.remaining()];
        record.duplicate().get(copy);
        return copy;
    }

    private boolean breaksEms(byte[] record) {
        serverHello.observe(record);
        if (!requireEms || !serverHello.lacksExtendedMasterSecret()) {
            return false;
        }
        refuseInTheClear(
                new Refusal.Protocol(
                        ProtocolErrorException.Kind.PEER_INCOMPATIBLE,
                        AlertDescription.HANDSHAKE_FAILURE,
                        "the peer does not support the extended master secret (RFC 7627), which is required here",
                        null));
        return true;
    }

    private void note(SSLEngineResult result) {
        if (result.getHandshakeStatus() == HandshakeStatus.FINISHED) {
            finished = true;
        }
    }

    private void fail(Exception thrown) {
        boolean alertIsOut = takeLastWords();
        if (String.valueOf(thrown.getMessage()).contains(CLOSED_IN_HANDSHAKE)) {
            peerClosed = true;
            return;
        }
        AlertDescription plain = output.plainAlert();
        AlertDescription jdkAlert = plain != null ? plain : JdkAlerts.sent(thrown);
        Refusal ours = state.refusal();
        Optional<AlertDescription> received = JdkAlerts.received(thrown);
        if (ours == null && received.isPresent()) {
            failure = new AlertReceivedException(received.get());
            return;
        }
        Refusal refusal = ours != null ? ours : Diagnosis.of(thrown, jdkAlert);
        if (plain != null) {
            output.setPlainAlert(refusal.alert());
            failure = refusal.toException(refusal.alert());
        } else {
            failure = refusal.toException(alertIsOut ? jdkAlert : null);
        }
    }

    /** Takes out what the engine still has to say, and tells whether that was anything. */
    private boolean takeLastWords() {
        boolean any = false;
        try {
            while (takeOutput()) {
                any = true;
            }
        } catch (SSLException | RuntimeException e) {
            // The engine repeats why it failed, which is known, and has nothing more to say.
            return any;
        }
        return any;
    }
}
